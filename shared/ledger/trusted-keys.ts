import { fromBase64, toBase64 } from './bytes.ts';
import { sound, unsound, type Verdict } from './faults.ts';
import { followKeyChanges } from './key-change.ts';
import type { TrustedKeys } from './proof-report.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';

const suffix = '/issuer';

/** What the issuer of files about a log is called: never the name of a log, so that it cannot sign a checkpoint. */
export const issuerName = (origin: string): string => `${origin}${suffix}`;

const changePrefix = 'key-change ';

/** A statement about a change of key as a line in a list of keys. */
export const keyChangeLine = (note: string): string =>
  `${changePrefix}${toBase64(new TextEncoder().encode(note))}`;

/**
 * The keys in a text: verifier keys, one a line, and statements about changes of them; empty lines and lines that
 * begin with `#` are passed over. A name that ends in `/issuer` is that of an issuer, any other that of a log. Where no
 * issuer is named, the log's own keys stand for it.
 */
export function parseTrustedKeys(text: string): Verdict<TrustedKeys> {
  const keys: VerifierKey[] = [];
  const changes: string[] = [];
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith(changePrefix)) {
      const bytes = fromBase64(line.slice(changePrefix.length));
      if (bytes === undefined) return unsound('bad-key-change', { where: 'base64' });
      changes.push(new TextDecoder().decode(bytes));
      continue;
    }
    const key = parseVerifierKey(line);
    if (!key.ok) return key;
    keys.push(key.value);
  }
  const issuer = keys.filter(({ name }) => name.endsWith(suffix));
  const log = keys.filter(({ name }) => !name.endsWith(suffix));
  if (log.length === 0) return unsound('bad-key', { where: 'name' });
  return withKeyChanges({ log, issuer: issuer.length > 0 ? issuer : log }, changes);
}

/** The same keys, and those to which these statements lead. */
export function withKeyChanges(keys: TrustedKeys, notes: readonly string[]): Verdict<TrustedKeys> {
  const log = followKeyChanges(keys.log, notes);
  if (!log.ok) return log;
  return sound({ log: log.value, issuer: keys.issuer === keys.log ? log.value : keys.issuer });
}
