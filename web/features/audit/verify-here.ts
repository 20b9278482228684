import type { FaultCode } from '../../../shared/ledger/faults.ts';
import { failed, type ProofReport } from '../../../shared/ledger/proof-report.ts';
import { parseTrustedKeys } from '../../../shared/ledger/trusted-keys.ts';
import { verifyDossier } from '../../../shared/ledger/verify-dossier.ts';

/** The checks of a dossier, in the order in which they are made. */
type ProofStep = 'signed' | 'chain' | 'log' | 'enclosed' | 'issued';

/** Which check found it; anything about the file’s own form or signature belongs to the first. */
const stepsOfFaults: Readonly<Partial<Record<FaultCode, ProofStep>>> = {
  edited: 'chain',
  'other-case': 'chain',
  'event-missing': 'chain',
  'events-reordered': 'chain',
  'event-repeated': 'chain',
  'other-predecessor': 'chain',
  'other-head': 'chain',
  'no-events': 'chain',
  'not-in-log': 'log',
  removed: 'log',
  'not-sealed': 'log',
  'never-sealed': 'log',
  'sealed-out-of-order': 'log',
  'enclosure-altered': 'enclosed',
  'enclosure-missing': 'enclosed',
  'not-as-issued': 'issued',
};

type KeptKey = 'first' | 'known' | 'other';

export type VerifiedHere = {
  readonly report: ProofReport;
  readonly failedAt?: ProofStep;
  /** The keys as lines, for keeping; and the id of the log’s newest. */
  readonly keys: string;
  readonly keyId: string;
  readonly kept: KeptKey;
};

/** Verifies a dossier’s text with the very code of the command line. */
export function verifyHere(text: string, keys: string): VerifiedHere {
  const trusted = parseTrustedKeys(keys);
  const report = trusted.ok ? verifyDossier(text, trusted.value) : failed(trusted.fault);
  return {
    report,
    ...(report.firstBad && { failedAt: stepsOfFaults[report.firstBad.code] ?? 'signed' }),
    keys: `${keys}\n`,
    keyId: trusted.ok ? (trusted.value.log.at(-1)?.id ?? '') : '',
    kept: compareWithKept(keys),
  };
}

const storageName = 'ledger-keys';

/**
 * Keys that come with the file prove little by themselves: whoever falsifies one could send others. So the first
 * ones are kept in this browser, and other ones later are a reason to ask.
 */
function compareWithKept(keys: string): KeptKey {
  const kept = localStorage.getItem(storageName);
  if (kept === null) {
    localStorage.setItem(storageName, keys);
    return 'first';
  }
  // After a change of key the log’s old ones are still among those published.
  const known = new Set(keys.split('\n'));
  return kept.split('\n').every((key) => known.has(key)) ? 'known' : 'other';
}
