import * as z from 'zod';
import { accept } from '../../shared/api/errors.ts';
import type { inboxRoutes, MessageDto } from '../../shared/api/routes/inbox.ts';
import { type Actor, hasRole } from '../../shared/identity/actor.ts';
import { recipientKey } from '../../shared/messages/message.ts';
import { pathOf, renderMessage } from '../../shared/messages/render.ts';
import type { AnswerOf, SignedInRequestOf } from '../http/endpoint.ts';
import { cursorOf, placeOf } from '../persistence/cursor.ts';
import {
  arrivedAt,
  countArrived,
  type InboxItem,
  moveReadMark,
  readInboxes,
  readMark,
} from '../persistence/inbox.ts';
import type { Tables } from '../persistence/tables.ts';
import type { System } from '../system.ts';

type Routes = typeof inboxRoutes;
const pageSize = 20;

/** Their own, their office's when they sit at its desk, and its head's when they are that. */
function inboxesOf({ id, office, ...person }: Actor): readonly string[] {
  const own = recipientKey({ kind: 'person', id });
  const actor = { id, ...person };
  if (office === undefined || !hasRole(actor, 'reviewer', 'supervisor', 'leader', 'finance')) return [own];
  const head = hasRole(actor, 'supervisor', 'leader') ? [recipientKey({ kind: 'head', office })] : [];
  return [own, recipientKey({ kind: 'office', office }), ...head];
}

export const getInbox =
  ({ tables }: Pick<System, 'tables'>) =>
  async ({ actor, query }: SignedInRequestOf<Routes['getInbox']>): AnswerOf<Routes['getInbox']> => {
    const place = placeOf(z.string().max(200), query.cursor);
    if (!place.ok) return place;
    const inboxes = inboxesOf(actor);
    const [items, read] = await Promise.all([
      readInboxes(tables, inboxes, pageSize + 1, place.value),
      readMark(tables, actor.id),
    ]);
    const shown = items.slice(0, pageSize);
    const last = shown.at(-1);
    return accept({
      items: shown.map((item) => messageDto(item, read)),
      ...(items.length > pageSize && last && { next: cursorOf(last.sk) }),
      unread: await countArrived(tables, inboxes, read),
    });
  };

const messageDto = (item: InboxItem, read: string): MessageDto => {
  const { sk, at, caseId, page } = item;
  const arrived = arrivedAt(item);
  return {
    id: sk,
    arrivedAt: arrived,
    at,
    ...(caseId !== undefined && { caseId }),
    ...renderMessage(item),
    link: pathOf(page, item),
    unread: arrived > read,
  };
};

const unreadOf = async (tables: Tables, actor: Actor): Promise<number> =>
  countArrived(tables, inboxesOf(actor), await readMark(tables, actor.id));

export const countUnread =
  ({ tables }: Pick<System, 'tables'>) =>
  async ({ actor }: SignedInRequestOf<Routes['countUnread']>): AnswerOf<Routes['countUnread']> =>
    accept({ unread: await unreadOf(tables, actor) });

export const markInboxRead =
  ({ tables, now }: Pick<System, 'tables' | 'now'>) =>
  async ({ actor, body }: SignedInRequestOf<Routes['markInboxRead']>): AnswerOf<Routes['markInboxRead']> => {
    const present = now();
    // Nobody has read what is yet to come.
    const ahead = body.through > present;
    await moveReadMark(tables, actor.id, ahead ? present : body.through);
    return accept({ unread: await unreadOf(tables, actor) });
  };
