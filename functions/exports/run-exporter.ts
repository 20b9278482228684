import { continueExport } from './continue-export.ts';
import { openJobs } from './export-job.ts';
import type { ExporterSystem } from './exporter-system.ts';

/**
 * Goes on with every export that is not done, the oldest request first, until the time is over. One that cannot go on
 * now does not hold up the others.
 * @throws AggregateError afterwards, with what went wrong.
 */
export async function runExporter(system: ExporterSystem, isOver: () => boolean): Promise<void> {
  const jobs = await openJobs(system.exports);
  const errors: unknown[] = [];
  for (const job of jobs.toSorted((a, b) => a.requestedAt.localeCompare(b.requestedAt))) {
    if (isOver()) break;
    await continueExport(system, job, isOver).catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} exports could not go on`);
}
