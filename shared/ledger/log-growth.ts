import * as z from 'zod';
import { fill, text } from '../language/text.ts';
import { HashTextSchema, hashBytes, toBase64 } from './bytes.ts';
import { canonicalText } from './canonical-bytes.ts';
import { parseCanonical } from './canonical-file.ts';
import { type Checkpoint, checkGrowth, openCheckpoint } from './checkpoint.ts';
import type { Sha256 } from './digest.ts';
import { keyChanges } from './dossier.ts';
import { proveConsistency } from './log-proof.ts';
import { failed, type ProofReport, type TrustedKeys } from './proof-report.ts';
import type { TileReader } from './tile.ts';
import { withKeyChanges } from './trusted-keys.ts';

/**
 * A file that proves that a log has only grown since somebody kept a checkpoint of it, as specified in proof-files.md:
 * both checkpoints as they were signed, and the RFC 6962 consistency proof between them. Nobody needs to issue it:
 * whoever holds the older checkpoint makes it from the published log.
 */
const LogGrowthSchema = z.strictObject({
  kind: z.literal('log-growth'),
  version: z.literal(1),
  older: z.string().max(20_000),
  checkpoint: z.string().max(20_000),
  keyChanges,
  proof: z.array(HashTextSchema).max(128),
});

const grownNote = text(
  '以前保存的检查点仍然成立：账本现有 {newer} 条，前 {older} 条与当时一致，只增未改。',
  'The checkpoint kept before still holds: the ledger has {newer} entries now, and the first {older} are those of then.',
);
const unchangedNote = text(
  '以前保存的检查点就是账本现在的检查点，共 {older} 条。',
  'The checkpoint kept before is that of the ledger now, of {older} entries.',
);

export type GrowingLog = {
  /** The newest checkpoint, as signed. */
  readonly checkpoint: string;
  readonly keyChanges: readonly string[];
  readonly read: TileReader;
};

/**
 * The proof that the log has grown out of a checkpoint that somebody kept: its text, and what it proves. When there is
 * no such proof, the report says why, and no text is made.
 */
export async function proveGrowth(
  older: string,
  { checkpoint, keyChanges: changes, read }: GrowingLog,
  trusted: TrustedKeys,
  hash: Sha256,
): Promise<{ readonly report: ProofReport; readonly file?: string }> {
  const opened = openBoth({ older, checkpoint, keyChanges: changes }, trusted);
  if ('report' in opened) return opened;
  const { kept, newest } = opened;
  const shrunk = newest.size < kept.size ? checkGrowth(kept, newest, []) : undefined;
  if (shrunk) return { report: failed(shrunk) };
  const proof = await proveConsistency(kept.size, newest.size, read, hash);
  if (!proof.ok) return { report: failed(proof.fault) };
  const file = `${canonicalText({
    kind: 'log-growth',
    version: 1,
    older,
    checkpoint,
    ...(changes.length > 0 && { keyChanges: changes }),
    proof: proof.value.map(toBase64),
  })}\n`;
  const report = verifyGrowth(file, trusted);
  return report.ok ? { report, file } : { report };
}

/** Verifies the text of such a file, offline: both signatures, and that the newer log begins with the older one. */
export function verifyGrowth(fileText: string, trusted: TrustedKeys): ProofReport {
  const parsed = parseCanonical(LogGrowthSchema, fileText.replace(/\n$/, ''), () => ({}));
  if (!parsed.ok) return failed(parsed.fault);
  const opened = openBoth(parsed.value, trusted);
  if ('report' in opened) return opened.report;
  const { kept, newest } = opened;
  const wrong = checkGrowth(kept, newest, parsed.value.proof.map(hashBytes));
  if (wrong) return failed(wrong);
  const note = kept.size === newest.size ? unchangedNote : grownNote;
  return { ok: true, checked: 0, notes: [fill(note, { older: kept.size, newer: newest.size })] };
}

type Both = {
  readonly older: string;
  readonly checkpoint: string;
  readonly keyChanges?: readonly string[] | undefined;
};

function openBoth(
  { older, checkpoint, keyChanges: changes = [] }: Both,
  trusted: TrustedKeys,
): { readonly kept: Checkpoint; readonly newest: Checkpoint } | { readonly report: ProofReport } {
  const keys = withKeyChanges(trusted, changes);
  if (!keys.ok) return { report: failed(keys.fault) };
  const kept = openCheckpoint(older, keys.value.log);
  if (!kept.ok) return { report: failed(kept.fault) };
  const newest = openCheckpoint(checkpoint, keys.value.log);
  return newest.ok ? { kept: kept.value, newest: newest.value } : { report: failed(newest.fault) };
}
