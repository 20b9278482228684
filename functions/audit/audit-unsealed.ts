import { type ChainHead, checkContent, checkLink } from '../../shared/ledger/case-chain.ts';
import { fault } from '../../shared/ledger/faults.ts';
import { allPlaces, type EventPlace } from '../persistence/journal-places.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Tables } from '../persistence/tables.ts';
import { readEventsAt } from './audit-events.ts';
import type { Findings } from './audit-report.ts';

/** Sealing takes seconds; what is older than this and still not sealed was put in behind the sealer's back. */
const longestLagMs = 15 * 60_000;

/**
 * Walks the whole journal, past its index over days, in which a forged event need not stand, and looks at what the
 * log does not hold yet: it must link to what is sealed. `heads` is how far the log knows each chain, and is carried
 * on. Answers how many such events there are.
 */
export async function auditUnsealed(
  tables: Tables,
  heads: Map<string, ChainHead>,
  now: string,
  findings: Findings,
): Promise<number> {
  let count = 0;
  for await (const places of allPlaces(tables)) {
    const fresh = places.filter(({ caseId, seq }) => seq > (heads.get(caseId)?.seq ?? 0));
    count += fresh.length;
    await look(fresh);
  }
  return count;

  async function look(fresh: readonly EventPlace[]): Promise<void> {
    const events = await readEventsAt(tables, fresh);
    for (const [at, { caseId, seq }] of fresh.entries()) {
      const [event, place] = [events[at], { caseId, seq }];
      if (!event) {
        findings.add(fault('event-missing', { expected: seq }, place));
        continue;
      }
      const lagMs = Date.parse(now) - Date.parse(event.recordedAt ?? event.at);
      findings.add(
        checkContent(event, place, sha256) ??
          checkLink(event, heads.get(caseId), place) ??
          (lagMs > longestLagMs ? fault('never-sealed', {}, place) : undefined),
      );
      heads.set(caseId, { seq, hash: event.hash });
    }
  }
}
