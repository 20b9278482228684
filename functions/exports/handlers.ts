import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { ExportDto, exportRoutes } from '../../shared/api/routes/exports.ts';
import { JsonObjectSchema } from '../../shared/ledger/json-value.ts';
import { currentLog } from '../auditor/current-log.ts';
import { recordAccess } from '../cases/record-access.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { continueExport, manifestOf } from './continue-export.ts';
import {
  type ExportJob,
  enterJob,
  failureOf,
  jobsOf,
  manifestPath,
  partsSoFar,
  readJob,
} from './export-job.ts';
import type { ExporterSystem } from './exporter-system.ts';

type Routes = typeof exportRoutes;

/** A short export is done before the caller gets an answer; the exporter goes on with a long one. */
const patienceMs = 8_000;
/** Beside cases’ own chains of access: who took what out of here. */
const exportsChain = 'exports';

/** Refuses with `nothing-sealed` when a proof is asked for before the first checkpoint. */
export const startExport =
  (system: ExporterSystem) =>
  async ({ actor, body }: SignedInRequestOf<Routes['startExport']>): Promise<Outcome<ExportDto>> => {
    const { commandId, kind, format, language, query } = body;
    const { note, size } = await currentLog(system);
    if (kind !== 'rows' && note === undefined) return refuse('nothing-sealed');
    const data = JsonObjectSchema.parse(
      JSON.parse(JSON.stringify({ export: commandId, kind, format, query })),
    );
    await recordAccess(system, actor, exportsChain, 'decisions-exported', data);
    const job = await enterJob(system.exports, {
      id: commandId,
      kind,
      format: kind === 'rows' ? format : 'ndjson',
      language,
      query,
      requestedAt: system.now(),
      requestedBy: actor.id,
      log: { size, ...(note !== undefined && { note }) },
    });
    const until = performance.now() + patienceMs;
    await continueExport(system, job, () => performance.now() > until);
    return accept(await dtoOf(system, job));
  };

export const getExport =
  (system: ExporterSystem) =>
  async ({ actor, params }: SignedInRequestOf<Routes['getExport']>): Promise<Outcome<ExportDto>> => {
    const job = await readJob(system.exports, actor.id, params.exportId);
    return job.ok ? accept(await dtoOf(system, job.value)) : job;
  };

export const listExports =
  (system: ExporterSystem) =>
  async ({ actor }: SignedInRequestOf<Routes['listExports']>): Promise<Outcome<{ items: ExportDto[] }>> => {
    const jobs = await jobsOf(system.exports, actor.id);
    return accept({ items: await Promise.all(jobs.slice(0, 20).map((job) => dtoOf(system, job))) });
  };

async function dtoOf({ exports }: ExporterSystem, job: ExportJob): Promise<ExportDto> {
  const parts = await partsSoFar(exports, job.id);
  const manifest = manifestOf(job, parts);
  const last = parts.at(-1);
  const done = last !== undefined && last.next === undefined && (await exports.read(manifestPath(job.id)));
  const failure = done ? undefined : await failureOf(exports, job.id);
  const name = `manifest-${job.id.slice(0, 8)}.json`;
  return {
    ...manifest,
    status: done ? 'done' : failure === undefined ? 'running' : 'failed',
    ...(failure !== undefined && { failure }),
    files: await Promise.all(
      parts.map(async (part) => ({
        name: part.name,
        rows: part.rows,
        size: part.size,
        sha256: part.sha256,
        url: await exports.link(part.path, part.name),
      })),
    ),
    ...(done && { manifest: { name, url: await exports.link(manifestPath(job.id), name) } }),
  };
}
