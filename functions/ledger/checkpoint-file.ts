import { type Checkpoint, openCheckpoint } from '../../shared/ledger/checkpoint.ts';
import { fault, LedgerDamagedError, soundOrThrow } from '../../shared/ledger/faults.ts';
import type { LogKey } from '../../shared/ledger/key-term.ts';
import { treeHash } from '../../shared/ledger/merkle-hash.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../../shared/ledger/verifier-key.ts';
import { type LedgerStore, writeOnce } from './ledger-store.ts';

/**
 * Every checkpoint is a file of its own, so that none is ever replaced. The names count backwards: the first
 * that a listing gives is the newest, and finding it costs the same however many there are.
 */
export const checkpointPrefix = 'checkpoint/';
export const checkpointPath = (size: number): string =>
  `${checkpointPrefix}${String(Number.MAX_SAFE_INTEGER - size).padStart(16, '0')}`;

/** The newest checkpoint as the signed note it is; undefined before the first. */
export async function newestNote(store: LedgerStore): Promise<string | undefined> {
  const path = await store.first(checkpointPrefix);
  const bytes = path && (await store.read(path));
  return bytes ? new TextDecoder().decode(bytes) : undefined;
}

/**
 * The newest checkpoint, signed by one of the keys for `origin`; that of an empty log before the first.
 * @throws LedgerDamagedError when the note does not hold.
 */
export async function newestCheckpoint(
  store: LedgerStore,
  origin: string,
  keys: readonly LogKey[],
): Promise<Checkpoint> {
  const note = await newestNote(store);
  if (note === undefined) return { origin, size: 0, root: treeHash([]) };
  const checkpoint = soundOrThrow(openCheckpoint(note, keys));
  if (checkpoint.origin === origin) return checkpoint;
  throw new LedgerDamagedError(fault('other-log', { found: checkpoint.origin, expected: origin }));
}

const keyPrefix = 'key/';
const changePrefix = `${keyPrefix}change-`;

/** Published beside the log, so that readers need not reach the key service. */
export const publishKey = (store: LedgerStore, key: VerifierKey): Promise<void> =>
  writeOnce(store, `${keyPrefix}${key.id}`, new TextEncoder().encode(`${formatVerifierKey(key)}\n`));

/** The statement by which one key took over from another (see key-change.ts): one for each two keys, for ever. */
export const keyChangePath = (before: VerifierKey, after: VerifierKey): string =>
  `${changePrefix}${before.id}-${after.id}`;

/** The keys that have ever signed this log, and the statements about their changes, as they were published. */
export type PublishedKeys = { readonly keys: readonly VerifierKey[]; readonly changes: readonly string[] };

/** Whoever verifies takes the keys from elsewhere, not from here; statements prove themselves. */
export async function publishedKeys(store: LedgerStore): Promise<PublishedKeys> {
  const paths = await store.list(keyPrefix);
  const textsOf = async (wanted: (path: string) => boolean): Promise<readonly string[]> => {
    const files = await Promise.all(paths.filter(wanted).map(store.read));
    return files.flatMap((bytes) => (bytes ? [new TextDecoder().decode(bytes)] : []));
  };
  const [keys, changes] = await Promise.all([
    textsOf((path) => /^key\/[0-9a-f]{8}$/.test(path)),
    textsOf((path) => path.startsWith(changePrefix)),
  ]);
  return { keys: keys.map((line) => soundOrThrow(parseVerifierKey(line))), changes };
}
