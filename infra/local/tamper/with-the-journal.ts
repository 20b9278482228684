import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { stateAfter } from '../../../functions/cases/repeated-command.ts';
import { headWrite, readHead } from '../../../functions/persistence/head.ts';
import { eventMembers, readableEvent } from '../../../functions/persistence/journal.ts';
import {
  casePartition,
  headKey,
  journalKey,
  sealKey,
  sealPartition,
} from '../../../functions/persistence/keys.ts';
import { sealsOf } from '../../../functions/persistence/seal-register.ts';
import { type RawItem, readItem, readPartition, type Tables } from '../../../functions/persistence/tables.ts';
import { commit } from '../../../functions/persistence/transaction.ts';
import { isObject } from '../../../shared/forms/value-shape.ts';
import { text } from '../../../shared/language/text.ts';
import { eventHash, noPredecessor, sealEvent } from '../../../shared/ledger/journal-event.ts';
import { erase, itemsOf, overwrite } from './raw-journal.ts';
import type { Tampering } from './tampering.ts';

/** Half as much again for the applicant: the falsification that somebody would pay for. */
async function withMoreMoney(tables: Tables, caseId: string): Promise<RawItem> {
  const approval = (await itemsOf(tables, caseId)).find(({ type }) => type === 'application-approved');
  if (!approval || !isObject(approval.data) || !isObject(approval.data.grant)) {
    throw new Error(`${caseId} was not approved`);
  }
  const { grant } = approval.data;
  return {
    ...approval,
    data: { ...approval.data, grant: { ...grant, amount: Math.trunc(Number(grant.amount) * 1.5) } },
  };
}

/** Takes the seal of one event out of the register. */
async function forgetSeal(tables: Tables, caseId: string, seq: number): Promise<void> {
  const seals = (await sealsOf(tables, caseId)).filter((seal) => seal.seq === seq);
  await tables.client.send(
    new UpdateCommand({
      TableName: tables.registry,
      Key: sealKey(caseId, seq),
      UpdateExpression: 'DELETE seals :seals',
      ExpressionAttributeValues: { ':seals': new Set(seals.map(({ index }) => `${seq}@${index}`)) },
    }),
  );
}

const forgedCase = 'PL-00000-00000';

export const withTheJournal: readonly Tampering[] = [
  {
    id: 'edit-a-field',
    title: text('改大批准金额', 'Raise the approved amount'),
    act: async ({ tables, caseId }) => overwrite(tables, await withMoreMoney(tables, caseId)),
  },
  {
    id: 'edit-and-hash-again',
    title: text(
      '改大批准金额，并重新计算事件的哈希',
      'Raise the approved amount and reckon the event’s hash again',
    ),
    act: async ({ tables, caseId }) => {
      const edited = await withMoreMoney(tables, caseId);
      await overwrite(tables, { ...edited, hash: eventHash(eventMembers(edited)) });
    },
  },
  {
    id: 'delete-the-last-event',
    title: text('删除案件的最后一个事件', 'Delete the last event of a case'),
    act: async ({ tables, caseId }) => erase(tables, caseId, (await itemsOf(tables, caseId)).length),
  },
  {
    id: 'delete-the-last-event-and-its-traces',
    title: text(
      '删除案件的最后一个事件，并抹去封存登记、倒回案件状态',
      'Delete the last event of a case, with its entry in the register, and set the case back',
    ),
    act: async ({ tables, caseId }) => {
      const items = await itemsOf(tables, caseId);
      const events = items.flatMap((item) => readableEvent(item) ?? []);
      const [last, state] = [events.at(-1), stateAfter(events.slice(0, -1))];
      const head = await readHead(tables, caseId);
      if (!last || !state || !head) throw new Error(`${caseId} is too short`);
      await erase(tables, caseId, last.seq);
      await forgetSeal(tables, caseId, last.seq);
      const before = { ...head, state, hash: last.previous };
      await commit(tables, [headWrite(tables, before, last.seq)]);
    },
  },
  {
    id: 'put-in-a-case',
    title: text(
      '塞入一个从未申请、却已批准的案件，日期倒填',
      'Put in a case, dated back, that was approved and never applied for',
    ),
    looksAt: forgedCase,
    act: async ({ tables, caseId }) => {
      const head = await readHead(tables, caseId);
      if (!head) throw new Error(`${caseId} has no state`);
      let previous = noPredecessor;
      for (const item of await itemsOf(tables, caseId)) {
        const event = readableEvent(item);
        if (!event) continue;
        const { hash: _hash, previous: _previous, recordedAt: _recordedAt, ...rest } = event;
        const at = new Date(Date.parse(event.at) - 30 * 24 * 3_600_000).toISOString();
        const forged = sealEvent({ ...rest, caseId: forgedCase, at }, previous);
        // Without its day it stands in no index, and the sealer does not see it.
        await overwrite(tables, { ...forged, ...journalKey(forgedCase, forged.seq) });
        previous = forged.hash;
      }
      const state = { ...head.state, caseId: forgedCase };
      await commit(tables, [headWrite(tables, { ...head, state, hash: previous }, 0)]);
    },
  },
  {
    id: 'raise-the-standing-amount',
    title: text('在登记库里改大待兑现的金额', 'Raise the amount that stands to be paid'),
    act: async ({ tables, caseId }) => {
      const item = await readItem(tables, headKey(caseId));
      if (!item) throw new Error(`${caseId} has no state`);
      const amount = Math.trunc(Number(item.amount) * 1.5);
      await tables.client.send(new PutCommand({ TableName: tables.registry, Item: { ...item, amount } }));
    },
  },
  {
    id: 'delete-a-case',
    title: text('把一个案件从所有表中删除', 'Delete a case from every table'),
    act: async ({ tables, caseId }) => {
      const { length } = await itemsOf(tables, caseId);
      for (let seq = 1; seq <= length; seq += 1) await erase(tables, caseId, seq);
      for (const partition of [casePartition(caseId), sealPartition(caseId)]) {
        for (const { pk, sk } of await readPartition(tables, tables.registry, partition)) {
          await tables.client.send(new DeleteCommand({ TableName: tables.registry, Key: { pk, sk } }));
        }
      }
    },
  },
  {
    id: 'swap-two-events',
    title: text('调换两个事件', 'Swap two events'),
    act: async ({ tables, caseId }) => {
      const [, second, third] = await itemsOf(tables, caseId);
      if (!second || !third) throw new Error(`${caseId} is too short`);
      await overwrite(tables, { ...third, seq: second.seq });
      await overwrite(tables, { ...second, seq: third.seq });
    },
  },
];
