import type { Actor } from '../../shared/identity/actor.ts';
import { countText, dateText } from '../../shared/messages/facts.ts';
import type { Message } from '../../shared/messages/message.ts';
import { announce, type Channels } from '../messages/announce.ts';
import { readOfficers } from '../persistence/officer-directory.ts';
import { openCasesOf } from '../persistence/open-cases.ts';
import type { System } from '../system.ts';
import { type Digest, digestOf } from './digest-of.ts';
import { oncePerWorkingDay } from './once-per-office.ts';

/** Every officer's list of the day: once, and only to those for whom there is something. */
export const sendDigests = (system: System, channels: Channels): Promise<number> =>
  oncePerWorkingDay(system, 'digests', async (office, today) => {
    const { tables, now } = system;
    const open = await openCasesOf(tables, office);
    if (open.length === 0) return 0;
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
  });

const messageOf = ({ id }: Actor, digest: Digest, today: string): Message => ({
  to: { kind: 'person', id },
  template: 'digest-of-the-day',
  params: {
    date: dateText(today),
    ...Object.fromEntries(Object.entries(digest).map(([name, count]) => [name, countText(count)])),
  },
  page: 'worklist',
});
