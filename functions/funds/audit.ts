import { auditFund, type FundFault } from '../../shared/funds/audit-fund.ts';
import { movementsOfCase, movementsOfFund } from '../../shared/funds/movements-of-events.ts';
import { readAllMovements, readFund } from '../persistence/fund.ts';
import { readChain } from '../persistence/journal.ts';
import { fundChain } from '../persistence/keys.ts';
import type { Tables } from '../persistence/tables.ts';

export type AuditedFund = {
  readonly faults: readonly FundFault[];
  /** How many movements and cases were looked at. */
  readonly movements: number;
  readonly cases: number;
};

/**
 * Audits a fund as it stands now: balance, list of movements, and the journal of every case that moved its
 * money. Undefined when there is no such fund. Acts that happen meanwhile can show as faults; ask again.
 */
export async function auditOf(tables: Tables, id: string): Promise<AuditedFund | undefined> {
  const fund = await readFund(tables, id);
  if (fund === undefined) return undefined;
  const movements = await readAllMovements(tables, id);
  const own = fundChain(id);
  const cases = [...new Set(movements.map(({ chain }) => chain))].filter((chain) => chain !== own);
  const recorded = [...movementsOfFund(await readChain(tables, own))];
  // One chain after the other: an audit has time, and a fund has hundreds of cases.
  for (const caseId of cases) recorded.push(...movementsOfCase(await readChain(tables, caseId)));
  const faults = auditFund({ fund, movements, recorded });
  return { faults, movements: movements.length, cases: cases.length };
}
