import { describe, expect, test } from 'vitest';
import { fixedQuantities } from '../../infra/cost/monthly-cost.ts';
import {
  type FunctionDeclaration,
  functionDeclarations,
  startsOn,
} from '../../shared/deployment/functions.ts';
import { type Json, ownIssuerStage, stageNamed, synthesize } from '../support/synthesized-stage.ts';

/** What nobody waits for. */
const background: readonly FunctionDeclaration[] = functionDeclarations.filter(
  (declaration) => startsOn(declaration, 'journal') || startsOn(declaration, 'schedule'),
);

describe.each([stageNamed('demonstration'), stageNamed('county'), ownIssuerStage])(
  'in the stage $name',
  (stage) => {
    const { resources } = synthesize(stage);

    test('what background functions give up on waits in a queue, however they were started', () => {
      const queues = resources('AWS::SQS::Queue').map(({ id }) => id);
      expect(queues).toHaveLength(background.length);
      const deadLetters = [
        ...resources('AWS::Lambda::EventInvokeConfig').map(
          ({ Properties }) => Properties.DestinationConfig.OnFailure.Destination,
        ),
        ...resources('AWS::Lambda::EventSourceMapping').map(
          ({ Properties }) => Properties.DestinationConfig.OnFailure.Destination,
        ),
        ...resources('AWS::Events::Rule').flatMap(({ Properties }) =>
          Properties.Targets.map((target: Json) => target.DeadLetterConfig.Arn),
        ),
      ];
      expect(deadLetters).toHaveLength(
        background.length + background.flatMap(({ triggers }) => triggers).length,
      );
      for (const target of deadLetters) expect(queues).toContain(target['Fn::GetAtt'][0]);
    });

    test('every alarm tells the stage’s address what it means for people', () => {
      const alarms = resources('AWS::CloudWatch::Alarm');
      expect(alarms.length).toBeGreaterThanOrEqual(15);
      for (const { Properties } of alarms) {
        expect(Properties.AlarmDescription).toMatch(/^[A-Z].{40,}\.$/);
        expect(Properties.AlarmActions).toHaveLength(1);
        expect(Properties.OKActions).toHaveLength(1);
      }
      const { Properties } = resources('AWS::SNS::Subscription')[0]!;
      expect(Properties).toMatchObject({ Protocol: 'email', Endpoint: stage.alarms.email });
    });

    test('every alarm can be heard: its topic, and the key of that topic, let CloudWatch in for this account', () => {
      const topics = new Set(
        resources('AWS::CloudWatch::Alarm').flatMap(({ Properties }) =>
          [...Properties.AlarmActions, ...Properties.OKActions].map(({ Ref }: Json) => Ref),
        ),
      );
      expect(topics.size).toBe(1);
      const [topic] = resources('AWS::SNS::Topic');
      const [policy] = resources('AWS::SNS::TopicPolicy');
      const key = resources('AWS::KMS::Key').find(
        ({ id }) => id === topic!.Properties.KmsMasterKeyId['Fn::GetAtt'][0],
      );
      expect([...topics]).toEqual([topic!.id]);
      expect(policy!.Properties.Topics).toEqual([{ Ref: topic!.id }]);
      for (const [{ Statement }, actions] of [
        [policy!.Properties.PolicyDocument, 'sns:Publish'],
        [key!.Properties.KeyPolicy, ['kms:Decrypt', 'kms:GenerateDataKey*']],
      ]) {
        const toCloudWatch = Statement.filter(
          ({ Principal }: Json) => Principal.Service === 'cloudwatch.amazonaws.com',
        );
        expect(toCloudWatch).toHaveLength(1);
        expect(toCloudWatch[0]).toMatchObject({ Effect: 'Allow', Action: actions });
        expect(toCloudWatch[0].Condition.StringEquals['aws:SourceAccount']).toEqual(
          stage.account ?? { Ref: 'AWS::AccountId' },
        );
      }
    });

    test('every background function has an alarm for what it gave up, and each function for its errors', () => {
      const ids = resources('AWS::CloudWatch::Alarm').map(({ id }) => id);
      for (const { name } of background) expect(ids.some((id) => id.startsWith(`GaveUp${name}`))).toBe(true);
      const deployed = functionDeclarations.filter(({ name }) =>
        resources('AWS::Lambda::Function').some(({ id }) => id.startsWith(`${name}Function`)),
      );
      for (const { name } of deployed) expect(ids.some((id) => id.startsWith(`Failing${name}`))).toBe(true);
    });

    test('what costs the same every month is what the cost estimate counts', () => {
      expect(resources('AWS::KMS::Key')).toHaveLength(fixedQuantities.keys);
      expect(resources('AWS::CloudWatch::Dashboard')).toHaveLength(fixedQuantities.dashboards);
      // Every stage has its own few functions, and an alarm for each.
      expect(resources('AWS::CloudWatch::Alarm').length).toBeLessThanOrEqual(fixedQuantities.alarms);
    });
  },
);
