import { parseCanonical } from './canonical-file.ts';
import { checkContent } from './case-chain.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Sha256 } from './digest.ts';
import { FilteredLineSchema, type FilteredRow } from './export-file.ts';
import { type Fault, fault, sound } from './faults.ts';
import { entryOf } from './log-entry.ts';
import type { RowChecker } from './row-checker.ts';
import { isSealed } from './seal.ts';

/**
 * Checks that each row is an event as the log sealed it, and that the rows stand in the order they were issued:
 * that of the log or the opposite, so that no event can be counted twice.
 */
export function filteredRows(checkpoint: Checkpoint, hash: Sha256): RowChecker {
  let rows = 0;
  let before: { readonly index: number; readonly step?: number } | undefined;

  const takeRow = (row: FilteredRow): Fault | undefined => {
    const entry = row.kind === 'event' ? entryOf(row.event) : row.entry;
    const place = { row: row.row, index: row.seal.index, caseId: entry.caseId, seq: entry.seq };
    if (row.row !== rows + 1) return fault('row-order', { expected: rows + 1, found: row.row }, place);
    const edited = row.kind === 'event' ? checkContent(row.event, place, hash) : undefined;
    if (edited) return edited;
    if (!isSealed(entry, row.seal, checkpoint, hash)) return fault('not-in-log', {}, place);
    if (row.kind === 'removed') return fault('removed', {}, place);
    const { index } = row.seal;
    const step = before && Math.sign(index - before.index);
    if (step === 0 || (before?.step !== undefined && step !== before.step)) {
      return fault('rows-out-of-log-order', {}, place);
    }
    before = { index, ...(step !== undefined && { step }) };
    rows += 1;
    return undefined;
  };

  return {
    next: (text) => {
      const line = parseCanonical(FilteredLineSchema, text, () => ({ row: rows + 1 }));
      if (!line.ok) return line;
      if (line.value.kind === 'end') return sound(line.value);
      const bad = takeRow(line.value);
      return bad ? { ok: false, fault: bad } : sound(undefined);
    },
    end: () => undefined,
    rows: () => rows,
  };
}
