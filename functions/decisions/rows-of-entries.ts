import * as z from 'zod';
import type { DecisionRow } from '../../shared/decisions/decision-row.ts';
import { findingsOf } from '../../shared/decisions/findings.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import type { LogEntry } from '../../shared/ledger/log-entry.ts';
import { concurrently } from '../persistence/concurrently.ts';
import { readableEvent } from '../persistence/journal.ts';
import { casePartition, headKey, journalPartition } from '../persistence/keys.ts';
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

/** The decisions among consecutive entries of the log, in their order, and what to remember of their recipients. */
export async function rowsOfEntries(
  { tables, programmes, calendarAt }: RowSources,
  making: string,
  entries: readonly PlacedEntry[],
): Promise<{ readonly rows: readonly DecisionRow[]; readonly recipients: readonly IndexItem[] }> {
  const cases = [...new Set(entries.filter(isCase).map(({ caseId }) => caseId))];
  const chains = await concurrently(cases, async (caseId) =>
    decisionsOfChain(await chainOf(tables, caseId), calendarAt),
  );
  const decisions = new Map(
    chains.flat().map((one) => [`${one.decision.caseId} ${one.decision.seq}`, one] as const),
  );
  const found = entries.flatMap(({ caseId, seq, index }) => {
    const decision = decisions.get(`${caseId} ${seq}`);
    return decision ? [{ ...decision, index }] : [];
  });

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
  return { rows, recipients: recipients.items(through) };
}

/** As far as it can be read. */
async function chainOf(tables: Tables, caseId: string): Promise<readonly JournalEvent[]> {
  const items = await readPartition(tables, tables.journal, journalPartition(caseId));
  const events: JournalEvent[] = [];
  for (const item of items) {
    const event = readableEvent(item);
    if (event?.seq !== events.length + 1 || event.caseId !== caseId) break;
    events.push(event);
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
