import { fill, type Text, text } from '../language/text.ts';
import { parseCanonical } from './canonical-file.ts';
import { type ChainHead, checkContent, checkHead, checkLink } from './case-chain.ts';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { digestOf, digestWithout, type Sha256, sha256 } from './digest.ts';
import {
  type Dossier,
  type DossierRow,
  DossierSchema,
  type Enclosure,
  enclosed,
  enclosedKinds,
} from './dossier.ts';
import { type Fault, fault, type Place, unsound, type Verdict } from './faults.ts';
import { checkIssue } from './issue.ts';
import type { JournalEvent } from './journal-event.ts';
import { entryOf } from './log-entry.ts';
import { failed, minuteInShanghai, type ProofReport, type TrustedKeys } from './proof-report.ts';
import { isSealed } from './seal.ts';
import { withKeyChanges } from './trusted-keys.ts';

const provenNote = text(
  '{count} 个事件的内容和顺序均与封存时一致；账本检查点由“{origin}”签名，共 {size} 条。',
  '{count} events are as they were sealed, in content and order; checkpoint of {size} entries signed by “{origin}”.',
);
const unsealedNote = text(
  '最后 {count} 个事件在签发时尚未封存，由哈希链和签发签名担保。',
  'The last {count} events were not sealed yet when this was issued; the hash chain and the issuer’s signature vouch for them.',
);
const enclosedNote = text(
  '所附表单、报告和政策共 {count} 份，与事件记载的摘要一致；事件所依据的都已附上。',
  'The {count} enclosed forms, reports and programme match the digests in the events; all that the events rest on is enclosed.',
);
const asOfNote = text(
  '案卷截至北京时间 {issuedAt}；此后的事件不在其中。',
  'The dossier stands as of {issuedAt}, Beijing time; later events are not in it.',
);

/** What an event says at a pointer; ours have nothing to unescape. */
function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([own]) => own === step)?.[1];
  }
  return value;
}

/** A dossier from its text; refused when the text is not exactly the canonical form of one. */
export function openDossier(fileText: string): Verdict<Dossier> {
  if (fileText.trim() === '') return unsound('empty');
  return parseCanonical(DossierSchema, fileText.replace(/\n$/, ''), ([list, at]) =>
    list === 'events' && typeof at === 'number' ? { row: at + 1 } : {},
  );
}

const entryOfRow = (row: DossierRow) => ('event' in row ? entryOf(row.event) : row.missing);

/** Sealing takes seconds; what waits longer than this was put into the journal past the sealer. */
const longestWaitMs = 24 * 3_600_000;
const isOverdue = ({ recordedAt, at }: JournalEvent, issuedAt: string): boolean =>
  Math.abs(Date.parse(issuedAt) - Date.parse(recordedAt ?? at)) > longestWaitMs;

type Walked = { readonly events: readonly JournalEvent[]; readonly unsealed: number; readonly bad?: Fault };

/** Every event with its own hash, its predecessor and its place in the log, in one pass: the first bad one ends it. */
function walk(dossier: Dossier, checkpoint: Checkpoint, hash: Sha256): Walked {
  const numbers = new Set(dossier.events.map((row) => entryOfRow(row).seq));
  const events: JournalEvent[] = [];
  let head: ChainHead | undefined;
  let sealedAt = -1;
  let unsealed: Place | undefined;
  const stop = (bad: Fault | undefined): Walked => ({ events, unsealed: 0, ...(bad && { bad }) });

  for (const [at, row] of dossier.events.entries()) {
    const entry = entryOfRow(row);
    const place = {
      row: at + 1,
      caseId: entry.caseId,
      seq: entry.seq,
      ...(row.seal && { index: row.seal.index }),
    };
    const otherCase =
      entry.caseId === dossier.caseId ? undefined : fault('other-case', { found: entry.caseId }, place);
    const broken =
      'event' in row
        ? (checkContent(row.event, place, hash) ??
          otherCase ??
          checkLink(row.event, head, place, (seq) => numbers.has(seq)))
        : otherCase;
    if (broken) return stop(broken);
    if (row.seal) {
      if (unsealed) return stop(fault('not-sealed', {}, unsealed));
      if (!isSealed(entry, row.seal, checkpoint, hash)) return stop(fault('not-in-log', {}, place));
      if (row.seal.index <= sealedAt) return stop(fault('sealed-out-of-order', {}, place));
      sealedAt = row.seal.index;
    } else {
      if ('event' in row && isOverdue(row.event, dossier.issuedAt))
        return stop(fault('never-sealed', {}, place));
      unsealed ??= place;
    }
    if (!('event' in row)) return stop(fault('removed', {}, place));
    events.push(row.event);
    head = { seq: entry.seq, hash: entry.hash };
  }
  const bad = head ? checkHead(head, dossier.head, { caseId: dossier.caseId }) : fault('no-events');
  return { ...stop(bad), unsealed: dossier.events.filter(({ seal }) => !seal).length };
}

