import * as z from 'zod';
import { TextSchema } from '../../language/text.ts';
import {
  CaseIdSchema,
  CursorSchema,
  InstantSchema,
  NoBodySchema,
  NoParamsSchema,
  NoQuerySchema,
} from '../dto/common.ts';
import { defineRoute } from '../route.ts';

/** A message as read in the portal. */
const MessageDtoSchema = z.strictObject({
  id: z.string(),
  /** When it came. */
  arrivedAt: InstantSchema,
  /** When what it tells of took effect. */
  at: InstantSchema,
  caseId: CaseIdSchema.optional(),
  title: TextSchema,
  body: TextSchema,
  /** Path in the portal. */
  link: z.string(),
  unread: z.boolean(),
});
export type MessageDto = z.infer<typeof MessageDtoSchema>;

const UnreadSchema = z.int().min(0).max(99);

export const inboxRoutes = {
  getInbox: defineRoute({
    id: 'get-inbox',
    method: 'GET',
    path: '/api/inbox',
    audience: 'applicant',
    access: 'signed-in',
    summary: 'The caller’s messages, and those of their office, newest first; 20 a page.',
    params: NoParamsSchema,
    query: z.strictObject({ cursor: CursorSchema.optional() }),
    body: NoBodySchema,
    output: z.strictObject({
      items: z.array(MessageDtoSchema),
      next: CursorSchema.optional(),
      /** 99 stands for that many or more. */
      unread: UnreadSchema,
    }),
  }),
  countUnread: defineRoute({
    id: 'count-unread',
    method: 'GET',
    path: '/api/inbox/unread',
    audience: 'applicant',
    access: 'signed-in',
    summary: 'How many messages the caller has not read; 99 stands for that many or more.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.strictObject({ unread: UnreadSchema }),
  }),
  markInboxRead: defineRoute({
    id: 'mark-inbox-read',
    method: 'POST',
    path: '/api/inbox/read',
    audience: 'applicant',
    access: 'signed-in',
    summary:
      'Marks as read what had come by an instant: the `arrivedAt` of the newest message the caller saw.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: z.strictObject({ through: InstantSchema }),
    output: z.strictObject({ unread: UnreadSchema }),
  }),
} as const;
