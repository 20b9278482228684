import { toBase64 } from './bytes.ts';
import { canonicalText } from './canonical-bytes.ts';
import type {
  BlockLine,
  EndLine,
  FilteredManifest,
  FilteredRow,
  Manifest,
  PeriodManifest,
  PeriodRow,
} from './export-file.ts';
import { soundOrThrow } from './faults.ts';
import { signIssue } from './issue.ts';
import type { FoundEvent } from './issue-dossier.ts';
import type { JournalEvent } from './journal-event.ts';
import { LinesDigest } from './lines.ts';
import type { LogEntry } from './log-entry.ts';
import { proveBlock, readEntries } from './log-proof.ts';
import { sealOf } from './seal.ts';
import type { Signer } from './signed-note.ts';
import { type TileReader, tileWidth } from './tile.ts';

/** The log that the manifest's checkpoint is of. */
export type ExportedLog = { readonly origin: string; readonly size: number; readonly read: TileReader };

/** The export's text, line by line with newlines: the manifest, the rows, the signed end. */
async function* signedLines(
  manifest: Manifest,
  body: AsyncIterable<PeriodRow | FilteredRow | BlockLine>,
  origin: string,
  signer: Signer,
): AsyncGenerator<string> {
  const above = new LinesDigest();
  const line = (value: object) => {
    const written = canonicalText(value);
    above.add(written);
    return `${written}\n`;
  };
  let rows = 0;
  yield line(manifest);
  for await (const part of body) {
    if (part.kind !== 'block') rows += 1;
    yield line(part);
  }
  const issued = await signIssue({ origin, kind: manifest.kind, digest: above.digest() }, signer);
  const end: EndLine = { kind: 'end', rows, issued };
  yield `${canonicalText(end)}\n`;
}

/**
 * A period export, streamed: all log entries of the manifest's range. `load` answers the journal's event for each
 * entry it is given (at most 256), or nothing where the journal has none that can be read.
 * @throws LedgerDamagedError when a tile that is needed is missing or damaged.
 */
export function exportPeriod(
  manifest: PeriodManifest,
  { origin, size, read }: ExportedLog,
  load: (entries: readonly LogEntry[]) => Promise<readonly (JournalEvent | undefined)[]>,
  signer: Signer,
): AsyncGenerator<string> {
  async function* body(): AsyncGenerator<PeriodRow | BlockLine> {
    for (let at = manifest.from; at < manifest.to; ) {
      const block = Math.floor(at / tileWidth);
      const [first, next] = [block * tileWidth, Math.min((block + 1) * tileWidth, manifest.to)];
      const { leaves, proof } = soundOrThrow(await proveBlock(block, size, read));
      yield { kind: 'block', block, leaves: leaves.map(toBase64), proof: proof.map(toBase64) };
      const entries = soundOrThrow(await readEntries(block, size, read)).slice(at - first, next - first);
      const events = await load(entries);
      for (const [offset, entry] of entries.entries()) {
        const [index, event] = [at + offset, events[offset]];
        yield event ? { kind: 'event', index, event } : { kind: 'removed', index, entry };
      }
      at = next;
    }
  }
  return signedLines(manifest, body(), origin, signer);
}

/** A filtered export, streamed: the rows in the order given, each with its place in the log and the proof of it. */
export function exportFiltered(
  manifest: FilteredManifest,
  { origin, size, read }: ExportedLog,
  found: AsyncIterable<Required<FoundEvent>>,
  signer: Signer,
): AsyncGenerator<string> {
  async function* body(): AsyncGenerator<FilteredRow> {
    let row = 0;
    for await (const item of found) {
      row += 1;
      const seal = await sealOf(item.index, size, read);
      yield 'missing' in item
        ? { kind: 'removed', row, entry: item.missing, seal }
        : { kind: 'event', row, event: item.event, seal };
    }
  }
  return signedLines(manifest, body(), origin, signer);
}
