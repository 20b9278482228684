import * as z from 'zod';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { CaseEvent } from '../../shared/workflow/event.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import { noticeKey, noticesPartition } from './keys.ts';
import { type RawItem, readItem, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const NoticeSchema = z.strictObject({
  caseId: z.string(),
  programme: z.strictObject({ id: z.string(), version: z.int() }),
  enterpriseName: z.string(),
  town: z.string(),
  office: z.string(),
  revision: z.int(),
  /** Fen. */
  amount: z.int(),
  premises: z
    .strictObject({
      unit: z.string(),
      area: z.int(),
      months: z.int(),
      from: z.string(),
      to: z.string(),
    })
    .optional(),
  /** Days in Asia/Shanghai, both inclusive. */
  opensOn: z.string(),
  closesOn: z.string(),
});
/** A line of the public list: what may be known to everybody, and nothing else of the case. */
export type Notice = Readonly<z.infer<typeof NoticeSchema>>;

const noticeOf = ({ pk: _pk, sk: _sk, ...item }: RawItem): Notice => NoticeSchema.parse(item);

export async function readNotice(tables: Tables, caseId: string): Promise<Notice | undefined> {
  const item = await readItem(tables, noticeKey(caseId));
  return item && noticeOf(item);
}

/** All that is in notice now, by one query: some dozens at a time. */
export async function readNotices(tables: Tables): Promise<readonly Notice[]> {
  return (await readPartition(tables, tables.registry, noticesPartition)).map(noticeOf);
}

type Turn = {
  readonly before: CaseState | undefined;
  readonly after: CaseState;
  readonly event: CaseEvent;
  readonly enterpriseName: string;
};

/** Puts a case on the public list with the approval, and takes it off with whatever ends the notice. */
export function noticeWrites(tables: Tables, turn: Turn): readonly ConditionalWrite[] {
  const { before, after } = turn;
  if (after.status === 'in-notice') {
    return before?.status === 'in-notice' && before.due === after.due ? [] : [listing(tables, turn, after)];
  }
  return before?.status === 'in-notice' ? [unlisting(tables, after.caseId)] : [];
}

function listing(
  tables: Tables,
  { event, enterpriseName }: Turn,
  {
    caseId,
    programme,
    town,
    office,
    revision,
    amount,
    approvedAt,
    due,
  }: Extract<CaseState, { status: 'in-notice' }>,
): ConditionalWrite {
  if (event.type !== 'application-approved') {
    // The last day was moved, because the calendar was published.
    return {
      action: {
        Update: {
          TableName: tables.registry,
          Key: noticeKey(caseId),
          UpdateExpression: 'SET closesOn = :closesOn',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':closesOn': due },
        },
      },
      failure: () => moved,
    };
  }
  const { premises } = event.data.grant;
  const notice: Notice = {
    caseId,
    programme,
    enterpriseName,
    town,
    office,
    revision,
    amount,
    premises,
    opensOn: dateInShanghai(approvedAt),
    closesOn: due,
  };
  return {
    action: { Put: { TableName: tables.registry, Item: { ...notice, ...noticeKey(caseId) } } },
    failure: () => moved,
  };
}

const unlisting = (tables: Tables, caseId: string): ConditionalWrite => ({
  action: { Delete: { TableName: tables.registry, Key: noticeKey(caseId) } },
  failure: () => moved,
});
