import type { Actor } from '../../shared/identity/actor.ts';
import { countText, dateText } from '../../shared/messages/facts.ts';
import type { Message } from '../../shared/messages/message.ts';
import { announce, type Channels } from '../messages/announce.ts';
import { readOfficers } from '../persistence/officer-directory.ts';
import type { OpenCase } from '../persistence/open-cases.ts';
import type { System } from '../system.ts';
import { type Digest, digestOf } from './digest-of.ts';

/** Every officer's list of the day, for those for whom there is something. Answers how many there are. */
export async function sendDigests(
  { tables, now }: Pick<System, 'tables' | 'now'>,
  channels: Channels,
  office: string,
  open: readonly OpenCase[],
  today: string,
): Promise<number> {
  let sent = 0;
  for (const officer of await readOfficers(tables, office)) {
    const digest = digestOf(officer, open, today);
    if (Object.values(digest).every((count) => count === 0)) continue;
    const at = now();
    const occasion = { source: `digest:${today}:${officer.id}`, at };
    await announce(tables, channels, occasion, [messageOf(officer, digest, today)], at);
    sent += 1;
  }
  return sent;
}

const messageOf = ({ id }: Actor, digest: Digest, today: string): Message => ({
  to: { kind: 'person', id },
  template: 'digest-of-the-day',
  params: {
    date: dateText(today),
    ...Object.fromEntries(Object.entries(digest).map(([name, count]) => [name, countText(count)])),
  },
  page: 'worklist',
});