const enclosedNames = {
  revision: text('申请表', 'application form'),
  report: text('履约报告', 'report'),
  programme: text('政策文件', 'programme'),
} as const;

/** Whether what is enclosed is what the events name, and nothing that they name is left out. */
function checkEnclosures(
  enclosures: readonly Enclosure[],
  events: readonly JournalEvent[],
  hash: Sha256,
): Fault | undefined {
  for (const { kind, seq, pointer, value } of enclosures) {
    const event = events[seq - 1];
    if (event && valueAt(event, pointer) === digestOf(kind, value, hash)) continue;
    return fault('enclosure-altered', enclosedNames[kind], { ...(event && { caseId: event.caseId }), seq });
  }
  const there = new Set(enclosures.map(({ kind, seq }) => `${kind} ${seq}`));
  for (const { caseId, seq, data } of events) {
    for (const kind of enclosedKinds) {
      const named = typeof valueAt({ data }, enclosed[kind]) === 'string';
      if (named && !there.has(`${kind} ${seq}`))
        return fault('enclosure-missing', enclosedNames[kind], { caseId, seq });
    }
  }
  return undefined;
}

/**
 * Verifies the text of a case dossier, offline: signatures, every event's own hash, the chain, every event's
 * place in the log, the head, what is enclosed, and that the file is as it was issued.
 */
export function verifyDossier(fileText: string, keys: TrustedKeys, hash: Sha256 = sha256): ProofReport {
  const opened = openDossier(fileText);
  return opened.ok ? verifyOpened(opened.value, keys, hash) : failed(opened.fault);
}

/** The same for one that openDossier has opened. */
export function verifyOpened(dossier: Dossier, trusted: TrustedKeys, hash: Sha256): ProofReport {
  const followed = withKeyChanges(trusted, dossier.keyChanges ?? []);
  if (!followed.ok) return failed(followed.fault);
  const keys = followed.value;
  const checkpoint = openCheckpoint(dossier.checkpoint, keys.log);
  if (!checkpoint.ok) return failed(checkpoint.fault);

  const { events, unsealed, bad } = walk(dossier, checkpoint.value, hash);
  if (bad) return failed(bad, events.length);
  const altered = checkEnclosures(dossier.enclosures, events, hash);
  if (altered) return failed(altered, events.length);
  const { origin, size } = checkpoint.value;
  const digest = digestWithout('issued', 'case-dossier', dossier, hash);
  const reissued = checkIssue(dossier.issued, { origin, kind: 'case-dossier', digest }, keys.issuer);
  if (reissued) return failed(reissued, events.length);

  const notes: Text[] = [fill(provenNote, { count: events.length - unsealed, size, origin })];
  if (unsealed > 0) notes.push(fill(unsealedNote, { count: unsealed }));
  if (dossier.enclosures.length > 0) notes.push(fill(enclosedNote, { count: dossier.enclosures.length }));
  notes.push(fill(asOfNote, { issuedAt: minuteInShanghai(dossier.issuedAt) }));
  return { ok: true, checked: events.length, notes };
}
