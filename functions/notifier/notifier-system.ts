import type { Log } from '../http/log.ts';
import type { Channels } from '../messages/announce.ts';
import type { ProgrammeShelf } from '../persistence/programme-shelf.ts';
import type { Tables } from '../persistence/tables.ts';
import type { Bus } from './bus.ts';
import type { Courier } from './courier.ts';

/** What the notifier works with. A way out that is absent does not exist in this deployment. */
export type NotifierSystem = {
  readonly tables: Tables;
  readonly programmes: ProgrammeShelf;
  readonly mail?: Courier | undefined;
  readonly sms?: Courier | undefined;
  readonly bus?: Bus | undefined;
  /** Scheme and host of the portal, for links. */
  readonly portalOrigin: string;
  readonly now: () => string;
  readonly log: Log;
};

export const channelsOf = ({ mail, sms, bus }: NotifierSystem): Channels => ({
  mail: mail !== undefined,
  sms: sms !== undefined,
  bus: bus !== undefined,
});
