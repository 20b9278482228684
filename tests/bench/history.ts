import { appendRows } from '../../functions/decisions/append-rows.ts';
import {
  type IndexState,
  moveIndexState,
  newIndexState,
  readIndexState,
} from '../../functions/decisions/index-state.ts';
import { type Order, searchDecisions } from '../../functions/decisions/search-decisions.ts';
import type { Tables } from '../../functions/persistence/tables.ts';
import type { DecisionQuery } from '../../shared/decisions/decision-query.ts';
import type { DecisionRow, Trait } from '../../shared/decisions/decision-row.ts';
import { type Meter, meter } from '../support/capacity-meter.ts';
import { startStores } from '../support/county-journal.ts';
import { decisionRows } from '../support/decision-rows.ts';

/** A search whose page is measured. */
type Mix = {
  readonly name: string;
  readonly query: DecisionQuery;
  readonly order: Order;
  /** Which page is measured; the first unless told. */
  readonly page?: number;
};

export type Measured = {
  readonly decisions: number;
  readonly mix: string;
  /** Rows on the page; fewer than 50 at the end of the history, or where the budget ended first. */
  readonly rows: number;
  readonly more: boolean;
  /** Read units and requests of the page, as the engine counts them, and milliseconds on this machine. */
  readonly units: number;
  readonly requests: number;
  readonly ms: number;
};

const of = (traits: Partial<Record<Trait['dimension'], string>>): readonly Trait[] =>
  Object.entries(traits).map(([dimension, value]) => ({ dimension: dimension as Trait['dimension'], value }));

const newest = (name: string, query: Partial<DecisionQuery>, page?: number): Mix => ({
  name,
  query: { traits: [], ...query },
  order: 'newest',
  ...(page !== undefined && { page }),
});

/** Mixes from the usual to the impossible; `sample` is a decision of long ago, so that what it names exists. */
function mixesOver(sample: DecisionRow): readonly Mix[] {
  const month = sample.at.slice(0, 7);
  const days = { from: `${month}-01`, to: `${month}-28` };
  const everything: DecisionQuery = {
    traits: of({
      town: sample.town,
      office: sample.office,
      programme: sample.programme,
      version: String(sample.version),
      stage: sample.stage,
      outcome: sample.outcome,
      officer: sample.officer,
      applicant: sample.applicant,
      enterprise: sample.enterprise,
      late: 'no',
    }),
    ...days,
    least: 0,
    most: 90_000_000,
  };
  return [
    newest('everything', {}),
    { name: 'everything, oldest first', query: { traits: [] }, order: 'oldest' },
    newest('everything, page 10', {}, 10),
    newest('town', { traits: of({ town: '610926100' }) }),
    newest('quiet town', { traits: of({ town: '610926110' }) }),
    newest('town, programme', { traits: of({ town: '610926106', programme: 'startup-grant' }) }),
    newest('bureau, outcome', { traits: of({ office: 'human-resources-bureau', outcome: 'refused' }) }),
    newest('town, programme, stage, outcome, late', {
      traits: of({
        town: '610926108',
        programme: 'training-subsidy',
        stage: 'town-review',
        outcome: 'opposed',
        late: 'yes',
      }),
    }),
    newest('officer', { traits: of({ officer: sample.officer }) }),
    newest('officer, late', { traits: of({ officer: sample.officer, late: 'yes' }) }),
    newest('applicant', { traits: of({ applicant: sample.applicant }) }),
    newest('enterprise', { traits: of({ enterprise: sample.enterprise }) }),
    newest('finding', { traits: of({ finding: 'outside-office' }) }),
    newest('finding, programme version', {
      traits: of({ finding: 'against-rules', programme: sample.programme, version: '1' }),
    }),
    newest('one month long ago', days),
    newest('one month long ago, town, outcome', {
      traits: of({ town: sample.town, outcome: sample.outcome }),
      ...days,
    }),
    newest('amount', { least: 10_000_000, most: 30_000_000 }),
    newest('amount to the fen', { least: 12_345_600, most: 12_345_600 }),
    newest('amount, town, outcome', {
      traits: of({ town: '610926103', outcome: 'approved' }),
      least: 5_000_000,
      most: 10_000_000,
    }),
    newest('impossible: nobody', { traits: of({ officer: 'nobody' }) }),
    newest('impossible: office and stage', {
      traits: of({ office: 'county-office', stage: 'acceptance' }),
    }),
    newest('impossible: officer of another town', {
      traits: of({ officer: sample.officer, outcome: 'refused', stage: 'joint-meeting' }),
    }),
    newest('impossible: three common traits', {
      traits: of({ stage: 'acceptance', outcome: 'recommended', late: 'no' }),
    }),
    newest('impossible: amount', {
      traits: of({ outcome: 'accepted', late: 'no' }),
      least: 5_000_000,
      most: 10_000_000,
    }),
    { name: 'every filter at once', query: everything, order: 'newest' },
    { name: 'every filter at once, oldest first', query: everything, order: 'oldest' },
  ];
}

