import type { Settings } from '../compose.ts';
import type { Channels } from './announce.ts';

/** The ways out a deployment has, for those who put messages up and leave the sending to the notifier. */
export const channelsIn = ({ MAIL }: Settings): Channels => ({
  mail: Boolean(MAIL),
  sms: MAIL === 'outbox',
  bus: false,
});
