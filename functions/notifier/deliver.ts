import { busDetail } from '../../shared/messages/bus-schemas.ts';
import { mailLetter, smsLetter } from '../../shared/messages/letter.ts';
import { pathOf, renderMessage } from '../../shared/messages/render.ts';
import { appointments } from '../persistence/agenda.ts';
import { readContact } from '../persistence/contact.ts';
import {
  type Channel,
  type Delivery,
  endDelivery,
  noteFault,
  readDelivery,
  takeDelivery,
} from '../persistence/delivery.ts';
import { agendas, enterpriseChain, type RegistryKey } from '../persistence/keys.ts';
import { announceEvent } from './announce-events.ts';
import { announceProfileEvent } from './announce-profile-event.ts';
import { Undeliverable } from './courier.ts';
import type { NotifierSystem } from './notifier-system.ts';
import { type ToldEvent, toldCase } from './told-event.ts';

/** Pauses between attempts, in minutes; the last one repeats. */
const pausesMinutes = [1, 5, 15, 60, 180, 360, 720] as const;
/** After so long nobody waits for it any more; the inbox has had it all the time. */
const giveUpAfterDays = 14;
/** A way out that failed this often in a row is down: the others waiting for it are left for the next run. */
const downAfter = 5;

/** Letters are independent of each other. */
const atATime = 5;

export type Delivered = { readonly sent: number; readonly failed: number; readonly givenUp: number };
type Attempt = keyof Delivered | 'skipped';

/** Tries everything that waits to leave and whose time has come. Nothing of it touches the acts it tells of. */
export async function deliverDue(system: NotifierSystem, mayGoOn: () => boolean): Promise<Delivered> {
  const counts = { sent: 0, failed: 0, givenUp: 0 };
  const failures = new Map<Channel, number>();
  const deliver = async (key: RegistryKey): Promise<void> => {
    const delivery = await readDelivery(system.tables, key);
    if (delivery === undefined || !isDue(delivery, system.now())) return;
    const { channel } = delivery;
    if ((failures.get(channel) ?? 0) >= downAfter) return;
    const attempt = await attemptDelivery(system, key, delivery);
    if (attempt === 'skipped') return;
    counts[attempt] += 1;
    failures.set(channel, attempt === 'failed' ? (failures.get(channel) ?? 0) + 1 : 0);
  };
  for await (const keys of appointments(system.tables, agendas.notifier, system.now())) {
    for (let next = 0; next < keys.length; next += atATime) {
      if (!mayGoOn()) return counts;
      await Promise.all(keys.slice(next, next + atATime).map(deliver));
    }
  }
  return counts;
}

const isDue = ({ state, wake }: Delivery, now: string): boolean =>
  state === 'waiting' && wake !== undefined && wake <= now;

const minutesLater = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

const tooOld = ({ since }: Delivery, now: string): boolean =>
  now >= minutesLater(since, giveUpAfterDays * 1440);

async function attemptDelivery(
  system: NotifierSystem,
  key: RegistryKey,
  delivery: Delivery,
): Promise<Attempt> {
  const { tables, now } = system;
  const pause = pausesMinutes[Math.min(delivery.attempts, pausesMinutes.length - 1)] ?? 1;
  if (!(await takeDelivery(tables, key, delivery, minutesLater(now(), pause)))) return 'skipped';
  try {
    await send(system, delivery);
    await endDelivery(tables, key, { state: 'sent', now: now() });
    return 'sent';
  } catch (error) {
    const fault = error instanceof Error ? error.name : 'unknown';
    system.log('warn', { function: 'notifier', channel: delivery.channel, source: delivery.source, fault });
    if (error instanceof Undeliverable || tooOld(delivery, now())) {
      await endDelivery(tables, key, { state: 'given-up', now: now(), fault });
      return 'givenUp';
    }
    await noteFault(tables, key, fault);
    return 'failed';
  }
}

async function send(system: NotifierSystem, delivery: Delivery): Promise<void> {
  switch (delivery.channel) {
    case 'announce':
    case 'bus': {
      const { channel, seq, caseId = '', enterprise } = delivery;
      if (enterprise !== undefined) {
        return announceProfileEvent(system, { caseId: enterpriseChain(enterprise), seq });
      }
      const told = await toldCase(system, caseId);
      return channel === 'bus' ? publish(system, told(seq)) : announceEvent(system, { caseId, seq }, told);
    }
    default:
      return sendLetter(system, delivery);
  }
}

async function publish(system: NotifierSystem, { journalled, event, after }: ToldEvent): Promise<void> {
  if (system.bus === undefined) throw new Undeliverable(new Error('there is no bus'));
  await system.bus({ type: event.type, at: journalled.at, detail: busDetail(event, journalled, after) });
}

/** The address is looked up now: it may have changed, or gone, since the message was written. */
async function sendLetter(
  { tables, portalOrigin, mail, sms }: NotifierSystem,
  delivery: Extract<Delivery, { channel: 'mail' | 'sms' }>,
): Promise<void> {
  const { channel, to, source, page } = delivery;
  const contact = await readContact(tables, to);
  const [courier, address] = channel === 'mail' ? [mail, contact.mail] : [sms, contact.mobile];
  if (courier === undefined || address === undefined) throw new Undeliverable(new Error('no address'));
  const said = renderMessage(delivery);
  const id = `${source}#${to}`;
  const link = `${portalOrigin}${pathOf(page, delivery)}`;
  await courier(channel === 'mail' ? mailLetter(id, address, said, link) : smsLetter(id, address, said));
}
