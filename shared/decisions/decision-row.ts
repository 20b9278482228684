import * as z from 'zod';
import { slicesOf } from './amount-slices.ts';
import { DecisionSchema, isLate } from './decision.ts';
import { findingIds } from './findings.ts';

/** A decision as the index keeps it. */
export const DecisionRowSchema = z.strictObject({
  ...DecisionSchema.shape,
  /** Where the log holds its event. */
  index: z.int().min(0),
  enterpriseName: z.string(),
  findings: z.array(z.enum(findingIds)),
});
export type DecisionRow = Readonly<z.infer<typeof DecisionRowSchema>>;

/** The sides from which decisions are looked for by an exact value. */
export const dimensions = [
  'town',
  'office',
  'programme',
  'version',
  'stage',
  'outcome',
  'officer',
  'applicant',
  'enterprise',
  'late',
  'finding',
] as const;
type Dimension = (typeof dimensions)[number];

/** A value of a dimension; a search asks for decisions that have all of several. */
export type Trait = { readonly dimension: Dimension; readonly value: string };

export const traitName = ({ dimension, value }: Trait): string => `${dimension}#${value}`;

/** Everything a decision can be found by. */
export const traitsOf = (row: DecisionRow): readonly Trait[] => [
  { dimension: 'town', value: row.town },
  { dimension: 'office', value: row.office },
  { dimension: 'programme', value: row.programme },
  { dimension: 'version', value: String(row.version) },
  { dimension: 'stage', value: row.stage },
  { dimension: 'outcome', value: row.outcome },
  { dimension: 'officer', value: row.officer },
  { dimension: 'applicant', value: row.applicant },
  { dimension: 'enterprise', value: row.enterprise },
  { dimension: 'late', value: isLate(row) ? 'yes' : 'no' },
  ...row.findings.map((value) => ({ dimension: 'finding', value }) as const),
];

/** The names under which the index keeps postings: of its traits, and of the bits of its amount's code. */
export const postingNamesOf = (row: DecisionRow): readonly string[] => [
  ...traitsOf(row).map(traitName),
  ...slicesOf(row.amount).map(sliceName),
];

export const sliceName = (bit: number): string => `amount#${bit}`;
