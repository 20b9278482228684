import { type Fault, fault } from './faults.ts';
import { openNote, type Signer, signNote } from './signed-note.ts';
import { issuerName } from './trusted-keys.ts';
import type { VerifierKey } from './verifier-key.ts';

/** The log proves that what a file shows is genuine; the issuer's word proves that the file still shows all of it. */
export type Issue = {
  /** The log that the file's checkpoint belongs to. */
  readonly origin: string;
  readonly kind: 'case-dossier' | 'period-export' | 'filtered-export' | 'dossier-collection';
  /** Of the file without this note. */
  readonly digest: string;
};

/** The first line differs from any log's origin, so that this note never passes for a checkpoint of that log. */
const issueText = ({ origin, kind, digest }: Issue): string => `${origin}/issued\n${kind}\n${digest}\n`;

export const signIssue = (issue: Issue, signer: Signer): Promise<string> =>
  signNote(issueText(issue), signer);

/**
 * What is wrong with the issuer's note on a file of which kind and digest were found to be these. Whoever holds the
 * keys of several logs must not have the issuer of one vouch for files about another.
 */
export function checkIssue(note: string, found: Issue, keys: readonly VerifierKey[]): Fault | undefined {
  const itsOwn = new Set([found.origin, issuerName(found.origin)]);
  const opened = openNote(
    note,
    keys.filter(({ name }) => itsOwn.has(name)),
  );
  if (!opened.ok) return opened.fault;
  return opened.value.text === issueText(found) ? undefined : fault('not-as-issued');
}
