import { fromBase64, sameBytes, toBase64 } from './bytes.ts';
import { type Fault, fault, sound, unsound, type Verdict } from './faults.ts';
import { checkTerm, type LogKey } from './key-term.ts';
import { hashSize, type TreeHash, type TreeHead } from './merkle-hash.ts';
import { verifyConsistency } from './merkle-proof.ts';
import { openNote, type Signer, signNote } from './signed-note.ts';

/** C2SP tlog-checkpoint: which log, how many entries, under which root. The log's key bears the origin as name. */
export type Checkpoint = TreeHead & { readonly origin: string };

const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`;

/**
 * The checkpoint of a tree head as a signed note, in the name of the signer. `beside`: signs it too, while the log
 * changes its key; of the same name.
 */
export const signCheckpoint = ({ size, root }: TreeHead, signer: Signer, beside?: Signer): Promise<string> =>
  signNote(checkpointText({ origin: signer.name, size, root }), signer, ...(beside ? [beside] : []));

export function parseCheckpoint(text: string): Verdict<Checkpoint> {
  const [origin = '', digits = '', encoded = '', ...extensions] = text.slice(0, -1).split('\n');
  if (!text.endsWith('\n') || origin === '') return unsound('bad-checkpoint', { where: 'origin' });
  const size = Number(digits);
  if (!/^(0|[1-9]\d*)$/.test(digits) || !Number.isSafeInteger(size)) {
    return unsound('bad-checkpoint', { where: 'size' });
  }
  const root = fromBase64(encoded);
  if (root?.length !== hashSize) return unsound('bad-checkpoint', { where: 'root' });
  if (extensions.includes('')) return unsound('bad-checkpoint', { where: 'extension' });
  return sound({ origin, size, root });
}

/**
 * The checkpoint in a note that one of the log's published keys has signed, in its term; the key's name says which log.
 */
export function openCheckpoint(note: string, keys: readonly LogKey[]): Verdict<Checkpoint> {
  const opened = openNote(note, keys);
  if (!opened.ok) return opened;
  const checkpoint = parseCheckpoint(opened.value.text);
  if (!checkpoint.ok) return checkpoint;
  const found = checkpoint.value.origin;
  const { signers } = opened.value;
  const own = signers.filter(({ name }) => name === found);
  if (own.length === 0) {
    return unsound('other-log', { found, expected: signers.map(({ name }) => name).join(', ') });
  }
  const faults = own.map((key) => checkTerm(key, checkpoint.value));
  const [first] = faults;
  return first === undefined || faults.includes(undefined) ? checkpoint : { ok: false, fault: first };
}

/**
 * What is wrong when a later checkpoint of a log should only have added to an earlier one; nothing when it did.
 * `proof` is the consistency proof between the two.
 */
export function checkGrowth(
  older: Checkpoint,
  newer: Checkpoint,
  proof: readonly TreeHash[],
): Fault | undefined {
  if (older.origin !== newer.origin)
    return fault('other-log', { found: newer.origin, expected: older.origin });
  if (newer.size < older.size) return fault('rolled-back', { older: older.size, newer: newer.size });
  const grown =
    older.size === newer.size ? sameBytes(older.root, newer.root) : verifyConsistency(older, newer, proof);
  return grown ? undefined : fault('forked', { older: older.size });
}
