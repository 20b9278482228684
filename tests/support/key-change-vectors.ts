import { signCheckpoint } from '../../shared/ledger/checkpoint.ts';
import { signKeyChange } from '../../shared/ledger/key-change.ts';
import { leafHash, treeHash } from '../../shared/ledger/merkle-hash.ts';
import { formatVerifierKey, verifierKey } from '../../shared/ledger/verifier-key.ts';
import { testSigner } from './ledger.ts';

/** The log's first, second and third key, and that of somebody else; the same at every run. */
export const [one, two, three] = [
  testSigner(undefined, 1),
  testSigner(undefined, 2),
  testSigner(undefined, 3),
];
export const forger = testSigner(undefined, 66);
export const keyOf = ({ name, publicKey }: typeof one) => verifierKey(name, publicKey);

const leaves = Array.from({ length: 40 }, (_, at) => leafHash(Uint8Array.of(at)));
export const head = (size: number) => ({ size, root: treeHash(leaves.slice(0, size)) });
export const otherHead = (size: number) => ({ size, root: treeHash(leaves.slice(1, size + 1)) });

/** The first key served until entry 10, the second until 20, the third from then on. */
export const keyChanges = async () => [
  await signKeyChange(head(10), one, two),
  await signKeyChange(head(20), two, three),
];

/** What stands in shared/ledger/test-vectors.json of it, made anew. */
export async function keyChangeVectors() {
  const [first = '', second = ''] = await keyChanges();
  const checkpoint = async (name: string, note: Promise<string>, fault?: string) => ({
    name,
    note: await note,
    ...(fault !== undefined && { fault }),
  });
  return {
    keys: [one, two, three].map((signer) => formatVerifierKey(keyOf(signer))),
    changes: [first, second],
    checkpoints: [
      await checkpoint('by the first key, at the end of its term', signCheckpoint(head(10), one)),
      await checkpoint('by the second key, at the beginning of its term', signCheckpoint(head(10), two)),
      await checkpoint('by both, while the key changes', signCheckpoint(head(15), two, one)),
      await checkpoint('by the third key', signCheckpoint(head(33), three)),
      await checkpoint('by the first key after its term', signCheckpoint(head(11), one), 'key-retired'),
      await checkpoint('by the second key before its term', signCheckpoint(head(9), two), 'key-too-early'),
      await checkpoint('over another history at the change', signCheckpoint(otherHead(10), one), 'forked'),
      await checkpoint('by a stranger', signCheckpoint(head(15), forger), 'unknown-key'),
    ],
    unsound: [
      {
        name: 'a rival successor',
        changes: [first, await signKeyChange(head(10), one, forger)],
        fault: 'rival-key-changes',
      },
      {
        name: 'a rival head',
        changes: [first, await signKeyChange(head(12), one, two)],
        fault: 'rival-key-changes',
      },
      {
        name: 'one signature',
        changes: [`${first.split('\n').toSpliced(7, 1).join('\n')}`],
        fault: 'bad-key-change',
      },
      { name: 'another size', changes: [first.replace('\n10\n', '\n11\n')], fault: 'bad-signature' },
    ],
  };
}
