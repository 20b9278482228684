import * as z from 'zod';
import type { HistoryEntryDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { fundRoutes } from '../../shared/api/routes/funds.ts';
import type { FundFault } from '../../shared/funds/audit-fund.ts';
import type { Fund } from '../../shared/funds/fund.ts';
import type { Movement } from '../../shared/funds/movement.ts';
import { auditOf } from '../funds/audit.ts';
import { changeAllocation, openFund } from '../funds/keep-fund.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { cursorOf, placeOf } from '../persistence/cursor.ts';
import { readFund, readFundsOf, readMovements } from '../persistence/fund.ts';
import { fundChain } from '../persistence/keys.ts';
import { historyOf } from '../registers/history.ts';
import type { System } from '../system.ts';

type Request<N extends keyof typeof fundRoutes> = SignedInRequestOf<(typeof fundRoutes)[N]>;

export const listFunds =
  ({ tables }: System) =>
  async ({ query }: Request<'listFunds'>): Promise<Outcome<{ items: Fund[] }>> =>
    accept({ items: [...(await readFundsOf(tables, query.year))] });

export const fundOpening =
  (system: System) =>
  ({ actor, body }: Request<'openFund'>): Promise<Outcome<Fund>> =>
    openFund(system, actor, body);

export const allocationChanging =
  (system: System) =>
  ({ actor, params, body }: Request<'changeAllocation'>): Promise<Outcome<Fund>> =>
    changeAllocation(system, actor, params.fund, body);

export const getFund =
  (system: System) =>
  async ({ params }: Request<'getFund'>): Promise<Outcome<{ fund: Fund; history: HistoryEntryDto[] }>> => {
    const fund = await readFund(system.tables, params.fund);
    if (fund === undefined) return refuse('not-found');
    return accept({ fund, history: await historyOf(system, fundChain(params.fund)) });
  };

const pageSize = 100;
const PlaceSchema = z.string().max(200);

export const fundMovements =
  ({ tables }: System) =>
  async ({
    params,
    query,
  }: Request<'fundMovements'>): Promise<Outcome<{ items: Movement[]; next?: string }>> => {
    const place = placeOf(PlaceSchema, query.cursor);
    if (!place.ok) return place;
    const found = await readMovements(tables, params.fund, pageSize, place.value);
    const last = found.length === pageSize ? found.at(-1)?.place : undefined;
    return accept({
      items: found.map(({ place: _, ...movement }) => movement),
      ...(last !== undefined && { next: cursorOf(last) }),
    });
  };

type Audit = { at: string; movements: number; cases: number; faults: FundFault[] };

export const fundAudit =
  ({ tables, now }: System) =>
  async ({ params }: Request<'auditFund'>): Promise<Outcome<Audit>> => {
    const at = now();
    const audited = await auditOf(tables, params.fund);
    return audited === undefined
      ? refuse('not-found')
      : accept({ at, ...audited, faults: [...audited.faults] });
  };
