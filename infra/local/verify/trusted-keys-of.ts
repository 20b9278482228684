import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signerFromFile } from '../../../functions/ledger/signer.ts';
import { type Text, text } from '../../../shared/language/text.ts';
import type { TrustedKeys } from '../../../shared/ledger/proof-report.ts';
import { issuerName, parseTrustedKeys } from '../../../shared/ledger/trusted-keys.ts';
import { formatVerifierKey, verifierKey } from '../../../shared/ledger/verifier-key.ts';
import { keyChangesName } from '../local-keys.ts';
import { localOrigin } from '../local-settings.ts';
import { systemErrorCode } from '../start-problem.ts';

/** There is no key to trust, and why. */
export class NoKey extends Error {
  readonly text: Text;

  constructor(said: Text) {
    super(said.en);
    this.name = 'NoKey';
    this.text = said;
  }
}

/**
 * The keys that files are checked against: given as they are or in a file, or else those of this machine's own
 * system, so that a first try needs no more than a file.
 * @throws NoKey when there is none, or it is no key.
 */
export async function trustedKeysOf(given: string | undefined, dataFolder: string): Promise<TrustedKeys> {
  const keys = parseTrustedKeys(given === undefined ? await ownKeys(dataFolder) : await keyText(given));
  if (keys.ok) return keys.value;
  const { reason } = keys.fault;
  throw new NoKey(text(`公钥不能使用：${reason.zh}`, `The key cannot be used: ${reason.en}`));
}

/** The file that holds keys, whatever it is called; else a key on the command line. */
const keyText = async (given: string): Promise<string> =>
  readFile(given, 'utf8').catch(() => {
    if (given.includes('+')) return given;
    throw new NoKey(text(`读不到公钥文件 ${given}。`, `The key file ${given} cannot be read.`));
  });

/** No key was ever changed. */
const absent = (error: unknown): string => {
  if (systemErrorCode(error) === 'ENOENT') return '';
  throw error;
};

/** The published keys of the system that keeps its data in this folder, as lines. */
async function ownKeys(dataFolder: string): Promise<string> {
  const key = async (name: string, file: string): Promise<string> => {
    const { publicKey } = await signerFromFile(name, join(dataFolder, file));
    return formatVerifierKey(verifierKey(name, publicKey));
  };
  try {
    const keys = [
      await key(localOrigin, 'signing-key.pem'),
      await key(issuerName(localOrigin), 'issuing-key.pem'),
      await readFile(join(dataFolder, keyChangesName), 'utf8').catch(absent),
    ];
    return `${keys.join('\n')}\n`;
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    throw new NoKey(
      text(
        `数据目录 ${dataFolder} 里没有密钥。请用 --key 指定公布的公钥或公钥文件。`,
        `There are no keys in the data folder ${dataFolder}. Name the published keys, or a file of them, with --key.`,
      ),
    );
  }
}
