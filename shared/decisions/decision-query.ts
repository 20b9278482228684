import { dateInShanghai } from '../calendar/instant.ts';
import { type DecisionRow, type Trait, traitName, traitsOf } from './decision-row.ts';

/** What an auditor looks for: decisions with all these traits, of this period, about this much money. */
export type DecisionQuery = {
  readonly traits: readonly Trait[];
  /** Days in Asia/Shanghai, inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** Fen, inclusive. */
  readonly least?: number;
  readonly most?: number;
};

/** No amount is larger, in fen. */
export const largestAmount = 100_000_000_000;

export const asksAmount = ({ least, most }: DecisionQuery): boolean =>
  least !== undefined || most !== undefined;

/** Whether a decision is what is looked for: the definition, by which every index is measured. */
export function fits(
  { traits, from, to, least = 0, most = largestAmount }: DecisionQuery,
  row: DecisionRow,
): boolean {
  if (row.amount < least || row.amount > most) return false;
  const date = dateInShanghai(row.at);
  if ((from !== undefined && date < from) || (to !== undefined && date > to)) return false;
  const names = traitsOf(row).map(traitName);
  return traits.every((trait) => names.includes(traitName(trait)));
}
