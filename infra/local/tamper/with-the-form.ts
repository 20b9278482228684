import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { revisionKey } from '../../../functions/persistence/keys.ts';
import { packJson } from '../../../functions/persistence/packed-json.ts';
import { revisionOf } from '../../../functions/persistence/revision.ts';
import { readItem } from '../../../functions/persistence/tables.ts';
import { text } from '../../../shared/language/text.ts';
import type { Tampering } from './tampering.ts';

export const withTheForm: readonly Tampering[] = [
  {
    id: 'edit-the-form',
    title: text('事后修改申请表', 'Edit the application form afterwards'),
    act: async ({ tables, caseId }) => {
      const item = await readItem(tables, revisionKey(caseId, 1));
      if (!item) throw new Error(`${caseId} has no form`);
      const answers = packJson({ ...revisionOf(item).answers, workers: 9999 });
      await tables.client.send(new PutCommand({ TableName: tables.registry, Item: { ...item, answers } }));
    },
  },
  {
    id: 'delete-the-form',
    title: text('删除申请表', 'Delete the application form'),
    act: async ({ tables, caseId }) => {
      await tables.client.send(
        new DeleteCommand({ TableName: tables.registry, Key: revisionKey(caseId, 1) }),
      );
    },
  },
];
