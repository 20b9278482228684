import { indexDecisions } from '../decisions/index-decisions.ts';
import type { RowSources } from '../decisions/rows-of-entries.ts';
import { lookAtSealed } from './look-at-sealed.ts';
import { runSealer, type SealerDeps, type SealerRun } from './run-sealer.ts';

/**
 * Seals what happened, looks at what was sealed, then brings the index over decisions up to the log. Sealing comes
 * first and does not depend on the others.
 * @param mayGoOn asked before each step of these; what is left of the index is for the next run.
 */
export async function sealAndIndex(
  deps: SealerDeps & RowSources,
  now: string,
  lookBackMs?: number,
  mayGoOn?: () => boolean,
): Promise<SealerRun> {
  const run = await runSealer(deps, now, lookBackMs);
  const altered = await lookAtSealed(deps, run.size - run.sealed, run.size, mayGoOn);
  await indexDecisions(deps, { size: run.size, read: deps.ledger.read }, now, mayGoOn);
  return { ...run, faults: [...run.faults, ...altered] };
}
