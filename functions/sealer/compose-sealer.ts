import type { Settings } from '../compose.ts';
import { type Log, logLine } from '../http/log.ts';
import { composeLedger, composeSigners } from '../ledger/compose-ledger.ts';
import type { Signers } from '../ledger/signer.ts';
import type { StoreAddresses } from '../persistence/clients.ts';
import type { System } from '../system.ts';
import { sealAndIndex } from './seal-and-index.ts';

/** After this time a run begins no further step: the function is cut off at two minutes. */
const runMs = 80_000;

/** What runs when the doorbell rings or the schedule says so. */
export function composeSealer(
  system: System,
  settings: Settings,
  stores: StoreAddresses,
  log: Log = logLine,
): (lookBackMs: number) => Promise<void> {
  const ledger = composeLedger(settings, stores);
  let signers: Promise<Signers> | undefined;
  return async (lookBackMs) => {
    // A failed attempt is forgotten, so that the next run tries again.
    signers ??= composeSigners(settings, stores).catch((error: unknown) => {
      signers = undefined;
      throw error;
    });
    const begun = performance.now();
    const deps = { ...system, ledger, ...(await signers) };
    const mayGoOn = () => performance.now() - begun < runMs;
    const { sealed, size, faults } = await sealAndIndex(deps, system.now(), lookBackMs, mayGoOn);
    for (const { code, caseId, seq } of faults) {
      log('error', { function: 'sealer', fault: code, caseId, seq });
    }
    if (sealed > 0) log('info', { function: 'sealer', sealed, size });
  };
}
