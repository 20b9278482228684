import { sameBytes, toBase64 } from './bytes.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { type Fault, fault, sound, unsound, type Verdict } from './faults.ts';
import type { Handover, LogKey } from './key-term.ts';
import type { TreeHead } from './merkle-hash.ts';
import { openNote, type Signer, signNote } from './signed-note.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey, verifierKey } from './verifier-key.ts';

/**
 * How a log changes its key, as specified in canonical-bytes.md: a note that names the old key, the new key and the
 * head of the log at which one takes over from the other, signed by both. So whoever trusts either can follow to the
 * other, and the history of the keys proves itself like that of the events.
 */
type KeyChange = {
  readonly head: TreeHead;
  readonly before: VerifierKey;
  readonly after: VerifierKey;
};

/** Differs from every origin of a log, so that this note never passes for a checkpoint. */
const firstLine = (origin: string): string => `${origin}/key-change`;

const keyOf = ({ name, publicKey }: Signer): VerifierKey => verifierKey(name, publicKey);

/** Both signers bear the name of the log. */
export const signKeyChange = ({ size, root }: TreeHead, before: Signer, after: Signer): Promise<string> =>
  signNote(
    [
      firstLine(after.name),
      String(size),
      toBase64(root),
      formatVerifierKey(keyOf(before)),
      formatVerifierKey(keyOf(after)),
      '',
    ].join('\n'),
    before,
    after,
  );

const badChange = (where: string): Verdict<never> => unsound('bad-key-change', { where });

/** What a note says, signed by the two keys that stand in it; whether either can be trusted is another question. */
function openKeyChange(note: string): Verdict<KeyChange> {
  const [first = '', size = '', root = '', ...rest] = note.slice(0, note.lastIndexOf('\n\n')).split('\n');
  const [before, after] = rest.map(parseVerifierKey);
  if (rest.length !== 2 || !before?.ok || !after?.ok) return badChange('keys');
  const keys = [before.value, after.value];
  const [origin] = keys.map(({ name }) => name);
  if (origin === undefined || keys.some(({ name }) => firstLine(name) !== first)) return badChange('origin');
  if (sameBytes(before.value.publicKey, after.value.publicKey)) return badChange('keys');
  // The middle lines are those of a checkpoint.
  const head = parseCheckpoint(`${origin}\n${size}\n${root}\n`);
  if (!head.ok) return badChange('head');
  const opened = openNote(note, keys);
  if (!opened.ok) return opened;
  if (new Set(opened.value.signers).size < keys.length) return badChange('signatures');
  return sound({ head: head.value, before: before.value, after: after.value });
}

/** More changes of key than any log will see. */
const mostChanges = 100;

/** A key's id has four bytes only, and another key with the same one is soon made: a key is known by all of it. */
const whole = formatVerifierKey;
const sameHandover = (one: Handover, other: Handover): boolean =>
  one.size === other.size && sameBytes(one.root, other.root) && one.other === other.other;

/**
 * The trusted keys of a log with all that these statements add: further keys, and the term of each. A statement about
 * keys of which none is trusted, not even through another statement, is passed over like a stranger's signature.
 */
export function followKeyChanges(
  trusted: readonly LogKey[],
  notes: readonly string[],
): Verdict<readonly LogKey[]> {
  if (notes.length > mostChanges) return badChange('number');
  const keys = new Map(trusted.map((key) => [whole(key), key]));
  let waiting: KeyChange[] = [];
  for (const note of notes) {
    const opened = openKeyChange(note);
    if (!opened.ok) return opened;
    waiting.push(opened.value);
  }
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    const unknown: KeyChange[] = [];
    for (const change of waiting) {
      const isKnown = keys.has(whole(change.before)) || keys.has(whole(change.after));
      const wrong = isKnown ? take(keys, change) : undefined;
      if (wrong) return { ok: false, fault: wrong };
      if (!isKnown) unknown.push(change);
    }
    waiting = unknown;
  }
  return sound([...keys.values()]);
}

/** Enters the end of one key's term and the beginning of the other's; each has only one. */
function take(keys: Map<string, LogKey>, { head, before, after }: KeyChange): Fault | undefined {
  const until = { ...head, other: whole(after) };
  const from = { ...head, other: whole(before) };
  const old: LogKey = keys.get(whole(before)) ?? before;
  const young: LogKey = keys.get(whole(after)) ?? after;
  if (old.until && !sameHandover(old.until, until)) return fault('rival-key-changes', { key: old.id });
  if (young.from && !sameHandover(young.from, from)) return fault('rival-key-changes', { key: young.id });
  keys.set(whole(before), { ...old, until });
  keys.set(whole(after), { ...young, from });
  return undefined;
}
