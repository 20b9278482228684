import { messagesOfProfile } from '../../shared/messages/messages-of-profile.ts';
import { announce } from '../messages/announce.ts';
import { readProfile } from '../persistence/enterprise.ts';
import { readEvent } from '../persistence/journal.ts';
import type { EventPlace } from '../persistence/journal-places.ts';
import { enterpriseOfChain } from '../persistence/keys.ts';
import { channelsOf, type NotifierSystem } from './notifier-system.ts';

/** Tells everybody whom an event of an enterprise's profile concerns. Other systems do not hear of it. */
export async function announceProfileEvent(
  system: NotifierSystem,
  { caseId: chain, seq }: EventPlace,
): Promise<void> {
  const { tables } = system;
  const enterprise = enterpriseOfChain(chain) ?? '';
  const [event, known] = await Promise.all([readEvent(tables, chain, seq), readProfile(tables, enterprise)]);
  if (event === undefined || known === undefined) throw new Error(`${chain} has no event ${seq}`);
  const { type, data, at, actor } = event;
  const messages = messagesOfProfile({ type, data, actor: actor.id, profile: known.profile });
  const occasion = { source: `${chain}#${seq}`, enterprise, at };
  await announce(tables, channelsOf(system), occasion, messages, system.now());
}
