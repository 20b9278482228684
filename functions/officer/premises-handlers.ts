import type { HistoryEntryDto } from '../../shared/api/dto/case.ts';
import type { UnitDto } from '../../shared/api/dto/premises.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { premisesKeepingRoutes } from '../../shared/api/routes/premises.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { Site } from '../../shared/premises/site.ts';
import type { Unit } from '../../shared/premises/unit.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { headOf } from '../persistence/head.ts';
import { headKey, unitChain } from '../persistence/keys.ts';
import { readUnit } from '../persistence/premises.ts';
import { readItems } from '../persistence/tables.ts';
import { changeSite, enterSite } from '../premises/keep-site.ts';
import { changeUnit, enterUnit } from '../premises/keep-unit.ts';
import { unitView } from '../premises/unit-view.ts';
import { historyOf } from '../registers/history.ts';
import type { System } from '../system.ts';

type Request<N extends keyof typeof premisesKeepingRoutes> = SignedInRequestOf<
  (typeof premisesKeepingRoutes)[N]
>;

export const siteEntering =
  (system: System) =>
  ({ actor, body: { site: facts, ...rest } }: Request<'enterSite'>): Promise<Outcome<Site>> =>
    enterSite(system, actor, { ...rest, facts });

export const siteChanging =
  (system: System) =>
  ({ actor, params, body: { site: facts, ...rest } }: Request<'changeSite'>): Promise<Outcome<Site>> =>
    changeSite(system, actor, params.site, { ...rest, facts });

const shown = ({ now }: System, outcome: Outcome<Unit>): Outcome<UnitDto> =>
  outcome.ok ? accept(unitView(outcome.value, dateInShanghai(now()))) : outcome;

export const unitEntering =
  (system: System) =>
  async ({ actor, body: { unit: facts, ...rest } }: Request<'enterUnit'>): Promise<Outcome<UnitDto>> =>
    shown(system, await enterUnit(system, actor, { ...rest, facts }));

export const unitChanging =
  (system: System) =>
  async ({
    actor,
    params,
    body: { unit: facts, ...rest },
  }: Request<'changeUnit'>): Promise<Outcome<UnitDto>> =>
    shown(system, await changeUnit(system, actor, params.unit, { ...rest, facts }));

type Tenant = {
  caseId: string;
  enterpriseName: string;
  area: number;
  from: string;
  to: string;
  handedOver: boolean;
  confirmBy?: string;
};

/** Names of enterprises and their floor: what any official may know of public premises. */
export const unitTenants =
  ({ tables, now }: System) =>
  async ({ params }: Request<'unitTenants'>): Promise<Outcome<{ items: Tenant[] }>> => {
    const kept = await readUnit(tables, params.unit);
    if (kept === undefined) return refuse('not-found');
    const today = dateInShanghai(now());
    const current = kept.unit.allotments.filter(({ to }) => to >= today);
    const heads = new Map(
      (
        await readItems(
          tables,
          current.map(({ caseId }) => headKey(caseId)),
        )
      )
        .map(headOf)
        .map((head) => [head.state.caseId, head]),
    );
    return accept({
      items: current.flatMap(({ caseId, area, from, to }) => {
        const head = heads.get(caseId);
        if (head === undefined) return [];
        const lease = head.state.status === 'approved' ? head.state.lease : undefined;
        return [
          {
            caseId,
            enterpriseName: head.enterpriseName,
            area,
            from,
            to,
            handedOver: lease !== undefined,
            ...(lease?.confirmBy !== undefined && { confirmBy: lease.confirmBy }),
          },
        ];
      }),
    });
  };

export const unitHistory =
  (system: System) =>
  async ({ params }: Request<'unitHistory'>): Promise<Outcome<{ items: HistoryEntryDto[] }>> => {
    const items = await historyOf(system, unitChain(params.unit));
    return items.length === 0 ? refuse('not-found') : accept({ items });
  };
