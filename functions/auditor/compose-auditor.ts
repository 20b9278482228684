import type { Signer } from '../../shared/ledger/signed-note.ts';
import { type Settings, setting } from '../compose.ts';
import { composeIssuer, composeLedger } from '../ledger/compose-ledger.ts';
import type { StoreAddresses } from '../persistence/clients.ts';
import type { System } from '../system.ts';
import type { AuditorSystem } from './auditor-system.ts';

export function composeAuditor(system: System, settings: Settings, stores: StoreAddresses): AuditorSystem {
  let issuer: Promise<Signer> | undefined;
  return {
    ...system,
    ledger: { origin: setting(settings, 'LEDGER_ORIGIN'), store: composeLedger(settings, stores) },
    issuer: () => {
      // A failed attempt is forgotten, so that the next request tries again.
      issuer ??= composeIssuer(settings, stores).catch((error: unknown) => {
        issuer = undefined;
        throw error;
      });
      return issuer;
    },
  };
}
