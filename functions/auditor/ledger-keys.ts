import { accept, type Outcome } from '../../shared/api/errors.ts';
import { formatVerifierKey, verifierKey } from '../../shared/ledger/verifier-key.ts';
import { publishedKeys } from '../ledger/checkpoint-file.ts';
import type { AuditorSystem } from './auditor-system.ts';

/** For keeping: whoever verifies a file should hold keys that they took down before, not those that come with it. */
export const ledgerKeys =
  ({ ledger, issuer }: AuditorSystem) =>
  async (): Promise<Outcome<{ log: string[]; issuer: string[]; changes: string[] }>> => {
    const [{ keys, changes }, { name, publicKey }] = await Promise.all([
      publishedKeys(ledger.store),
      issuer(),
    ]);
    return accept({
      log: keys.map(formatVerifierKey),
      issuer: [formatVerifierKey(verifierKey(name, publicKey))],
      changes: [...changes],
    });
  };
