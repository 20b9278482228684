import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { eventMembers } from '../../../functions/persistence/journal.ts';
import { casePartition, sealPartition } from '../../../functions/persistence/keys.ts';
import { type RawItem, readPartition, type Tables } from '../../../functions/persistence/tables.ts';
import { isObject } from '../../../shared/forms/value-shape.ts';
import { text } from '../../../shared/language/text.ts';
import { eventHash } from '../../../shared/ledger/journal-event.ts';
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
