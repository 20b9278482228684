import { type FindingId, findingIds } from './findings.ts';
import { type Group, type Month, type Tally, total } from './statistics.ts';

type Counted = Group & Tally;

/** Which decisions a report is about; everything where nothing is said. */
export type ReportScope = {
  readonly town?: string | undefined;
  readonly programme?: string | undefined;
};

const inScope =
  ({ town, programme }: ReportScope) =>
  (one: { readonly town: string; readonly programme: string }): boolean =>
    (town === undefined || one.town === town) && (programme === undefined || one.programme === programme);

/** How applications ended, and in which time. Final decisions only: what a stage says on the way is no ending. */
export type Figures = {
  /** Decisions of any stage. */
  readonly decisions: number;
  readonly approved: number;
  readonly refused: number;
  /** Approved of those approved or refused, in 0.01 %; absent when there are none. */
  readonly approvalRate?: number;
  /** Fen approved, and what the rules had computed for the same applications. */
  readonly amount: number;
  readonly computed: number;
  /** Decisions that had a promise; the working days they took and were promised, all together; and the late ones. */
  readonly timed: number;
  readonly used: number;
  readonly promised: number;
  readonly late: number;
  /** How many took which share of their promise; see spread.ts. */
  readonly spread: number[];
};

export function figuresOf(groups: readonly Counted[]): Figures {
  const of = (outcome: string) => total(groups.filter((group) => group.outcome === outcome));
  const all = total(groups);
  const [approved, refused] = [of('approved'), of('refused')];
  const decided = approved.count + refused.count;
  return {
    decisions: all.count,
    approved: approved.count,
    refused: refused.count,
    ...(decided > 0 && { approvalRate: Math.round((approved.count * 10_000) / decided) }),
    amount: approved.amount,
    computed: approved.computed,
    timed: all.timed,
    used: all.used,
    promised: all.promised,
    late: all.late,
    spread: [...all.spread],
  };
}

/** The figures of every value of a side, e.g. of every town. */
export const figuresBy = <K extends string>(
  groups: readonly Counted[],
  keyOf: (group: Counted) => K,
): readonly { readonly key: K; readonly figures: Figures }[] =>
  [...Map.groupBy(groups, keyOf)]
    .map(([key, own]) => ({ key, figures: figuresOf(own) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));

export const groupsOf = (month: Month, scope: ReportScope): readonly Counted[] =>
  month.groups.filter(inScope(scope));

/** How often each finding was made. */
export const findingCounts = (
  months: Iterable<Month>,
  scope: ReportScope,
): readonly { readonly finding: FindingId; readonly count: number }[] => {
  const all = [...months].flatMap((month) => month.findings.filter(inScope(scope)));
  return findingIds.map((finding) => ({
    finding,
    count: all.filter((one) => one.finding === finding).reduce((sum, { count }) => sum + count, 0),
  }));
};
