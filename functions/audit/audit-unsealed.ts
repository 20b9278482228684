import { addCalendarDays } from '../../shared/calendar/date.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { type ChainHead, checkContent, checkLink } from '../../shared/ledger/case-chain.ts';
import { fault } from '../../shared/ledger/faults.ts';
import { type IndexedPlace, readPlaces } from '../persistence/journal-places.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Tables } from '../persistence/tables.ts';
import { readEventsAt } from './audit-events.ts';
import type { Findings } from './audit-report.ts';

const pageSize = 100;
/** Sealing takes seconds; what is older than this and still not sealed was put in behind the sealer's back. */
const longestLagMs = 15 * 60_000;

/**
 * Walks the journal's days and looks at what the log does not hold yet: it must link to what is sealed. `heads`
 * is how far the log knows each chain, and is carried on. Answers how many such events there are.
 */
export async function auditUnsealed(
  tables: Tables,
  heads: Map<string, ChainHead>,
  period: { readonly from: string; readonly now: string },
  findings: Findings,
): Promise<number> {
  let count = 0;
  const lastDay = dateInShanghai(period.now);
  for (let day = period.from; day <= lastDay; day = addCalendarDays(day, 1)) {
    let after: string | undefined = '#';
    while (after !== undefined) {
      const page = await readPlaces(tables, day, after, pageSize);
      const fresh = page.places.filter(({ caseId, seq }) => seq > (heads.get(caseId)?.seq ?? 0));
      count += fresh.length;
      await look(fresh.toSorted((a, b) => (a.caseId === b.caseId ? a.seq - b.seq : 0)));
      after = page.next;
    }
  }
  return count;

  async function look(fresh: readonly IndexedPlace[]): Promise<void> {
    const events = await readEventsAt(tables, fresh);
    for (const [at, { caseId, seq, order }] of fresh.entries()) {
      const [event, place] = [events[at], { caseId, seq }];
      if (!event) {
        findings.add(fault('event-missing', { expected: seq }, place));
        continue;
      }
      const writtenAt = Date.parse(order.slice(0, order.indexOf('#')));
      findings.add(
        checkContent(event, place, sha256) ??
          checkLink(event, heads.get(caseId), place) ??
          (Date.parse(period.now) - writtenAt > longestLagMs ? fault('never-sealed', {}, place) : undefined),
      );
      heads.set(caseId, { seq, hash: event.hash });
    }
  }
}
