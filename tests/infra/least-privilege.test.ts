import { describe, expect, test } from 'vitest';
import { sealingProgressKey, sealPartition } from '../../functions/persistence/keys.ts';
import { functionDeclarations } from '../../shared/deployment/functions.ts';
import { allowances } from '../support/synthesized-grants.ts';
import { ownIssuerStage, stageNamed, synthesize } from '../support/synthesized-stage.ts';

const functionNames: readonly string[] = functionDeclarations.map(({ name }) => name);
const changing = /dynamodb:(Put|Update|Delete|BatchWrite|PartiQL(Insert|Update|Delete))/;

describe.each([stageNamed('demonstration'), stageNamed('county'), ownIssuerStage])(
  'the stage $name',
  (stage) => {
    const synthesized = synthesize(stage);
    const allowed = allowances(synthesized);
    const who = (action: RegExp, resource: RegExp): string[] =>
      [
        ...new Set(
          allowed
            .filter((one) => action.test(one.action) && resource.test(one.resource))
            .map(({ role }) => role),
        ),
      ].sort();

    test('lets nobody change or remove what is in the Journal', () => {
      const onJournal = allowed.filter(
        ({ resource, action }) => resource.startsWith('Journal') && changing.test(action),
      );
      expect([...new Set(onJournal.map(({ action }) => action))]).toEqual(['dynamodb:PutItem']);
    });

    test('has the Journal itself refuse changes to everybody', () => {
      const journal = synthesized
        .resources('AWS::DynamoDB::Table')
        .find(({ id }) => id.startsWith('Journal'))!;
      const [statement] = journal.Properties.ResourcePolicy.PolicyDocument.Statement;
      expect(statement).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' } });
      expect(statement.Action).toEqual([
        'dynamodb:BatchWriteItem',
        'dynamodb:DeleteItem',
        'dynamodb:PartiQLDelete',
        'dynamodb:PartiQLUpdate',
        'dynamodb:UpdateItem',
      ]);
      expect(statement.Condition).toBeUndefined();
    });

    test('lets only those append who act or who record a read', () => {
      expect(who(/PutItem/, /^Journal/)).toEqual([
        'applicant',
        'auditor',
        'clock',
        'documents',
        'objections',
        'officer',
        'reviewer',
      ]);
    });

    test('keeps the auditor and the public out of the Registry’s pen', () => {
      expect(who(changing, /^Registry/)).toEqual([
        'applicant',
        'clock',
        'documents',
        'notifier',
        'objections',
        'officer',
        'reviewer',
        'sealer',
      ]);
    });

    test('lets the sealer write nothing in the Registry but its own register', () => {
      const writes = synthesized
        .resources('AWS::IAM::Policy')
        .filter(({ id }) => id.startsWith('sealer'))
        .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
        .filter(({ Action }) => changing.test(String(Action)));
      expect(writes.map(({ Condition }) => Condition)).toEqual([
        { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['sealed#*', 'sealing', 'decisions*'] } },
      ]);
      expect([sealPartition('any').replace(/any$/, '*'), sealingProgressKey.pk]).toEqual([
        'sealed#*',
        'sealing',
      ]);
    });

    test('lets only the sealer sign checkpoints and write to the ledger', () => {
      expect(who(/^kms:/, /^CheckpointKey/)).toEqual(['sealer']);
      expect(who(/^kms:/, /^IssuingKey/)).toEqual(['auditor', 'exporter']);
      expect(who(/kms:(Sign|GenerateMac)/, /./)).toEqual(['auditor', 'exporter', 'sealer']);
      expect(who(/s3:(Put|Delete)/, /^Ledger/)).toEqual(['sealer']);
      expect(who(/s3:Delete/, /^Ledger/)).toEqual([]);
    });

    test('lets only the documents function, and the scanner, reach documents; the clock removes and no more', () => {
      const scanner = stage.scanner.kind === 'guardduty' ? ['MalwareProtection'] : [];
      expect(who(/^s3:(?!DeleteObject$)/, /^Documents/)).toEqual([...scanner, 'documents']);
      expect(who(/^s3:DeleteObject$/, /^Documents/)).toEqual(['clock', 'documents']);
    });

    test('lets only those unseal personal data who must show or compare it', () => {
      expect(who(/^kms:/, /^PersonalDataKey/)).toEqual([
        'applicant',
        'auditor',
        'clock',
        'exporter',
        'objections',
        'reviewer',
      ]);
    });

    test('has the keys themselves refuse everybody else, administrators included', () => {
      const refusalOf = (key: string) =>
        synthesized
          .resources('AWS::KMS::Key')
          .filter(({ id }) => id.startsWith(key))
          .flatMap(({ Properties }) => Properties.KeyPolicy.Statement)
          .find(({ Effect }) => Effect === 'Deny');
      const roleArn = (name: string) => expect.stringContaining(`:role/${stage.name}-${name}`);
      const written = (value: unknown): string => JSON.stringify(value).replaceAll(/"/g, '');
      for (const [key, actions, names] of [
        ['CheckpointKey', /^kms:(Sign|GenerateMac)$/, ['sealer']],
        ['IssuingKey', /^kms:(Sign|GenerateMac)$/, ['auditor', 'exporter']],
        [
          'PersonalDataKey',
          /^kms:Decrypt,kms:GenerateDataKey$/,
          ['objections', 'applicant', 'reviewer', 'auditor', 'exporter', 'clock'],
        ],
      ] as const) {
        const refusal = refusalOf(key);
        expect(refusal.Principal).toEqual({ AWS: '*' });
        expect([refusal.Action].flat().join()).toMatch(actions);
        const but = [refusal.Condition.StringNotEquals['aws:PrincipalArn']].flat().map(written);
        expect(but).toEqual(names.map(roleArn));
      }
      const named = synthesized
        .resources('AWS::IAM::Role')
        .flatMap(({ Properties }) => (Properties.RoleName ? [Properties.RoleName] : []));
      expect(named).toEqual(expect.arrayContaining([`${stage.name}-sealer`, `${stage.name}-auditor`]));
    });

    test('uses the storage key only by way of the service whose data it opens', () => {
      const direct = allowed.filter(
        ({ resource, when }) => resource === 'StorageKey' && !when.includes('kms:ViaService'),
      );
      expect(direct).toEqual([]);
    });

    test('gives no function a wildcard, but for objects of a bucket and the listing of streams', () => {
      const wild = allowed.filter(
        ({ role, action, resource }) =>
          functionNames.includes(role) && (action.includes('*') || resource.includes('*')),
      );
      const named = wild.map(({ role, action, resource }) => `${role} ${action} ${resource}`);
      expect(
        named.filter((one) => !/s3:[A-Za-z]+ (Documents|ExportFiles|Ledger)\/\*$/.test(one)).sort(),
      ).toEqual([
        'clock s3:DeleteObject Documents/documents/PL-*',
        'notifier dynamodb:ListStreams *',
        'sealer dynamodb:ListStreams *',
      ]);
    });

    test('runs every function under a role of its own', () => {
      const functions = synthesized
        .resources('AWS::Lambda::Function')
        .filter(({ Properties }) => Properties.Runtime === 'nodejs24.x');
      const roles = functions.map(({ Properties }) => Properties.Role['Fn::GetAtt'][0]);
      expect(new Set(roles).size).toBe(functions.length);
    });

    test('lets functions without grants write their log and nothing else', () => {
      for (const name of ['claims', 'portal']) {
        const actions = allowed.filter(({ role }) => role === name).map(({ action }) => action);
        expect(actions.filter((action) => !action.startsWith('logs:'))).toEqual([]);
      }
    });
  },
);
