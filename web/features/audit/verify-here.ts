import type { OutputOf } from '../../../shared/api/client.ts';
import type { FaultCode } from '../../../shared/ledger/faults.ts';
import { failed, type ProofReport } from '../../../shared/ledger/proof-report.ts';
import { keyChangeLine, parseTrustedKeys } from '../../../shared/ledger/trusted-keys.ts';
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

/** What the portal publishes, as a list of keys for keeping. */
export const linesOf = ({ log, issuer, changes }: OutputOf<'ledgerKeys'>): string =>
  [...log, ...issuer, ...changes.map(keyChangeLine)].join('\n');

type KeptKey = 'first' | 'known' | 'other';

export type VerifiedHere = {
  readonly report: ProofReport;
  readonly failedAt?: ProofStep;
  /** The keys as lines, for keeping; and the id of the log’s newest. */
  readonly keys: string;
  readonly keyId: string;
  readonly kept: KeptKey;
};

/**
 * Verifies a dossier’s text with the very code of the command line. Keys that come with the file prove nothing by
 * themselves: whoever falsifies one could send a key of their own along, also beside the true ones. So the first ones
 * are kept in this browser and are the ones that count, until somebody has compared others and keeps those.
 */
export function verifyHere(text: string, keys: string): VerifiedHere {
  const kept = localStorage.getItem(storageName);
  const trusted = parseTrustedKeys(keptKeys(keys));
  const report = trusted.ok ? verifyDossier(text, trusted.value) : failed(trusted.fault);
  const isByOthers = kept !== null && report.firstBad?.code === 'unknown-key';
  const shown = isByOthers ? parseTrustedKeys(keys) : trusted;
  return {
    report,
    ...(report.firstBad && { failedAt: stepsOfFaults[report.firstBad.code] ?? 'signed' }),
    keys: `${keys}\n`,
    keyId: shown.ok ? (shown.value.log.find(({ until }) => until === undefined)?.id ?? '') : '',
    kept: kept === null ? 'first' : isByOthers ? 'other' : 'known',
  };
}

const storageName = 'ledger-keys';

/** The keys that count in this browser: those kept before, else the ones given, which are kept from now on. */
export function keptKeys(given: string): string {
  const kept = localStorage.getItem(storageName);
  if (kept === null) keepKeys(given);
  return kept ?? given;
}

/** These count from now on. */
export const keepKeys = (keys: string): void => localStorage.setItem(storageName, keys);
