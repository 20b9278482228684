import { accept, type Outcome, refuse } from '../../../shared/api/errors.ts';
import type { FoundEvent } from '../../../shared/ledger/issue-dossier.ts';
import type { JournalEvent } from '../../../shared/ledger/journal-event.ts';
import { documentOf, type StoredDocument } from '../../persistence/document.ts';
import { type Head, headOf } from '../../persistence/head.ts';
import { casePartition } from '../../persistence/keys.ts';
import { reportOf, type StoredReport } from '../../persistence/report.ts';
import { type Revision, revisionOf } from '../../persistence/revision.ts';
import { type RawItem, readPartition } from '../../persistence/tables.ts';
import type { AuditorSystem } from '../auditor-system.ts';
import { type CurrentLog, currentLog } from '../current-log.ts';
import { foundEvents } from './found-events.ts';

/** A case as an auditor finds it: what the registry, the journal and the log hold of it. */
export type AuditedCase = {
  /** Absent when the registry has lost it; the journal or the log may still know the case. */
  readonly head?: Head;
  readonly revisions: readonly Revision[];
  readonly reports: readonly StoredReport[];
  readonly documents: readonly StoredDocument[];
  readonly found: readonly FoundEvent[];
  readonly log: CurrentLog;
};

/** Refuses with `case-not-found` when nobody knows the case. */
export async function loadCase(system: AuditorSystem, caseId: string): Promise<Outcome<AuditedCase>> {
  const { tables } = system;
  const [items, log] = await Promise.all([
    readPartition(tables, tables.registry, casePartition(caseId)),
    currentLog(system),
  ]);
  const found = await foundEvents(tables, caseId, log);
  const of = <T>(kind: string, read: (item: RawItem) => T): readonly T[] =>
    items
      .filter(({ sk }) => typeof sk === 'string' && (sk === kind || sk.startsWith(`${kind}#`)))
      .flatMap((item) => readable(read, item));
  const [head] = of('head', headOf);
  if (head === undefined && found.length === 0) return refuse('case-not-found');
  return accept({
    ...(head && { head }),
    revisions: of('rev', revisionOf),
    reports: of('report', reportOf),
    documents: of('doc', documentOf),
    found,
    log,
  });
}

/** What somebody spoiled past our rules is as good as gone: the proofs say so, and the rest is still shown. */
function readable<T>(read: (item: RawItem) => T, item: RawItem): readonly T[] {
  try {
    return [read(item)];
  } catch {
    return [];
  }
}

export const eventsAmong = (found: readonly FoundEvent[]): readonly JournalEvent[] =>
  found.flatMap((row) => ('event' in row ? [row.event] : []));
