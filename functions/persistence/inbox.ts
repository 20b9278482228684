import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { TextSchema } from '../../shared/language/text.ts';
import { type Message, pages, recipientKey } from '../../shared/messages/message.ts';
import type { Subject } from '../../shared/messages/render.ts';
import { type TemplateId, templates } from '../../shared/messages/templates.ts';
import { inboxKey, inboxPartition, readMarkKey } from './keys.ts';
import { answering } from './storage-unavailable.ts';
import { type RawItem, readItem, readPage, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

/** Messages older than two years are swept. */
const keptDays = 730;

const TemplateIdSchema = z.custom<TemplateId>(
  (name) => typeof name === 'string' && Object.hasOwn(templates, name),
);

export const StoredMessageSchema = z.object({
  template: TemplateIdSchema,
  params: z.record(z.string(), TextSchema),
  page: z.enum(pages),
  caseId: z.string().optional(),
  enterprise: z.string().optional(),
  /** Instant of what it is about. */
  at: z.string(),
});

const InboxItemSchema = StoredMessageSchema.extend({ sk: z.string() });
export type InboxItem = z.infer<typeof InboxItemSchema>;

/** When it arrived: inboxes are read in the order of arrival, so nothing slips in below what was read. */
export const arrivedAt = ({ sk }: InboxItem): string => sk.slice(0, sk.indexOf('#'));

export type Occasion = Subject & {
  /** What it is told of, once: `<chain>#<seq>`, or another name for what is no event. */
  readonly source: string;
  readonly at: string;
};

/** Epoch seconds, for the table's expiry. */
export const expiresAfter = (now: string, days: number): number =>
  Math.floor(Date.parse(now) / 1000) + days * 86_400;

/** Puts a message into its recipient's inbox. Only the transaction it is part of keeps it from coming twice. */
export const inboxWrite = (
  tables: Tables,
  { to, ...message }: Message,
  { source, caseId, enterprise, at }: Occasion,
  arrived: string,
): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: {
        ...message,
        at,
        ...(caseId !== undefined && { caseId }),
        ...(enterprise !== undefined && { enterprise }),
        expires: expiresAfter(arrived, keptDays),
        ...inboxKey(recipientKey(to), arrived, source),
      },
    },
  },
  failure: () => moved,
});

/** Newest first; of several inboxes that are read as one, those below the place `before`. */
export async function readInboxes(
  tables: Tables,
  recipients: readonly string[],
  limit: number,
  before: string | undefined,
): Promise<readonly InboxItem[]> {
  const pages = await Promise.all(
    recipients.map((recipient) =>
      readPage(tables, {
        TableName: tables.registry,
        KeyConditionExpression: before === undefined ? 'pk = :pk' : 'pk = :pk AND sk < :before',
        ExpressionAttributeValues: {
          ':pk': inboxPartition(recipient),
          ...(before !== undefined && { ':before': before }),
        },
        ScanIndexForward: false,
        Limit: limit,
      }),
    ),
  );
  return pages
    .flatMap(({ items }) => items.flatMap(readable))
    .toSorted((one, other) => (one.sk > other.sk ? -1 : 1))
    .slice(0, limit);
}

/** A message whose template is gone says nothing any more. */
const readable = (item: RawItem): readonly InboxItem[] => {
  const parsed = InboxItemSchema.safeParse(item);
  return parsed.success ? [parsed.data] : [];
};

/** More unread messages than this are "many". */
const mostUnread = 99;

/** How many arrived after the instant `since`, up to `mostUnread`. */
export async function countArrived(
  tables: Tables,
  recipients: readonly string[],
  since: string,
): Promise<number> {
  const counts = await Promise.all(
    recipients.map(async (recipient) => {
      const { items } = await readPage(tables, {
        TableName: tables.registry,
        KeyConditionExpression: 'pk = :pk AND sk > :since',
        // `$` is the character after `#`: beyond everything that arrived at that very instant.
        ExpressionAttributeValues: { ':pk': inboxPartition(recipient), ':since': `${since}$` },
        ProjectionExpression: 'sk',
        Limit: mostUnread,
      });
      return items.length;
    }),
  );
  return Math.min(
    mostUnread,
    counts.reduce((sum, count) => sum + count, 0),
  );
}

const MarkSchema = z.object({ through: z.string() });
const beginning = '0000';

/** The instant up to which this person has read their inbox. */
export async function readMark(tables: Tables, account: string): Promise<string> {
  const item = await readItem(tables, readMarkKey(account));
  return item === undefined ? beginning : MarkSchema.parse(item).through;
}

/** Moves the mark forward; never back, whichever device comes late. */
export async function moveReadMark(tables: Tables, account: string, through: string): Promise<void> {
  const moving = tables.client.send(
    new UpdateCommand({
      TableName: tables.registry,
      Key: readMarkKey(account),
      UpdateExpression: 'SET through = :through',
      ConditionExpression: 'attribute_not_exists(through) OR through < :through',
      ExpressionAttributeValues: { ':through': through },
    }),
  );
  await answering(
    moving.catch((error: unknown) => {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return;
      throw error;
    }),
  );
}
