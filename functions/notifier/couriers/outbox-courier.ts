import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { outboxKey } from '../../persistence/keys.ts';
import { answering } from '../../persistence/storage-unavailable.ts';
import type { Tables } from '../../persistence/tables.ts';
import type { Courier } from '../courier.ts';

/** Keeps every letter and sends none: for this machine and for demonstrations. */
export const outboxCourier =
  (tables: Tables, channel: 'mail' | 'sms', now: () => string): Courier =>
  async (letter) => {
    const at = now();
    const Item = { ...letter, channel, at, ...outboxKey(at, `${channel}#${letter.id}`) };
    await answering(tables.client.send(new PutCommand({ TableName: tables.registry, Item })));
  };
