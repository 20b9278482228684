import type { Checkpoint } from '../../shared/ledger/checkpoint.ts';
import { soundOrThrow } from '../../shared/ledger/faults.ts';
import { followKeyChanges, signKeyChange } from '../../shared/ledger/key-change.ts';
import type { Signer } from '../../shared/ledger/signed-note.ts';
import { verifierKey } from '../../shared/ledger/verifier-key.ts';
import { keyChangePath, newestCheckpoint, publishedKeys, publishKey } from '../ledger/checkpoint-file.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import type { Signers } from '../ledger/signer.ts';

/**
 * So long after a new key first signs, no sealer is at work any more that knows only the old one: a run ends after two
 * minutes. Only then is the old key retired, because what it signs alone afterwards counts as a forgery.
 */
const settlingMs = 10 * 60_000;

const keyOf = ({ name, publicKey }: Signer) => verifierKey(name, publicKey);

/**
 * The log's newest checkpoint, signed by the key of now or, while the log changes its key, by the one before; that of
 * an empty log before the first. The first run with a new key publishes it; one some minutes later states, signed by
 * both, at which head of the log it took over.
 * @throws LedgerDamagedError when the note does not hold, or was signed by a key out of its term.
 */
export async function takeUpLog(
  store: LedgerStore,
  { signer, before }: Signers,
  now: string,
  settlesMs: number = settlingMs,
): Promise<Checkpoint> {
  const key = keyOf(signer);
  if (before === undefined || keyOf(before).id === key.id) {
    const newest = await newestCheckpoint(store, signer.name, [key]);
    if (newest.size === 0) await publishKey(store, key);
    return newest;
  }
  const old = keyOf(before);
  const path = keyChangePath(old, key);
  const stated = await textAt(store, path);
  // All of them: nothing may have been sealed yet since the change before this one.
  const { changes } = await publishedKeys(store);
  const keys = soundOrThrow(followKeyChanges([old, key], changes));
  const newest = await newestCheckpoint(store, signer.name, keys);
  if (stated !== undefined) return newest;
  await publishKey(store, old);
  await publishKey(store, key);
  if (Date.parse(now) - Date.parse(await firstUse(store, key.id, now)) >= settlesMs) {
    const statement = await signKeyChange(newest, before, signer);
    // Another run may have stated it a moment earlier, of another head: then that one counts, from the next run on.
    await store.create(path, new TextEncoder().encode(statement));
  }
  return newest;
}

/** The instant at which a key was first here to sign; written down by whoever comes first. */
async function firstUse(store: LedgerStore, id: string, now: string): Promise<string> {
  const path = `key/begun-${id}`;
  await store.create(path, new TextEncoder().encode(now));
  return (await textAt(store, path)) ?? now;
}

async function textAt(store: LedgerStore, path: string): Promise<string | undefined> {
  const bytes = await store.read(path);
  return bytes && new TextDecoder().decode(bytes);
}
