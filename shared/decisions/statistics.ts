import * as z from 'zod';
import { dateInShanghai } from '../calendar/instant.ts';
import { isLate } from './decision.ts';
import type { DecisionRow } from './decision-row.ts';
import { OutcomeSchema } from './outcome.ts';
import { rangeOf, spreadRanges } from './spread.ts';

/** What decisions of one kind add up to. */
const TallySchema = z.strictObject({
  count: z.int(),
  /** Fen. */
  amount: z.int(),
  computed: z.int(),
  /** Working days, over the decisions that had a promise. */
  used: z.int(),
  promised: z.int(),
  timed: z.int(),
  late: z.int(),
  /** How many took which share of their promise; adds up to `timed`. */
  spread: z.array(z.int()).length(spreadRanges),
});
export type Tally = Readonly<z.infer<typeof TallySchema>>;

const noSpread: readonly number[] = Array.from({ length: spreadRanges }, () => 0);
const nothing: Tally = {
  count: 0,
  amount: 0,
  computed: 0,
  used: 0,
  promised: 0,
  timed: 0,
  late: 0,
  spread: [...noSpread],
};

const plus = (one: Tally, other: Tally): Tally => ({
  count: one.count + other.count,
  amount: one.amount + other.amount,
  computed: one.computed + other.computed,
  used: one.used + other.used,
  promised: one.promised + other.promised,
  timed: one.timed + other.timed,
  late: one.late + other.late,
  spread: one.spread.map((count, range) => count + (other.spread[range] ?? 0)),
});

export const total = (tallies: Iterable<Tally>): Tally => [...tallies].reduce(plus, nothing);

/** Decisions that are counted together: of one month, town, programme, stage and outcome. */
const GroupSchema = z.strictObject({
  town: z.string(),
  programme: z.string(),
  stage: z.string(),
  outcome: OutcomeSchema,
});
export type Group = Readonly<z.infer<typeof GroupSchema>>;

/** A month of the history, by group; and its findings, by town and programme. */
export const MonthSchema = z.strictObject({
  groups: z.array(z.strictObject({ ...GroupSchema.shape, ...TallySchema.shape })),
  findings: z.array(
    z.strictObject({ town: z.string(), programme: z.string(), finding: z.string(), count: z.int() }),
  ),
});
export type Month = Readonly<z.infer<typeof MonthSchema>>;

export const emptyMonth: Month = { groups: [], findings: [] };

/** The month of a decision in Asia/Shanghai, `YYYY-MM`. */
export const monthOf = ({ at }: Pick<DecisionRow, 'at'>): string => dateInShanghai(at).slice(0, 7);

const tallyOf = (row: DecisionRow): Tally => ({
  count: 1,
  amount: row.amount,
  computed: row.computed,
  ...(row.promised > 0
    ? {
        used: row.used,
        promised: row.promised,
        timed: 1,
        spread: noSpread.map((_, range) => (range === rangeOf(row) ? 1 : 0)),
      }
    : { used: 0, promised: 0, timed: 0, spread: [...noSpread] }),
  late: isLate(row) ? 1 : 0,
});

/** The month with these decisions of it added. */
export function addToMonth(month: Month, rows: readonly DecisionRow[]): Month {
  const groups = new Map(month.groups.map((group) => [groupName(group), group]));
  const found = new Map(month.findings.map((one) => [findingName(one), one]));
  for (const row of rows) {
    const { town, programme, stage, outcome } = row;
    const name = groupName(row);
    const so = groups.get(name) ?? { ...nothing, town, programme, stage, outcome };
    groups.set(name, { ...so, ...plus(so, tallyOf(row)) });
    for (const finding of row.findings) {
      const one = { town, programme, finding, count: 0 };
      const known = found.get(findingName(one)) ?? one;
      found.set(findingName(one), { ...known, count: known.count + 1 });
    }
  }
  return { groups: [...groups.values()], findings: [...found.values()] };
}

const groupName = ({ town, programme, stage, outcome }: Group): string =>
  [town, programme, stage, outcome].join('#');
const findingName = (one: { town: string; programme: string; finding: string }): string =>
  [one.town, one.programme, one.finding].join('#');
