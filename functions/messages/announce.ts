import { type Actor, hasRole } from '../../shared/identity/actor.ts';
import type { Message, Recipient } from '../../shared/messages/message.ts';
import { templates } from '../../shared/messages/templates.ts';
import { readContact } from '../persistence/contact.ts';
import { announcementWrite, eventDeliveryWrite, letterWrite } from '../persistence/delivery.ts';
import { inboxWrite, type Occasion } from '../persistence/inbox.ts';
import { readOfficers } from '../persistence/officer-directory.ts';
import type { Tables } from '../persistence/tables.ts';
import { type ConditionalWrite, commit } from '../persistence/transaction.ts';

/** How messages leave this deployment besides the inbox. */
export type Channels = { readonly mail: boolean; readonly sms: boolean; readonly bus: boolean };

/** DynamoDB's limit for one transaction; an office has dozens of officers, not a hundred. */
const mostWrites = 100;

/**
 * Tells of an occasion: inboxes, and what is to leave by mail, SMS and the bus. All of it is written at once
 * with the mark that it was told, so it is told exactly once, whoever tries and however often.
 * @param seq the event's number, where the occasion is an event that other systems may hear of.
 */
export async function announce(
  tables: Tables,
  channels: Channels,
  occasion: Occasion,
  messages: readonly Message[],
  now: string,
  seq?: number,
): Promise<void> {
  const letters = await lettersOf(tables, channels, messages);
  const writes: readonly ConditionalWrite[] = [
    announcementWrite(tables, occasion, now),
    ...(channels.bus && seq !== undefined ? [eventDeliveryWrite(tables, occasion, 'bus', seq, now)] : []),
    ...messages.map((message) => inboxWrite(tables, message, occasion, now)),
    ...letters.map(({ person, channel, message }) =>
      letterWrite(tables, occasion, channel, person, message, now),
    ),
  ];
  // A failed condition means that somebody else has told it.
  await commit(tables, writes.slice(0, mostWrites));
}

type LetterTo = { readonly person: string; readonly channel: 'mail' | 'sms'; readonly message: Message };

/** By mail and SMS to whoever can be reached that way; a person gets one of each, however many inboxes they read. */
async function lettersOf(
  tables: Tables,
  channels: Channels,
  messages: readonly Message[],
): Promise<readonly LetterTo[]> {
  const letters = new Map<string, LetterTo>();
  for (const message of messages) {
    const wanted = templates[message.template].by.filter((channel) => channels[channel]);
    if (wanted.length === 0) continue;
    for (const person of await peopleOf(tables, message.to)) {
      const { mail, mobile } = await readContact(tables, person);
      const address = { mail, sms: mobile };
      for (const channel of wanted) {
        const key = `${channel} ${person}`;
        if (address[channel] !== undefined && !letters.has(key)) {
          letters.set(key, { person, channel, message });
        }
      }
    }
  }
  return [...letters.values()];
}

const isHead = (officer: Actor): boolean => hasRole(officer, 'supervisor', 'leader');

async function peopleOf(tables: Tables, to: Recipient): Promise<readonly string[]> {
  if (to.kind === 'person') return [to.id];
  const officers = await readOfficers(tables, to.office);
  return officers.filter((officer) => to.kind === 'office' || isHead(officer)).map(({ id }) => id);
}
