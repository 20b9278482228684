import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Message } from '../../shared/messages/message.ts';
import { expiresAfter, type Occasion, StoredMessageSchema } from './inbox.ts';
import { agendas, announcementKey, deliveryKey, type RegistryKey } from './keys.ts';
import { answering } from './storage-unavailable.ts';
import { type RawItem, readItem, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

/** What is done is of no interest after a month. */
const keptDays = 30;

const common = {
  source: z.string(),
  caseId: z.string().optional(),
  enterprise: z.string().optional(),
  at: z.string(),
  /** Instant it was put up. */
  since: z.string(),
  attempts: z.int(),
  state: z.enum(['waiting', 'sent', 'given-up']),
  wake: z.string().optional(),
};

/** A message on its way out of the system, or an event on its way to the bus; with how that went so far. */
const DeliverySchema = z.discriminatedUnion('channel', [
  z.object({ ...common, channel: z.enum(['mail', 'sms']), to: z.string(), ...StoredMessageSchema.shape }),
  z.object({ ...common, channel: z.literal('bus'), seq: z.int() }),
  /** An event that could not be announced at once. */
  z.object({ ...common, channel: z.literal('announce'), seq: z.int() }),
]);
export type Delivery = z.infer<typeof DeliverySchema>;
export type Channel = Delivery['channel'];

/** Says that an occasion was announced. The first transaction that holds it is the only one. */
export const announcementWrite = (tables: Tables, { source }: Occasion, now: string): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: { ...announcementKey(source), at: now, expires: expiresAfter(now, keptDays) },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  failure: () => moved,
});

const waiting = (
  tables: Tables,
  { source, caseId, enterprise, at }: Occasion,
  now: string,
  rest: RawItem,
  to: string,
) => ({
  TableName: tables.registry,
  Item: {
    source,
    ...(caseId !== undefined && { caseId }),
    ...(enterprise !== undefined && { enterprise }),
    at,
    since: now,
    attempts: 0,
    state: 'waiting',
    agenda: agendas.notifier,
    wake: now,
    ...rest,
    ...deliveryKey(source, String(rest.channel), to),
  },
});

export const letterWrite = (
  tables: Tables,
  occasion: Occasion,
  channel: 'mail' | 'sms',
  to: string,
  { template, params, page }: Message,
  now: string,
): ConditionalWrite => ({
  action: { Put: waiting(tables, occasion, now, { channel, to, template, params, page }, to) },
  failure: () => moved,
});

/** An event that is to be published, or announced once more. */
export const eventDeliveryWrite = (
  tables: Tables,
  occasion: Occasion,
  channel: 'bus' | 'announce',
  seq: number,
  now: string,
): ConditionalWrite => ({
  action: { Put: waiting(tables, occasion, now, { channel, seq }, 'all') },
  failure: () => moved,
});

export async function readDelivery(tables: Tables, key: RegistryKey): Promise<Delivery | undefined> {
  const item = await readItem(tables, key);
  return item && DeliverySchema.parse(item);
}

/**
 * Takes a delivery for one attempt by putting off the next one: of two who want to send it only one may, and if
 * that one dies the other tries again later. False when someone else has it or it is done.
 */
export async function takeDelivery(
  tables: Tables,
  key: RegistryKey,
  { attempts }: Delivery,
  nextAttempt: string,
): Promise<boolean> {
  const taking = tables.client.send(
    new UpdateCommand({
      TableName: tables.registry,
      Key: key,
      UpdateExpression: 'SET attempts = attempts + :one, wake = :next',
      ConditionExpression: 'attempts = :seen AND #state = :waiting',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':one': 1,
        ':next': nextAttempt,
        ':seen': attempts,
        ':waiting': 'waiting',
      },
    }),
  );
  return answering(moving(taking));
}

const moving = (update: Promise<unknown>): Promise<boolean> =>
  update.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
      throw error;
    },
  );

/** It has left, or it never will: nothing more to do. `fault` says why, by name only. */
export async function endDelivery(
  tables: Tables,
  key: RegistryKey,
  end: { readonly state: 'sent' | 'given-up'; readonly now: string; readonly fault?: string },
): Promise<void> {
  await answering(
    tables.client.send(
      new UpdateCommand({
        TableName: tables.registry,
        Key: key,
        UpdateExpression:
          'SET #state = :state, endedAt = :now, fault = :fault, expires = :expires REMOVE agenda, wake',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':state': end.state,
          ':now': end.now,
          ':fault': end.fault ?? '',
          ':expires': expiresAfter(end.now, keptDays),
        },
      }),
    ),
  );
}

/** The attempt failed and another one follows. */
export async function noteFault(tables: Tables, key: RegistryKey, fault: string): Promise<void> {
  await answering(
    tables.client.send(
      new UpdateCommand({
        TableName: tables.registry,
        Key: key,
        UpdateExpression: 'SET fault = :fault',
        ExpressionAttributeValues: { ':fault': fault },
      }),
    ),
  );
}
