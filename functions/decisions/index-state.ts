import { randomBytes, randomUUID } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { InstantSchema } from '../../shared/calendar/instant.ts';
import { decisionIndexKey } from '../persistence/keys.ts';
import { answering } from '../persistence/storage-unavailable.ts';
import { readItem, type Tables } from '../persistence/tables.ts';

/** Raised whenever items change their form or rows their meaning: the index is then made anew beside the old one. */
const layout = 4;

/** An entry of the log of which the index can tell nothing. */
const UnreadSchema = z.strictObject({ caseId: z.string(), seq: z.int(), index: z.int() });

const IndexStateSchema = z.object({
  making: z.string(),
  /** Entries of the log that have been looked at. */
  through: z.int().min(0),
  /** Instant of the last of them, and when it was looked at. */
  lastAt: InstantSchema.optional(),
  /** Decisions found among them, numbered from 0 in the order of the log. */
  rows: z.int().min(0),
  /** So many of them are in postings, days and months; the others are looked through one by one. */
  folded: z.int().min(0),
  /**
   * Entries looked at that were not what was sealed, or were gone: their decisions are in no search, so every search
   * names them. How many, and the first in each of the first few cases.
   */
  unread: z.strictObject({ entries: z.int().min(0), cases: z.array(UnreadSchema) }),
  /** Under which cursors are signed. */
  secret: z.string(),
});
export type IndexState = Readonly<z.infer<typeof IndexStateSchema>>;

export type Which = 'current' | 'coming';

export async function readIndexState(
  tables: Tables,
  which: Which = 'current',
): Promise<IndexState | undefined> {
  const item = await readItem(tables, decisionIndexKey(layout, which));
  return item && IndexStateSchema.parse(item);
}

export const newIndexState = (): IndexState => ({
  making: `${layout}-${randomUUID().slice(0, 8)}`,
  through: 0,
  rows: 0,
  folded: 0,
  unread: { entries: 0, cases: [] },
  secret: randomBytes(16).toString('base64url'),
});

/** So that the state stays one read unit. */
const mostCasesNamed = 20;

/** What is unread with these entries added; each is added once, because a state only ever moves forward. */
export function withUnread(
  { entries, cases }: IndexState['unread'],
  more: readonly z.infer<typeof UnreadSchema>[],
): IndexState['unread'] {
  const named = new Map(cases.map((one) => [one.caseId, one]));
  for (const { caseId, seq, index } of more) {
    if (!named.has(caseId) && named.size < mostCasesNamed) named.set(caseId, { caseId, seq, index });
  }
  return { entries: entries + more.length, cases: [...named.values()] };
}

/** Puts the next state in place of exactly the one it was made from; false when another run was quicker. */
export async function moveIndexState(
  tables: Tables,
  which: Which,
  before: IndexState | undefined,
  next: IndexState,
): Promise<boolean> {
  const condition = before
    ? {
        ConditionExpression: 'making = :making AND through = :through AND folded = :folded',
        ExpressionAttributeValues: {
          ':making': before.making,
          ':through': before.through,
          ':folded': before.folded,
        },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  return answering(
    tables.client
      .send(
        new PutCommand({
          TableName: tables.registry,
          Item: { ...next, ...decisionIndexKey(layout, which) },
          ...condition,
        }),
      )
      .then(
        () => true,
        (error: unknown) => {
          if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
          throw error;
        },
      ),
  );
}
