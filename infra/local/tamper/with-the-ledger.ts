import {
  checkpointPath,
  checkpointPrefix,
  keyChangePath,
  newestNote,
} from '../../../functions/ledger/checkpoint-file.ts';
import { text } from '../../../shared/language/text.ts';
import { parseCheckpoint, signCheckpoint } from '../../../shared/ledger/checkpoint.ts';
import { publicKeyOf, signEd25519 } from '../../../shared/ledger/ed25519.ts';
import { soundOrThrow } from '../../../shared/ledger/faults.ts';
import { signKeyChange } from '../../../shared/ledger/key-change.ts';
import type { Signer } from '../../../shared/ledger/signed-note.ts';
import { tileAt, tilePath } from '../../../shared/ledger/tile.ts';
import { verifierKey } from '../../../shared/ledger/verifier-key.ts';
import type { ObjectFolder } from '../object-store/object-folder.ts';
import type { Tampering, Target } from './tampering.ts';

/** Past the lock that the store keeps on the ledger: the file itself. */
async function replaceFile(files: ObjectFolder, key: string, bytes: Uint8Array): Promise<void> {
  async function* body() {
    yield Buffer.from(bytes);
  }
  await files.put(
    {
      key,
      body: body(),
      contentType: 'application/octet-stream',
      headers: {},
      maxBytes: bytes.length,
      accept: () => undefined,
      onlyIfAbsent: false,
    },
    new Date(0).toISOString(),
  );
}

async function newest({ store }: Target) {
  const note = await newestNote(store);
  if (note === undefined) throw new Error('the log has no checkpoint');
  return soundOrThrow(parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1)));
}

const keyOf = ({ name, publicKey }: Signer) => verifierKey(name, publicKey);

/** The key that the county changed to. */
const successorsSeed = new Uint8Array(32).fill(9);

/** A key of one's own, as a forger would make it. */
const forgersSeed = new Uint8Array(32).fill(66);

export const withTheLedger: readonly Tampering[] = [
  {
    id: 'replace-a-tile',
    title: text('替换账本的一块哈希', 'Replace a tile of the ledger'),
    act: async (target) => {
      const { size } = await newest(target);
      const path = tilePath(tileAt(0, 0, size));
      const bytes = await target.store.read(path);
      if (!bytes) throw new Error(`${path} is not there`);
      await replaceFile(
        target.ledgerFiles,
        path,
        bytes.map((byte, at) => (at === 0 ? byte ^ 1 : byte)),
      );
    },
  },
  {
    id: 'roll-back-the-checkpoint',
    title: text('把账本退回到较早的检查点', 'Roll the ledger back to an earlier checkpoint'),
    act: async (target) => {
      const { size } = await newest(target);
      await target.ledgerFiles.remove(checkpointPath(size));
    },
  },
  {
    id: 'sign-with-another-key',
    title: text('用另一把密钥重新签署检查点', 'Sign the checkpoint again with another key'),
    act: async (target) => {
      const { origin, ...head } = await newest(target);
      const note = await signCheckpoint(head, {
        name: origin,
        publicKey: publicKeyOf(forgersSeed),
        sign: async (bytes) => signEd25519(bytes, forgersSeed),
      });
      await replaceFile(target.ledgerFiles, checkpointPath(head.size), new TextEncoder().encode(note));
    },
  },
  {
    id: 'sign-with-a-retired-key',
    title: text(
      '密钥停用以后，用偷来的旧密钥继续签署检查点',
      'Go on signing checkpoints with a stolen key that was retired',
    ),
    act: async ({ store, ledgerFiles, signer }) => {
      // The county changed its key at the checkpoint before the newest: that one nobody was to sign with the old key.
      const [, earlier = ''] = await store.list(checkpointPrefix);
      const bytes = await store.read(earlier);
      const note = new TextDecoder().decode(bytes);
      const head = soundOrThrow(parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1)));
      const successor = {
        name: signer.name,
        publicKey: publicKeyOf(successorsSeed),
        sign: async (message: Uint8Array) => signEd25519(message, successorsSeed),
      };
      const change = await signKeyChange(head, signer, successor);
      const path = keyChangePath(keyOf(signer), keyOf(successor));
      await replaceFile(ledgerFiles, path, new TextEncoder().encode(change));
    },
  },
];
