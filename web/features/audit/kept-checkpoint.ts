import { sha256 } from '../../../shared/ledger/digest.ts';
import { proveGrowth } from '../../../shared/ledger/log-growth.ts';
import { failed, type ProofReport } from '../../../shared/ledger/proof-report.ts';
import { parseTrustedKeys } from '../../../shared/ledger/trusted-keys.ts';
import { call } from '../../lib/api/call.ts';
import { keptKeys, linesOf } from './verify-here.ts';

export type CheckedGrowth = {
  readonly report: ProofReport;
  /** The proof as a file for keeping, where there is one. */
  readonly file?: string;
};

/** The files of the log are no JSON, and anyone may read them. */
async function fileOf(path: string): Promise<Response | undefined> {
  const answer = await fetch(`/api/ledger/${path}`);
  return answer.ok ? answer : undefined;
}

const readTile = async (path: string): Promise<Uint8Array | undefined> => {
  const answer = await fileOf(path);
  return answer && new Uint8Array(await answer.arrayBuffer());
};

/**
 * Whether a checkpoint that an auditor kept still holds: proven here, from the published log, by the very code of the
 * command line, with the keys that this browser has kept.
 */
export async function checkKept(older: string): Promise<CheckedGrowth> {
  const [published, answer] = await Promise.all([call('ledgerKeys'), fileOf('checkpoint')]);
  const newest = (await answer?.text()) ?? '';
  const trusted = parseTrustedKeys(keptKeys(linesOf(published)));
  if (!trusted.ok) return { report: failed(trusted.fault) };
  const log = { checkpoint: newest, keyChanges: published.changes, read: readTile };
  // What is pasted may have lost its last newline.
  const note = `${older.replaceAll('\r\n', '\n').trimEnd()}\n`;
  return proveGrowth(note, log, trusted.value, sha256);
}
