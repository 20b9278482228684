import { accept, refuse } from '../../shared/api/errors.ts';
import type { calendarRoutes } from '../../shared/api/routes/calendar.ts';
import { checkPublishedYear } from '../../shared/calendar/check-published-year.ts';
import { addCalendarDays } from '../../shared/calendar/date.ts';
import { dateInShanghai, startOfDayInstant } from '../../shared/calendar/instant.ts';
import { yearsFromDataSet } from '../../shared/calendar/published-years.ts';
import { noPredecessor, sealEvent } from '../../shared/ledger/journal-event.ts';
import type { AnswerOf, SignedInRequestOf } from '../http/endpoint.ts';
import {
  calendarKeptMs,
  calendarYearWrite,
  type KeptYear,
  readCalendarYears,
} from '../persistence/calendar-shelf.ts';
import { eventWrite, readChain } from '../persistence/journal.ts';
import { calendarChain } from '../persistence/keys.ts';
import { readOfficerNames } from '../persistence/officer-directory.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Tables } from '../persistence/tables.ts';
import { commit } from '../persistence/transaction.ts';
import type { System } from '../system.ts';

type Routes = typeof calendarRoutes;

export const listCalendarYears =
  ({ tables }: Pick<System, 'tables'>) =>
  async ({
    actor,
  }: SignedInRequestOf<Routes['listCalendarYears']>): AnswerOf<Routes['listCalendarYears']> => {
    const kept = await readCalendarYears(tables);
    const replaced = new Set(kept.map(({ year }) => year));
    const known = yearsFromDataSet().filter(({ year }) => !replaced.has(year));
    const names = actor.office === undefined ? new Map() : await publisherNames(tables, [...replaced]);
    const items = [...known, ...kept.map((year) => ({ ...year, ...nameOf(names, year.publishedBy) }))];
    return accept({
      items: items
        .toSorted((one, other) => other.year - one.year)
        .map((year) => ({ ...year, holidays: [...year.holidays] })),
    });
  };

const nameOf = (names: ReadonlyMap<string, string>, id: string) => {
  const publisherName = names.get(id);
  return publisherName === undefined ? {} : { publisherName };
};

async function publisherNames(
  tables: Tables,
  years: readonly number[],
): Promise<ReadonlyMap<string, string>> {
  const chains = await Promise.all(years.map((year) => readChain(tables, calendarChain(year))));
  return readOfficerNames(
    tables,
    chains.flat().map(({ actor }) => actor),
  );
}

/** The beginning of tomorrow; of the day after when every process would not have heard of it by then. */
function nextDay(now: string): string {
  const heard = new Date(Date.parse(now) + 2 * calendarKeptMs).toISOString();
  return startOfDayInstant(addCalendarDays(dateInShanghai(heard), 1));
}

/** Refuses with `invalid-input`, or `calendar-year-exists` when the year was published today already. */
export const publishCalendarYear =
  ({ tables, now }: Pick<System, 'tables' | 'now'>) =>
  async ({
    actor,
    body: { commandId, ...published },
  }: SignedInRequestOf<Routes['publishCalendarYear']>): AnswerOf<Routes['publishCalendarYear']> => {
    const errors = checkPublishedYear(published);
    if (errors.length > 0) return refuse('invalid-input', { errors });
    const { year } = published;
    const chain = calendarChain(year);
    const [years, events] = await Promise.all([readCalendarYears(tables), readChain(tables, chain)]);
    // Events and publications of a year come in pairs: a command that is among them only lost its answer.
    const mine = events.findIndex((event) => event.commandId === commandId && event.actor.id === actor.id);
    const repeated = years.filter((known) => known.year === year)[mine];
    if (repeated !== undefined) return accept(repeated);
    const previous = events.at(-1);
    const publishedAt = now();
    const kept: KeptYear = {
      ...published,
      publishedAt,
      publishedBy: actor.id,
      inForceFrom: nextDay(publishedAt),
    };
    const event = sealEvent(
      {
        caseId: chain,
        seq: (previous?.seq ?? 0) + 1,
        type: 'calendar-year-published',
        at: publishedAt,
        actor: {
          id: actor.id,
          roles: actor.roles,
          ...(actor.office !== undefined && { office: actor.office }),
        },
        commandId,
        data: { ...published, inForceFrom: kept.inForceFrom },
      },
      previous?.hash ?? noPredecessor,
      sha256,
    );
    const committed = await commit(tables, [calendarYearWrite(tables, kept), eventWrite(tables, event)]);
    return committed.ok ? accept(kept) : refuse('calendar-year-exists');
  };
