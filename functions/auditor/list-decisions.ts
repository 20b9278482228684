import * as z from 'zod';
import { accept, type Outcome } from '../../shared/api/errors.ts';
import type { auditorRoutes, DecisionDto } from '../../shared/api/routes/auditor.ts';
import { addCalendarDays } from '../../shared/calendar/date.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { cursorOf, placeOf } from '../persistence/cursor.ts';
import { readDay } from '../persistence/journal-by-day.ts';
import type { System } from '../system.ts';
import { decisionsAmong } from './decisions-among.ts';

type Query = SignedInRequestOf<typeof auditorRoutes.listDecisions>['query'];
type Page = { items: DecisionDto[]; next?: string };

const pageSize = 50;
/** A page asks for this many slices of the journal at most: a search that finds little answers in parts. */
const mostSlices = 400;
/** No case can be older than the first programme. */
const firstDay = '2016-01-01';

const PlaceSchema = z.strictObject({ day: z.iso.date(), after: z.string().max(120).optional() });

/** Decisions straight from the journal, day by day in the wanted order. */
export const listDecisions =
  (system: System) =>
  async ({ query }: { readonly query: Query }): Promise<Outcome<Page>> => {
    const start = placeOf(PlaceSchema, query.cursor);
    if (!start.ok) return start;
    const newestFirst = query.order !== 'oldest';
    const today = dateInShanghai(system.now());
    const from = query.from ?? firstDay;
    const to = query.to !== undefined && query.to < today ? query.to : today;
    let place: z.infer<typeof PlaceSchema> = start.value ?? { day: newestFirst ? to : from };
    const items: DecisionDto[] = [];
    for (let slice = 0; place.day >= from && place.day <= to; slice += 1) {
      if (slice === mostSlices) return accept({ items, next: cursorOf(place) });
      const { day } = place;
      const { events, last } = await readDay(system.tables, day, place.after, newestFirst);
      for (const { decision, order } of await decisionsAmong(system, events)) {
        if (!fits(decision, query)) continue;
        items.push(decision);
        if (items.length === pageSize) return accept({ items, next: cursorOf({ day, after: order }) });
      }
      place = last === undefined ? { day: addCalendarDays(day, newestFirst ? -1 : 1) } : { day, after: last };
    }
    return accept({ items });
  };

function fits(decision: DecisionDto, query: Query): boolean {
  const equal = (wanted: string | number | undefined, actual: string | number): boolean =>
    wanted === undefined || wanted === actual;
  return (
    equal(query.town, decision.town) &&
    equal(query.office, decision.office) &&
    equal(query.programme, decision.programme) &&
    equal(query.version, decision.version) &&
    equal(query.stage, decision.stage) &&
    equal(query.outcome, decision.outcome) &&
    equal(query.officer, decision.officer) &&
    equal(query.applicant, decision.applicant) &&
    equal(query.enterprise, decision.enterprise) &&
    decision.amount >= (query.minAmount ?? 0) &&
    decision.amount <= (query.maxAmount ?? Number.MAX_SAFE_INTEGER) &&
    (query.late === undefined || (query.late === 'yes') === decision.daysUsed > decision.daysPromised)
  );
}
