import * as z from 'zod';
import { parseJson } from './canonical-file.ts';
import { type Sha256, sha256 } from './digest.ts';
import { fault } from './faults.ts';
import { linesOf, NoLines } from './lines.ts';
import { verifyGrowth } from './log-growth.ts';
import { failed, type ProofReport, type TrustedKeys } from './proof-report.ts';
import { verifyCollection } from './verify-collection.ts';
import { verifyDossier } from './verify-dossier.ts';
import { verifyExport } from './verify-export.ts';

async function* joined(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

const KindSchema = z.looseObject({
  kind: z.enum(['case-dossier', 'period-export', 'filtered-export', 'dossier-collection', 'log-growth']),
});

/** Verifies a dossier, an export or a proof of growth, whichever the file is, offline, from its bytes as they come. */
export async function verifyFile(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  keys: TrustedKeys,
  hash: Sha256 = sha256,
): Promise<ProofReport> {
  try {
    return await verifyLines(linesOf(pieces), keys, hash);
  } catch (error) {
    if (error instanceof NoLines) return failed(error.fault);
    throw error;
  }
}

async function verifyLines(
  lines: AsyncGenerator<string>,
  keys: TrustedKeys,
  hash: Sha256,
): Promise<ProofReport> {
  const first = await lines.next();
  if (first.done || first.value.trim() === '') return failed(fault('empty'));
  const named = KindSchema.safeParse(parseJson(first.value)?.value);
  if (!named.success) return failed(fault('unknown-kind'));
  if (named.data.kind === 'dossier-collection') {
    return verifyCollection(joined(first.value, lines), keys, hash);
  }
  const { kind } = named.data;
  if (kind === 'period-export' || kind === 'filtered-export') {
    return verifyExport(joined(first.value, lines), keys, hash);
  }
  const more = await lines.next();
  if (!more.done) return failed(fault('after-the-end'));
  return kind === 'log-growth' ? verifyGrowth(first.value, keys) : verifyDossier(first.value, keys, hash);
}
