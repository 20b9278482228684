import { hashBytes, sameBytes } from './bytes.ts';
import { parseCanonical } from './canonical-file.ts';
import { type ChainHead, checkContent, checkLink } from './case-chain.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Sha256 } from './digest.ts';
import { type BlockLine, PeriodLineSchema, type PeriodManifest, type PeriodRow } from './export-file.ts';
import { type Fault, fault, sound } from './faults.ts';
import { entryBytes, entryOf } from './log-entry.ts';
import { blockCount } from './log-proof.ts';
import { leafHash, type TreeHash, treeHash } from './merkle-hash.ts';
import { verifyInclusion } from './merkle-proof.ts';
import type { RowChecker } from './row-checker.ts';
import { tileWidth } from './tile.ts';

/** Whether the range that a period export claims lies in the log at all. */
export const isWithin = ({ from, to }: PeriodManifest, size: number): boolean => from <= to && to <= size;

/**
 * Checks that the rows are the log's entries `from` up to `to`, every one. Each block of leaf hashes is proven by
 * the signed root first, so that a bad row is known by itself and at once.
 */
export function periodRows(manifest: PeriodManifest, checkpoint: Checkpoint, hash: Sha256): RowChecker {
  let index = manifest.from;
  let block: { readonly number: number; readonly leaves: readonly TreeHash[] } | undefined;
  /** The latest event seen of every case: the chains must hold within the export as well. */
  const heads = new Map<string, ChainHead>();

  const blockRange = (number: number) => ({
    from: number * tileWidth,
    to: Math.min((number + 1) * tileWidth, checkpoint.size) - 1,
  });

  const takeBlock = (line: BlockLine): Fault | undefined => {
    const number = Math.floor(index / tileWidth);
    if (line.block !== number || block?.number === number) {
      return fault('entries-missing', { expected: index }, { index });
    }
    const range = blockRange(number);
    const leaves = line.leaves.map(hashBytes);
    const blocks = { size: blockCount(checkpoint.size), root: checkpoint.root };
    const proof = line.proof.map(hashBytes);
    if (
      leaves.length !== range.to - range.from + 1 ||
      !verifyInclusion(treeHash(leaves, hash), number, blocks, proof, hash)
    ) {
      return fault('block-altered', range, { index });
    }
    block = { number, leaves };
    return undefined;
  };

  const takeRow = (row: PeriodRow): Fault | undefined => {
    const entry = row.kind === 'event' ? entryOf(row.event) : row.entry;
    const place = {
      row: index - manifest.from + 1,
      index: row.index,
      caseId: entry.caseId,
      seq: entry.seq,
    };
    if (row.index > index) return fault('entries-missing', { expected: index }, { row: place.row, index });
    if (row.index < index) return fault('event-repeated', {}, place);
    if (index >= manifest.to) return fault('beyond-range', { to: manifest.to }, place);
    const number = Math.floor(index / tileWidth);
    const leaf = block?.number === number ? block.leaves[index % tileWidth] : undefined;
    if (!leaf) return fault('block-missing', blockRange(number), place);
    const edited = row.kind === 'event' ? checkContent(row.event, place, hash) : undefined;
    if (edited) return edited;
    if (!sameBytes(leafHash(entryBytes(entry), hash), leaf)) return fault('not-in-log', {}, place);
    if (row.kind === 'removed') return fault('removed', {}, place);
    const before = heads.get(entry.caseId);
    // What came before the export is unknown, so the first event seen of a case may be any, then.
    const startsAnywhere = !before && manifest.from > 0 && entry.seq > 1;
    const broken = startsAnywhere ? undefined : checkLink(row.event, before, place);
    if (broken) return broken;
    heads.set(entry.caseId, { seq: entry.seq, hash: entry.hash });
    index += 1;
    return undefined;
  };

  return {
    next: (text) => {
      const line = parseCanonical(PeriodLineSchema, text, () => ({ row: index - manifest.from + 1, index }));
      if (!line.ok) return line;
      if (line.value.kind === 'end') return sound(line.value);
      const bad = line.value.kind === 'block' ? takeBlock(line.value) : takeRow(line.value);
      return bad ? { ok: false, fault: bad } : sound(undefined);
    },
    end: () => (index < manifest.to ? fault('entries-missing', { expected: index }, { index }) : undefined),
    rows: () => index - manifest.from,
  };
}
