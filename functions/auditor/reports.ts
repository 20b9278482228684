import { accept } from '../../shared/api/errors.ts';
import type { auditorRoutes } from '../../shared/api/routes/auditor.ts';
import { addMonths } from '../../shared/calendar/date.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { findings } from '../../shared/decisions/findings.ts';
import { outcomeTitle, stageTitle } from '../../shared/decisions/named.ts';
import { figuresBy, figuresOf, findingCounts, groupsOf } from '../../shared/decisions/report.ts';
import type { Month } from '../../shared/decisions/statistics.ts';
import { townByCode } from '../../shared/identity/town.ts';
import { type Text, text } from '../../shared/language/text.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { readIndexState } from '../decisions/index-state.ts';
import { monthlySums } from '../decisions/monthly-sums.ts';
import type { AnswerOf, RequestOf } from '../http/endpoint.ts';
import type { System } from '../system.ts';
import { unreadPart } from './unread-part.ts';

type Routes = typeof auditorRoutes;
type Query = RequestOf<Routes['statistics']>['query'];

/** What a report spans at most: so much is still a few read units. */
const mostMonths = 120;
const usualMonths = 12;

const monthsBefore = (month: string, count: number): string => addMonths(`${month}-01`, -count).slice(0, 7);

/** The last year unless told; never more than ten. */
function periodOf({ from, to }: Query, now: string): { readonly from: string; readonly to: string } {
  const last = to ?? dateInShanghai(now).slice(0, 7);
  const earliest = monthsBefore(last, mostMonths - 1);
  const first = from ?? monthsBefore(last, usualMonths - 1);
  // Months in this form sort as text.
  return { from: [earliest, first].sort().at(-1) ?? first, to: last };
}

type Sums = {
  readonly from: string;
  readonly to: string;
  readonly months: ReadonlyMap<string, Month>;
  readonly indexed: { readonly indexedThrough?: string };
  readonly unread: ReturnType<typeof unreadPart>;
};

async function sumsOf({ tables, now }: System, query: Query): Promise<Sums> {
  const { from, to } = periodOf(query, now());
  const state = await readIndexState(tables);
  if (state === undefined) return { from, to, months: new Map(), indexed: {}, unread: {} };
  const months = await monthlySums(tables, state, from, to);
  const indexed = state.lastAt === undefined ? {} : { indexedThrough: state.lastAt };
  return { from, to, months, indexed, unread: unreadPart(state) };
}

export const statistics =
  (system: System) =>
  async ({ query }: RequestOf<Routes['statistics']>): AnswerOf<Routes['statistics']> => {
    const { from, to, months, indexed } = await sumsOf(system, query);
    const byMonth = [...months].map(([month, sums]) => ({ month, groups: groupsOf(sums, query) }));
    const all = byMonth.flatMap(({ groups }) => groups);
    const programmes = await currentProgrammes(
      system,
      all.map(({ programme }) => programme),
    );
    const titled = <K extends string>(
      rows: readonly { readonly key: K; readonly figures: ReturnType<typeof figuresOf> }[],
      title: (key: K) => Text,
    ) => rows.map(({ key, figures }) => ({ key, title: title(key), figures }));
    const stageOf = (key: string): Text => {
      const [programme = '', stage = ''] = key.split('#');
      return stageTitle(programmes.get(programme), stage);
    };
    return accept({
      from,
      to,
      total: figuresOf(all),
      months: byMonth.map(({ month, groups }) => ({ month, figures: figuresOf(groups) })),
      towns: titled(
        figuresBy(all, ({ town }) => town),
        (code) => townByCode(code)?.name ?? text(code, code),
      ),
      programmes: titled(
        figuresBy(all, ({ programme }) => programme),
        (id) => programmes.get(id)?.title ?? text(id, id),
      ),
      stages: titled(
        figuresBy(all, ({ programme, stage }) => `${programme}#${stage}`),
        stageOf,
      ),
      outcomes: [...Map.groupBy(all, ({ outcome }) => outcome)].map(([outcome, own]) => ({
        outcome,
        title: outcomeTitle(outcome),
        count: own.reduce((sum, { count }) => sum + count, 0),
      })),
      ...indexed,
    });
  };

/** The latest version of each, for its names; what is gone keeps its id as a name. */
async function currentProgrammes(
  { programmes }: System,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Programme>> {
  const found = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const version = (await programmes.entry(id))?.versions.at(-1)?.version;
      return version === undefined ? undefined : (await programmes.version(id, version))?.programme;
    }),
  );
  return new Map(found.flatMap((programme) => (programme ? [[programme.id, programme] as const] : [])));
}

export const listFindings =
  (system: System) =>
  async ({ query }: RequestOf<Routes['findings']>): AnswerOf<Routes['findings']> => {
    const { from, to, months, indexed, unread } = await sumsOf(system, query);
    const items = findingCounts(months.values(), query).map(({ finding, count }) => {
      const { title, meaning } = findings[finding];
      return { finding, title, meaning, count };
    });
    return accept({ from, to, items, ...indexed, ...unread });
  };
