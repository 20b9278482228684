import { dateInShanghai, timeInShanghai } from '../calendar/instant.ts';
import type { Text } from '../language/text.ts';
import type { Fault } from './faults.ts';
import type { LogKey } from './key-term.ts';
import type { VerifierKey } from './verifier-key.ts';

/** The published keys: the log's (old ones too, each with its term) and those of whoever issues files. */
export type TrustedKeys = { readonly log: readonly LogKey[]; readonly issuer: readonly VerifierKey[] };

/** What verifying a file found. */
export type ProofReport = {
  readonly ok: boolean;
  /** Events found sound. */
  readonly checked: number;
  readonly firstBad?: Fault;
  /** What was proven, and what such a file cannot prove. */
  readonly notes: readonly Text[];
};

export const failed = (firstBad: Fault, checked = 0, notes: readonly Text[] = []): ProofReport => ({
  ok: false,
  checked,
  firstBad,
  notes,
});

/** `YYYY-MM-DD HH:MM` in Asia/Shanghai, for the notes. */
export const minuteInShanghai = (instant: string): string =>
  `${dateInShanghai(instant)} ${timeInShanghai(instant)}`;
