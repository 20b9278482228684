import { sound, unsound, type Verdict } from './faults.ts';
import type { TrustedKeys } from './proof-report.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';

const suffix = '/issuer';

/** What the issuer of files about a log is called: never the name of a log, so that it cannot sign a checkpoint. */
export const issuerName = (origin: string): string => `${origin}${suffix}`;

/**
 * The keys in a text: verifier keys, one a line; empty lines and lines that begin with `#` are passed over. A name
 * that ends in `/issuer` is that of an issuer, any other that of a log. Where no issuer is named, the log's own
 * keys stand for it.
 */
export function parseTrustedKeys(text: string): Verdict<TrustedKeys> {
  const keys: VerifierKey[] = [];
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const key = parseVerifierKey(line);
    if (!key.ok) return key;
    keys.push(key.value);
  }
  const issuer = keys.filter(({ name }) => name.endsWith(suffix));
  const log = keys.filter(({ name }) => !name.endsWith(suffix));
  if (log.length === 0) return unsound('bad-key', { where: 'name' });
  return sound({ log, issuer: issuer.length > 0 ? issuer : log });
}
