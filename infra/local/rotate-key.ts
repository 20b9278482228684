import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { publishedKeys } from '../../functions/ledger/checkpoint-file.ts';
import { signerFromFile } from '../../functions/ledger/signer.ts';
import { takeUpLog } from '../../functions/sealer/take-up-log.ts';
import { keyChangeLine } from '../../shared/ledger/trusted-keys.ts';
import { formatVerifierKey, verifierKey } from '../../shared/ledger/verifier-key.ts';
import { keyChangesName, localKeys, renewSigningKey } from './local-keys.ts';
import { localOrigin } from './local-settings.ts';
import { openData } from './open-data.ts';
import { StartProblem } from './start-problem.ts';
import { replaceFile } from './whole-file.ts';

/**
 * `npm run rotate-key [-- --data .local]`: gives the log of a stopped system a new signing key. What waits is sealed
 * under the old one first; then both sign the statement that one takes over from the other. The old key goes on signing
 * beside the new one until the next change, so that whoever kept only the old one can still verify.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string', default: '.local' } } });
  const folder = resolve(import.meta.dirname, '../..', values.data);
  const { system, seal, close } = await openData(folder);
  try {
    const { store } = system.ledger;
    await seal();
    await renewSigningKey(folder);
    const { signingKeyFile, signingKeyFileBefore } = await localKeys(folder);
    const signer = await signerFromFile(localOrigin, signingKeyFile);
    const before = signingKeyFileBefore && (await signerFromFile(localOrigin, signingKeyFileBefore));
    // Nobody else is at work in a folder that is claimed.
    const { size } = await takeUpLog(store, { signer, ...(before && { before }) }, system.now(), 0);
    const { changes } = await publishedKeys(store);
    const lines = changes.map(keyChangeLine);
    await replaceFile(join(folder, keyChangesName), `${lines.join('\n')}\n`);
    const key = formatVerifierKey(verifierKey(signer.name, signer.publicKey));
    console.log(
      [
        `✓ 签名密钥已更换，自账本第 ${size} 条起由新密钥签署。旧密钥签过的检查点照样可以核验。`,
        `✓ The signing key was changed at ${size} entries. Checkpoints signed before remain verifiable.`,
        '',
        '请把下面各行加入各审计人员保存的公钥文件 Add these lines to the key files that auditors keep:',
        key,
        ...lines,
      ].join('\n'),
    );
  } finally {
    await close();
  }
}

await run().catch((error: unknown) => {
  if (!(error instanceof StartProblem)) throw error;
  console.error(`${error.text.zh}\n${error.text.en}`);
  process.exitCode = 1;
});
