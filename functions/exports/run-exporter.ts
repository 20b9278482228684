import { continueExport } from './continue-export.ts';
import { openJobs } from './export-job.ts';
import type { ExporterSystem } from './exporter-system.ts';

/** Goes on with every export that is not done, the oldest request first, until the time is over. */
export async function runExporter(system: ExporterSystem, isOver: () => boolean): Promise<void> {
  const jobs = await openJobs(system.exports);
  for (const job of jobs.toSorted((a, b) => a.requestedAt.localeCompare(b.requestedAt))) {
    if (isOver()) return;
    await continueExport(system, job, isOver);
  }
}
