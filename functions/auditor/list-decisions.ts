import { accept, type Outcome } from '../../shared/api/errors.ts';
import type { auditorRoutes, DecisionDto, UnreadDto } from '../../shared/api/routes/auditor.ts';
import type { DecisionQuery } from '../../shared/decisions/decision-query.ts';
import { type DecisionRow, dimensions, type Trait } from '../../shared/decisions/decision-row.ts';
import { stageTitle } from '../../shared/decisions/named.ts';
import { creditCodeFault } from '../../shared/identity/credit-code.ts';
import { text } from '../../shared/language/text.ts';
import type { JsonObject } from '../../shared/ledger/json-value.ts';
import { recordAccess } from '../cases/record-access.ts';
import { enterpriseKeyOfCode, isSoleTrader } from '../cases/subject-keys.ts';
import { readIndexState } from '../decisions/index-state.ts';
import { placeInSearch, searchCursor } from '../decisions/search-cursor.ts';
import { type Order, searchDecisions } from '../decisions/search-decisions.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { readOfficerNames } from '../persistence/officer-directory.ts';
import type { System } from '../system.ts';
import { unreadPart } from './unread-part.ts';

type Request = SignedInRequestOf<typeof auditorRoutes.listDecisions>;
type Query = Request['query'];
type Page = {
  items: DecisionDto[];
  next?: string;
  searchedTo?: string;
  indexedThrough?: string;
  unread?: UnreadDto;
};
type Searching = Pick<System, 'tables' | 'programmes' | 'dataKey'>;

/** A page of the decision history. Refuses with `invalid-cursor`. */
export const listDecisions =
  (system: Searching) =>
  async ({ query }: { readonly query: Query }): Promise<Outcome<Page>> =>
    pageOf(system, await searchOf(system, query), query.cursor);

/** The chain that tells who searched the history for what. */
const searchesChain = 'decisions';

/** The same for people, with the deciders' names: that they looked, and for what, is written down before. */
export const searchDecisionHistory =
  (system: System) =>
  async ({ actor, query }: Request): Promise<Outcome<Page>> => {
    const search = await searchOf(system, query);
    const data = { search: askedFor(search), firstPage: query.cursor === undefined };
    await recordAccess(system, actor, searchesChain, 'decisions-searched', data);
    const page = await pageOf(system, search, query.cursor);
    return page.ok ? accept({ ...page.value, items: await withNames(system, page.value.items) }) : page;
  };

async function withNames({ tables }: System, items: readonly DecisionDto[]): Promise<DecisionDto[]> {
  const deciders = items.map(({ officer, office }) => ({ id: officer, office }));
  const names = await readOfficerNames(tables, deciders);
  return items.map((item) => {
    const officerName = names.get(item.officer);
    return { ...item, ...(officerName !== undefined && { officerName }) };
  });
}

type Search = { readonly order: Order; readonly wanted: DecisionQuery };

async function pageOf(system: Searching, search: Search, cursor: string | undefined): Promise<Outcome<Page>> {
  const state = await readIndexState(system.tables);
  if (state === undefined) return accept({ items: [] });
  const asked = askedFor(search);
  const start = placeInSearch(state, cursor, asked);
  if (!start.ok) return start;
  const page = await searchDecisions(system.tables, state, search.wanted, search.order, start.value);
  return accept({
    items: await Promise.all(page.rows.map((row) => dtoOf(system, row))),
    ...(page.next !== undefined && { next: searchCursor(state, page.next, asked) }),
    ...(page.searchedTo !== undefined && { searchedTo: page.searchedTo }),
    ...(state.lastAt !== undefined && { indexedThrough: state.lastAt }),
    ...unreadPart(state),
  });
}

/** By name, so that the same search reads the same however it was put. */
const askedFor = ({ order, wanted: { traits, ...ranges } }: Search): JsonObject => ({
  order,
  ...ranges,
  traits: traits.map(({ dimension, value }) => [dimension, value]),
});

async function searchOf(
  system: Pick<System, 'dataKey'>,
  { order = 'newest', from, to, minAmount, maxAmount, enterprise, ...values }: Query,
): Promise<Search> {
  const given: ReadonlyMap<string, string> = new Map(
    Object.entries({ ...values, ...(enterprise && { enterprise: await enterpriseKey(system, enterprise) }) })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
  const traits = dimensions.flatMap((dimension): readonly Trait[] => {
    const value = given.get(dimension);
    return value === undefined ? [] : [{ dimension, value }];
  });
  const wanted: DecisionQuery = {
    traits,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(minAmount !== undefined && { least: minAmount }),
    ...(maxAmount !== undefined && { most: maxAmount }),
  };
  return { order, wanted };
}

/** Either a credit code as people know it, or the key that a decision names. */
async function enterpriseKey({ dataKey }: Pick<System, 'dataKey'>, given: string): Promise<string> {
  const standsForPerson = isSoleTrader(given) && creditCodeFault(given) === undefined;
  return standsForPerson ? enterpriseKeyOfCode(given, await dataKey()) : given;
}

async function dtoOf({ programmes }: Searching, row: DecisionRow): Promise<DecisionDto> {
  const { index, used, promised, findings, ...rest } = row;
  const programme = (await programmes.version(row.programme, row.version))?.programme;
  return {
    ...rest,
    programmeTitle: programme?.title ?? text(row.programme, row.programme),
    stageTitle: stageTitle(programme, row.stage),
    daysUsed: used,
    daysPromised: promised,
    findings: [...findings],
    logIndex: index,
  };
}
