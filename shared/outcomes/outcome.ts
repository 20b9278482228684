import * as z from 'zod';
import { addMonths, yearOf } from '../calendar/date.ts';
import type { JobFigures } from '../employees/job-figures.ts';

/** What one award brought and cost, with the days on which it did. Sums in fen, dates in Asia/Shanghai. */
export type AwardRecord = {
  readonly enterprise: string;
  readonly enterpriseName: string;
  /** Key of the factory, and its place as written. */
  readonly site: string;
  readonly place: string;
  readonly town: string;
  /** Jobs as promised in the application; absent where its form asks for none. */
  readonly promisedJobs?: number;
  /** Below zero: sent back by the bank on that day. */
  readonly payments: readonly { readonly on: string; readonly amount: number }[];
  readonly repayments: readonly { readonly on: string; readonly amount: number }[];
  /** Rent waived over `months` from `from` on; over before that when the lease `endedOn` a day. */
  readonly lease?: {
    readonly from: string;
    readonly months: number;
    readonly value: number;
    readonly endedOn?: string;
  };
  /** What rosters and reports said, the oldest first. */
  readonly statements: readonly { readonly on: string; readonly figures: JobFigures }[];
};

/** 成效: what a factory did in a year, and what it was given for that. Sums in fen. */
export const OutcomeSchema = z.strictObject({
  enterpriseName: z.string(),
  place: z.string(),
  town: z.string(),
  /** Jobs promised when applying; the largest promise where a factory applied several times. */
  promisedJobs: z.int(),
  /** Jobs by the latest roster or report of the year, or before it. */
  jobs: z.int(),
  poorJobs: z.int(),
  /** Average monthly wage by the same statement. */
  wage: z.int().optional(),
  /** Output reported in the year. */
  output: z.int().optional(),
  rentMonths: z.int(),
  rentWaived: z.int(),
  paid: z.int(),
  recovered: z.int(),
  /** Paid and waived, less what came back, for each job kept. */
  costPerJob: z.int().optional(),
});
export type Outcome = z.infer<typeof OutcomeSchema>;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const paidIn = (year: number, sums: readonly { readonly on: string; readonly amount: number }[]): number =>
  sumOf(sums.filter(({ on }) => yearOf(on) === year).map(({ amount }) => amount));

/** Months of a lease that begin in the year, and their rent; the rent of all months adds up to its value. */
function rentIn(
  year: number,
  lease: AwardRecord['lease'],
): { readonly months: number; readonly rent: number } {
  if (lease === undefined) return { months: 0, rent: 0 };
  const { from, months, value, endedOn = '9999-12-31' } = lease;
  const until = (count: number): number => Math.floor((value * count) / months);
  const starts = Array.from({ length: months }, (_, index) => addMonths(from, index));
  const inYear = starts.flatMap((start, index) =>
    yearOf(start) === year && start <= endedOn ? [until(index + 1) - until(index)] : [],
  );
  return { months: inYear.length, rent: sumOf(inYear) };
}

/** One line for every factory that has an award which spoke, cost or brought something by the end of the year. */
export function outcomesOf(records: readonly AwardRecord[], year: number): readonly Outcome[] {
  const factories = Map.groupBy(records, ({ enterprise, site }) => `${enterprise} ${site}`);
  return [...factories.values()].flatMap((awards) => outcomeOf(awards, year) ?? []);
}

function outcomeOf(awards: readonly AwardRecord[], year: number): Outcome | undefined {
  const [first] = awards;
  const statements = awards
    .flatMap((award) => award.statements)
    .filter(({ on }) => yearOf(on) <= year)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const latest = statements.at(-1)?.figures;
  const outputs = statements.flatMap(({ on, figures: { output } }) =>
    yearOf(on) === year && output !== undefined ? [output] : [],
  );
  const paid = sumOf(awards.map(({ payments }) => paidIn(year, payments)));
  const recovered = sumOf(awards.map(({ repayments }) => paidIn(year, repayments)));
  const rents = awards.map(({ lease }) => rentIn(year, lease));
  const rentWaived = sumOf(rents.map(({ rent }) => rent));
  if (first === undefined || (latest === undefined && paid === 0 && rentWaived === 0)) return undefined;
  const jobs = latest?.jobs ?? 0;
  return {
    enterpriseName: first.enterpriseName,
    place: first.place,
    town: first.town,
    promisedJobs: Math.max(0, ...awards.map(({ promisedJobs = 0 }) => promisedJobs)),
    jobs,
    poorJobs: latest?.poorJobs ?? 0,
    ...(latest?.wage !== undefined && { wage: latest.wage }),
    ...(outputs.length > 0 && { output: sumOf(outputs) }),
    rentMonths: sumOf(rents.map(({ months }) => months)),
    rentWaived,
    paid,
    recovered,
    ...costPerJob(paid + rentWaived - recovered, jobs),
  };
}

const costPerJob = (cost: number, jobs: number): Pick<Outcome, 'costPerJob'> =>
  jobs === 0 ? {} : { costPerJob: Math.round(Math.max(0, cost) / jobs) };

/** The sum of several factories; the wage weighted by their jobs. */
export function totalOf(outcomes: readonly Outcome[]): Omit<Outcome, 'enterpriseName' | 'place' | 'town'> {
  const total = (of: (outcome: Outcome) => number): number => sumOf(outcomes.map(of));
  const waged = outcomes.filter(({ wage, jobs }) => wage !== undefined && jobs > 0);
  const wagedJobs = sumOf(waged.map(({ jobs }) => jobs));
  const [jobs, paid, rentWaived, recovered] = [
    total((one) => one.jobs),
    total((one) => one.paid),
    total((one) => one.rentWaived),
    total((one) => one.recovered),
  ];
  return {
    promisedJobs: total((one) => one.promisedJobs),
    jobs,
    poorJobs: total((one) => one.poorJobs),
    ...(wagedJobs > 0 && {
      wage: Math.round(sumOf(waged.map(({ wage = 0, jobs: count }) => wage * count)) / wagedJobs),
    }),
    ...(outcomes.some(({ output }) => output !== undefined) && { output: total((one) => one.output ?? 0) }),
    rentMonths: total((one) => one.rentMonths),
    rentWaived,
    paid,
    recovered,
    ...costPerJob(paid + rentWaived - recovered, jobs),
  };
}
