import { indexDecisions } from '../decisions/index-decisions.ts';
import type { RowSources } from '../decisions/rows-of-entries.ts';
import { runSealer, type SealerDeps, type SealerRun } from './run-sealer.ts';

/**
 * Seals what happened, then brings the index over decisions up to the log. Sealing comes first and does not
 * depend on the index.
 * @param mayGoOn asked before each step of the index; what is left is for the next run.
 */
export async function sealAndIndex(
  deps: SealerDeps & RowSources,
  now: string,
  lookBackMs?: number,
  mayGoOn?: () => boolean,
): Promise<SealerRun> {
  const run = await runSealer(deps, now, lookBackMs);
  await indexDecisions(deps, { size: run.size, read: deps.ledger.read }, now, mayGoOn);
  return run;
}
