import { accept, type Outcome, refuse } from '../../../shared/api/errors.ts';
import { isObject } from '../../../shared/forms/value-shape.ts';
import { canonicalText } from '../../../shared/ledger/canonical-bytes.ts';
import { type Enclosure, enclosed } from '../../../shared/ledger/dossier.ts';
import { dossierRows, type FoundEvent, issueDossier } from '../../../shared/ledger/issue-dossier.ts';
import type { JournalEvent } from '../../../shared/ledger/journal-event.ts';
import { JsonValueSchema } from '../../../shared/ledger/json-value.ts';
import type { AuditorSystem } from '../auditor-system.ts';
import { keyChangesPart } from '../key-changes-part.ts';
import { type AuditedCase, eventsAmong, loadCase } from './load-case.ts';

/**
 * The case as a signed file that proves itself: events with their proofs, every form as it was filed and the
 * programme it was decided under. What is missing or altered goes in as it is: the file shows it.
 * Refuses with `case-not-found`, or `nothing-sealed` before the first checkpoint.
 */
export async function caseDossier(system: AuditorSystem, caseId: string): Promise<Outcome<string>> {
  const loaded = await loadCase(system, caseId);
  if (!loaded.ok) return loaded;
  const { found, log } = loaded.value;
  if (log.note === undefined) return refuse('nothing-sealed');
  const contents = {
    kind: 'case-dossier',
    version: 1,
    caseId,
    issuedAt: system.now(),
    checkpoint: log.note,
    ...keyChangesPart(log),
    head: headOf(loaded.value),
    events: await dossierRows(found, log.size, log.read),
    enclosures: await enclosuresOf(system, loaded.value),
  } as const;
  return accept(await issueDossier(contents, log, await system.issuer()));
}

/** How far the registry says the case has come; where it has lost the case, how far the events go. */
function headOf({ head, found }: AuditedCase) {
  if (head) return { seq: head.state.version, hash: head.hash };
  const last = found.at(-1);
  if (last === undefined) throw new Error('a case that nobody knows has no dossier');
  const { seq, hash } = entryOf(last);
  return { seq, hash };
}

const entryOf = (row: FoundEvent) => ('event' in row ? row.event : row.missing);

async function enclosuresOf(system: AuditorSystem, audited: AuditedCase): Promise<Enclosure[]> {
  const events = eventsAmong(audited.found);
  const forms = events.flatMap((event) => [
    ...formOf('revision', event, audited.revisions),
    ...formOf('report', event, audited.reports),
  ]);
  const first = events.find(({ seq }) => seq === 1);
  return [...forms, ...(first ? await programmeOf(system, first) : [])];
}

/** The form that an event names by number and digest; none where it is gone, which the verifier then says. */
function formOf(
  kind: 'revision' | 'report',
  { seq, data }: JournalEvent,
  forms: AuditedCase[`${typeof kind}s`],
): readonly Enclosure[] {
  const named = data[kind];
  const form = isObject(named) ? forms.find(({ number }) => number === named.number) : undefined;
  return form ? [{ kind, seq, pointer: enclosed[kind], value: asJson(form.answers) }] : [];
}

async function programmeOf(
  { programmes }: AuditorSystem,
  { seq, data }: JournalEvent,
): Promise<readonly Enclosure[]> {
  const pinned = isObject(data.programme) ? data.programme : {};
  if (typeof pinned.id !== 'string' || typeof pinned.version !== 'number') return [];
  const published = await programmes.version(pinned.id, pinned.version);
  return published
    ? [{ kind: 'programme', seq, pointer: enclosed.programme, value: asJson(published.programme) }]
    : [];
}

/** By way of its canonical text, which is what the digest in the event is of. */
const asJson = (value: unknown) => JsonValueSchema.parse(JSON.parse(canonicalText(value)));
