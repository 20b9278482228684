import { expect, test } from 'vitest';
import { type Stage, StageSchema } from '../../infra/stages/stage.ts';
import { allowances } from '../support/synthesized-grants.ts';
import { ownIssuerStage, synthesize } from '../support/synthesized-stage.ts';

const stream = 'arn:aws:dynamodb:eu-central-1:111122223333:table/journal-2/stream/2026-11-23T00:00:00.000';
const stage: Stage = StageSchema.parse({
  ...ownIssuerStage,
  restored: { registry: 'registry-2', journal: 'journal-2', journalStream: stream },
});
const { resources, ...synthesized } = synthesize(stage);

test('a stage with restored tables keeps its own, and everything uses the restored ones', () => {
  expect(resources('AWS::DynamoDB::Table')).toHaveLength(2);
  const reviewer = resources('AWS::Lambda::Function').find(({ id }) => id.startsWith('reviewerFunction'))!;
  expect(reviewer.Properties.Environment.Variables).toMatchObject({
    REGISTRY_TABLE: 'registry-2',
    JOURNAL_TABLE: 'journal-2',
  });
  const doorbells = resources('AWS::Lambda::EventSourceMapping').map(
    ({ Properties }) => Properties.EventSourceArn,
  );
  expect(doorbells.every((arn) => arn === stream)).toBe(true);
  const ofOwnTables = allowances({ resources, ...synthesized }).filter(({ resource }) =>
    /^(Registry|Journal)/.test(resource),
  );
  expect(ofOwnTables).toEqual([]);
});

test('the Journal among them may still only be appended to', () => {
  const changes = allowances({ resources, ...synthesized }).filter(
    ({ action, resource }) =>
      /dynamodb:(Put|Update|Delete|BatchWrite|PartiQL)/.test(action) && resource.includes('table/journal-2'),
  );
  expect(new Set(changes.map(({ action }) => action))).toEqual(new Set(['dynamodb:PutItem']));
});
