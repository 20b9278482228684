import type { Signer } from '../../shared/ledger/signed-note.ts';
import type { Settings } from '../compose.ts';
import { type Log, logLine } from '../http/log.ts';
import { composeLedger, composeSigner } from '../ledger/compose-ledger.ts';
import type { StoreAddresses } from '../persistence/clients.ts';
import type { System } from '../system.ts';
import { runSealer, type SealerDeps } from './run-sealer.ts';

/** The county's first awards were made in 2016; no event is older. */
const journalBegins = '2016-01-01';

/** What runs when the doorbell rings or the schedule says so. */
export function composeSealer(
  { tables, now }: System,
  settings: Settings,
  stores: StoreAddresses,
  log: Log = logLine,
): (lookBackMs: number) => Promise<void> {
  const ledger = composeLedger(settings, stores);
  let signer: Promise<Signer> | undefined;
  return async (lookBackMs) => {
    // A failed attempt is forgotten, so that the next run tries again.
    signer ??= composeSigner(settings, stores).catch((error: unknown) => {
      signer = undefined;
      throw error;
    });
    const deps: SealerDeps = { tables, ledger, signer: await signer, journalBegins };
    const { sealed, size, faults } = await runSealer(deps, now(), lookBackMs);
    for (const { code, caseId, seq } of faults) {
      log('error', { function: 'sealer', fault: code, caseId, seq });
    }
    if (sealed > 0) log('info', { function: 'sealer', sealed, size });
  };
}