/**
 * Filters in any combination, `count` of the 8,192 there are, spread evenly: each asks for what is common, so that many
 * decisions answer it and few answer several.
 */
function combinations(sample: DecisionRow, count: number): readonly Mix[] {
  const filters: readonly (() => Partial<DecisionQuery>)[] = [
    ...(
      [
        { town: '610926100' },
        { office: sample.office },
        { programme: 'startup-grant' },
        { version: '1' },
        { stage: 'acceptance' },
        { outcome: 'accepted' },
        { officer: sample.officer },
        { applicant: sample.applicant },
        { enterprise: sample.enterprise },
        { late: 'no' },
        { finding: 'unusual-speed' },
      ] as const
    ).map((trait) => () => ({ traits: of(trait) })),
    () => ({ from: '2016-01-01', to: '2026-12-31' }),
    () => ({ least: 0, most: 20_000_000 }),
  ];
  const all = 2 ** filters.length;
  return Array.from({ length: count }, (_, nth): Mix => {
    const mask = Math.floor((nth * all) / count);
    const chosen = filters.filter((_filter, bit) => mask & (1 << bit)).map((filter) => filter());
    const query = Object.assign({ traits: [] }, ...chosen, {
      traits: chosen.flatMap(({ traits = [] }) => traits),
    }) as DecisionQuery;
    return { name: `combination ${mask}`, query, order: nth % 2 === 0 ? 'newest' : 'oldest' };
  });
}

/** Decisions that are entered in one go while a history is being filled. */
const lot = 28_672;

/** Fills an empty index by its own writer, in large lots. */
async function fillIndex(
  tables: Tables,
  rows: Iterable<DecisionRow>,
): Promise<{ readonly state: IndexState; readonly sample: DecisionRow }> {
  let state = newIndexState();
  await moveIndexState(tables, 'current', undefined, state);
  let sample: DecisionRow | undefined;
  let waiting: DecisionRow[] = [];
  const enter = async () => {
    const through = (waiting.at(-1)?.index ?? -1) + 1;
    state = await appendRows(tables, 'current', state, waiting, { through });
    waiting = [];
  };
  for (const row of rows) {
    waiting.push(row);
    if (waiting.length === 100) sample ??= waiting.find(({ officer }) => officer !== '');
    if (waiting.length === lot) await enter();
  }
  if (waiting.length > 0) await enter();
  sample ??= (await searchDecisions(tables, state, { traits: [] }, 'oldest')).rows[0];
  if (sample === undefined) throw new Error('a history needs a decision');
  return { state, sample };
}

async function measure(counted: Meter, state: IndexState, mix: Mix, decisions: number): Promise<Measured> {
  let place: number | undefined;
  for (let page = 1; page < (mix.page ?? 1); page += 1) {
    place = (await searchDecisions(counted.tables, state, mix.query, mix.order, place)).next ?? 0;
  }
  counted.reset();
  const begun = performance.now();
  // As the handler does it: the state of the index is read anew for every page.
  const current = (await readIndexState(counted.tables)) ?? state;
  const page = await searchDecisions(counted.tables, current, mix.query, mix.order, place);
  return {
    decisions,
    mix: mix.name,
    rows: page.rows.length,
    more: page.next !== undefined,
    units: counted.units,
    requests: counted.requests,
    ms: Math.round(performance.now() - begun),
  };
}

/** Fills a history of each size and measures a page of every mix. */
export async function benchHistory(
  sizes: readonly number[],
  {
    onProgress = () => undefined,
    combinations: count = 0,
  }: { readonly onProgress?: (line: string) => void; readonly combinations?: number } = {},
): Promise<readonly Measured[]> {
  const stores = await startStores();
  try {
    const results: Measured[] = [];
    for (const decisions of sizes) {
      const county = await stores.county(`history-${decisions}`);
      const begun = performance.now();
      const rows = decisionRows({
        decisions,
        from: '2016-11-24T00:00:00.000Z',
        until: '2026-11-23T00:00:00.000Z',
      });
      const { state, sample } = await fillIndex(county.tables, rows);
      onProgress(`${decisions} decisions entered in ${Math.round((performance.now() - begun) / 1000)} s`);
      const counted = meter(county.tables, stores.tableClient());
      for (const mix of [...mixesOver(sample), ...combinations(sample, count)]) {
        results.push(await measure(counted, state, mix, decisions));
      }
    }
    return results;
  } finally {
    await stores.stop();
  }
}
