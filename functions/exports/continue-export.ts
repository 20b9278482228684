import { createHash } from 'node:crypto';
import type { ExportManifest } from '../../shared/api/routes/exports.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { LedgerDamagedError } from '../../shared/ledger/faults.ts';
import {
  addPart,
  closeJob,
  type ExportJob,
  type ExportPart,
  manifestPath,
  noteFailure,
  partsSoFar,
} from './export-job.ts';
import type { ExporterSystem } from './exporter-system.ts';
import { OutOfTime, SearchEnded } from './matching-decisions.ts';
import type { PartContent } from './part-content.ts';
import { dossiersPart, filteredPart, periodPart } from './proof-parts.ts';
import { rowsPart } from './rows-part.ts';

const makers = {
  rows: rowsPart,
  'filtered-proof': filteredPart,
  dossiers: dossiersPart,
  'period-proof': periodPart,
} as const satisfies Record<ExportJob['kind'], unknown>;

/**
 * Works on an export until it is done or the time is over. One part at a time is made and stored, so memory is
 * bounded whatever the export's size, and after a crash at most one part is made again.
 * @param isOver whether the time of this run is over; a part that is not finished by then is dropped.
 */
export async function continueExport(
  system: ExporterSystem,
  job: ExportJob,
  isOver: () => boolean,
): Promise<void> {
  const { exports } = system;
  try {
    let parts = await partsSoFar(exports, job.id);
    for (;;) {
      const last = parts.at(-1);
      if (last && last.next === undefined) {
        await finish(system, job, parts);
        return;
      }
      if (isOver()) return;
      const content = await makers[job.kind](system, job, last?.next, isOver);
      const part = await store(system, job, parts.length + 1, content);
      // Somebody else was quicker: then this goes on from theirs, and this file is never named.
      const added = await addPart(exports, job.id, parts.length + 1, part);
      parts = added ? [...parts, part] : await partsSoFar(exports, job.id);
    }
  } catch (error) {
    if (error instanceof OutOfTime) return;
    const failure = endOf(error);
    if (failure === undefined) throw error;
    await noteFailure(exports, job.id, failure);
    await closeJob(exports, job);
  }
}

/** What ends an export for good; nothing for what may well go better another time. */
function endOf(error: unknown): string | undefined {
  if (error instanceof LedgerDamagedError) return 'ledger-damaged';
  return error instanceof SearchEnded ? error.code : undefined;
}

const extensionOf = ({ kind, format }: ExportJob): string => (kind === 'rows' ? format : 'ndjson');

async function store(
  { exports, newId }: ExporterSystem,
  job: ExportJob,
  number: number,
  { bytes, type, rows, unsealed, unread, next }: PartContent,
): Promise<ExportPart> {
  // Two who make the same part each write a file of their own.
  const path = `files/${job.id}/${number}-${newId()}`;
  await exports.put(path, bytes, type);
  const day = dateInShanghai(job.requestedAt);
  return {
    path,
    name: `${job.kind}-${day}-${job.id.slice(0, 8)}-${number}.${extensionOf(job)}`,
    rows,
    unsealed,
    unread,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(next !== undefined && { next }),
  };
}

async function finish(
  { exports }: ExporterSystem,
  job: ExportJob,
  parts: readonly ExportPart[],
): Promise<void> {
  const manifest = manifestOf(job, parts);
  await exports.create(
    manifestPath(job.id),
    new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
  );
  await closeJob(exports, job);
}

export function manifestOf({ log: _log, ...job }: ExportJob, parts: readonly ExportPart[]): ExportManifest {
  const sum = (of: (part: ExportPart) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    ...job,
    rows: sum(({ rows }) => rows),
    unsealed: sum(({ unsealed }) => unsealed),
    unread: Math.max(0, ...parts.map(({ unread }) => unread)),
    files: parts.map(({ name, rows, size, sha256 }) => ({ name, rows, size, sha256 })),
  };
}
