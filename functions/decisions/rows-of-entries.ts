import * as z from 'zod';
import type { DecisionRow } from '../../shared/decisions/decision-row.ts';
import { findingsOf } from '../../shared/decisions/findings.ts';
import { type ChainHead, checkContent, checkLink } from '../../shared/ledger/case-chain.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import type { LogEntry } from '../../shared/ledger/log-entry.ts';
import { concurrently } from '../persistence/concurrently.ts';
import { readableEvent } from '../persistence/journal.ts';
import { casePartition, headKey, journalPartition } from '../persistence/keys.ts';
import { sha256 } from '../persistence/sha256.ts';
import { readItems, readPartition, type Tables } from '../persistence/tables.ts';
import type { System } from '../system.ts';
import { type CaseDecision, decisionsOfChain } from './decisions-of-chain.ts';
import type { IndexItem } from './put-forward.ts';
import { Recipients } from './recipients.ts';

export type RowSources = Pick<System, 'tables' | 'programmes' | 'calendarAt'>;

/** An entry of the log and its place there. */
export type PlacedEntry = LogEntry & { readonly index: number };

/** Chains of anything but cases are named with what they are about: `access:…`, `programme:…`. */
const isCase = ({ caseId }: LogEntry): boolean => !caseId.includes(':');

export type EntriesRead = {
  readonly rows: readonly DecisionRow[];
  readonly recipients: readonly IndexItem[];
  /** Entries of which nothing can be told: what was sealed is gone, altered, or behind what is. */
  readonly unread: readonly PlacedEntry[];
};

/** The decisions among consecutive entries of the log, in their order, and what to remember of their recipients. */
export async function rowsOfEntries(
  sources: RowSources,
  making: string,
  entries: readonly PlacedEntry[],
): Promise<EntriesRead> {
  const { tables, programmes } = sources;
  const cases = [...new Set(entries.filter(isCase).map(({ caseId }) => caseId))];
  const chains = new Map(
    await concurrently(cases, async (caseId) => {
      const events = await chainOf(tables, caseId);
      return [caseId, { events, ...(await decisionsOfChain(events, sources)) }] as const;
    }),
  );
  const found: Found[] = [];
  const unread: PlacedEntry[] = [];
  for (const entry of entries.filter(isCase)) {
    const { caseId, seq, hash, index } = entry;
    const { events = [], decisions = [], understood = 0 } = chains.get(caseId) ?? {};
    const decided = decisions.find(({ decision }) => decision.seq === seq);
    if (seq > understood || events[seq - 1]?.hash !== hash) unread.push(entry);
    else if (decided) found.push({ ...decided, index });
  }

  const recipients = new Recipients(tables, making, programmes);
  const approvedBefore = await recipients.approvedBefore(found.filter(isApproval).map(approvalOf));
  const names = await enterpriseNames(
    tables,
    found.map(({ decision }) => decision.caseId),
  );
  const rows = found.map(({ decision, facts, index }): DecisionRow => {
    const before = approvedBefore.get(index) ?? new Set<string>();
    const findings = [...findingsOf({ ...facts, approvedBefore: before })];
    return { ...decision, index, enterpriseName: names.get(decision.caseId) ?? '', findings };
  });
  const through = (entries.at(-1)?.index ?? -1) + 1;
  return { rows, recipients: recipients.items(through), unread };
}

/** As far as it is unbroken. */
async function chainOf(tables: Tables, caseId: string): Promise<readonly JournalEvent[]> {
  const items = await readPartition(tables, tables.journal, journalPartition(caseId));
  const events: JournalEvent[] = [];
  let head: ChainHead | undefined;
  for (const item of items) {
    const event = readableEvent(item);
    if (event?.caseId !== caseId || checkContent(event, {}, sha256) || checkLink(event, head)) break;
    events.push(event);
    head = event;
  }
  return events;
}

type Found = CaseDecision & { readonly index: number };
const isApproval = ({ decision }: Found): boolean => decision.outcome === 'approved';
const approvalOf = ({ decision, facts, index }: Found) => ({
  ...decision,
  index,
  revision: facts.before.revision,
});

const NamedSchema = z.object({ pk: z.string(), enterpriseName: z.string() });

/** As the case bears it now; a case without a head, which somebody removed, has no name. */
async function enterpriseNames(
  tables: Tables,
  cases: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const distinct = [...new Set(cases)];
  const items = await readItems(tables, distinct.map(headKey), { consistent: false });
  const byPartition = new Map(
    items.map((item) => NamedSchema.parse(item)).map(({ pk, enterpriseName }) => [pk, enterpriseName]),
  );
  return new Map(distinct.map((caseId) => [caseId, byPartition.get(casePartition(caseId)) ?? '']));
}
