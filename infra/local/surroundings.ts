import type { HttpFunction } from '../../functions/http/http-event.ts';
import type { Log } from '../../functions/http/log.ts';
import type { StoreAddresses } from '../../functions/persistence/clients.ts';
import type { KeptLetter } from '../../functions/persistence/outbox.ts';
import type { Audience } from '../../shared/api/route.ts';
import type { EnvironmentKey } from '../../shared/deployment/environment.ts';

/** What functions are told in the cloud by their environment, and here by whoever starts them. */
export type Surroundings = {
  readonly settings: Readonly<Record<EnvironmentKey, string>>;
  readonly stores: StoreAddresses;
  /** Instant, UTC with milliseconds; tests bring their own. */
  readonly now: () => string;
  readonly log: Log;
};

type BackgroundFunction = {
  readonly name: string;
  /** Whether a new event in the Journal starts it. */
  readonly onJournal: boolean;
  readonly everyMinutes?: number;
  readonly run: () => Promise<void>;
};

/** The functions of the system, ready to be called. */
export type LocalFunctions = {
  readonly http: Readonly<Record<Audience, HttpFunction>>;
  readonly background: readonly BackgroundFunction[];
  /** The letters that were kept instead of sent. */
  readonly outbox?: () => Promise<readonly KeptLetter[]>;
};
