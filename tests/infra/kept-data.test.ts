import { describe, expect, test } from 'vitest';
import { ownIssuerStage, stageNamed, synthesize } from '../support/synthesized-stage.ts';

describe.each([stageNamed('demonstration'), stageNamed('county'), ownIssuerStage])(
  'in the stage $name',
  (stage) => {
    const { templates, resources } = synthesize(stage);

    const bucket = (name: string) =>
      Object.entries(templates.data.Resources).find(
        ([id, { Type }]) => id.startsWith(name) && Type === 'AWS::S3::Bucket',
      )![1];

    test('tables are backed up to the second, encrypted and cannot be deleted', () => {
      for (const { Properties, DeletionPolicy } of resources('AWS::DynamoDB::Table')) {
        expect(Properties).toMatchObject({
          BillingMode: 'PAY_PER_REQUEST',
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
          SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        });
        expect(DeletionPolicy).toBe('Retain');
      }
    });

    test('no bucket is public, and all speak TLS only', () => {
      const buckets = resources('AWS::S3::Bucket');
      expect(buckets).toHaveLength(4);
      for (const { Properties } of buckets) {
        expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
        expect(Properties.BucketEncryption).toBeDefined();
      }
      for (const { Properties } of resources('AWS::S3::BucketPolicy')) {
        const [first] = Properties.PolicyDocument.Statement;
        expect(first).toMatchObject({
          Effect: 'Deny',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        });
      }
    });

    test('documents are versioned, encrypted with our key and kept', () => {
      const { Properties, DeletionPolicy } = bucket('Documents');
      expect(Properties.VersioningConfiguration.Status).toBe('Enabled');
      expect(JSON.stringify(Properties.BucketEncryption)).toContain('aws:kms');
      expect(DeletionPolicy).toBe('Retain');
    });

    test('a link opens a document only when the scanner found it clean', () => {
      const refusal = resources('AWS::S3::BucketPolicy')
        .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
        .find(({ Sid }) => Sid === 'LinksOpenOnlyWhatIsClean');
      expect(refusal).toMatchObject({
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Condition: {
          StringEquals: { 's3:authType': 'REST-QUERY-STRING' },
          StringNotEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' },
        },
      });
    });

    test('the ledger cannot be shortened before its time', () => {
      const { Properties } = bucket('Ledger');
      expect(Properties.ObjectLockConfiguration.Rule.DefaultRetention).toEqual({
        Mode: stage.retention.ledgerLock.toUpperCase(),
        Days: expect.any(Number),
      });
      const { Days } = Properties.ObjectLockConfiguration.Rule.DefaultRetention;
      const { ledgerYears } = stage.retention;
      // To the same day so many years later, whichever leap days lie between.
      for (const year of [2024, 2026, 2027, 2028]) {
        const span = Date.UTC(year + ledgerYears, 1, 29) - Date.UTC(year, 1, 28);
        expect(Days).toBeGreaterThanOrEqual(Math.floor(span / 86_400_000) - 1);
      }
      expect(Days).toBeLessThanOrEqual(36_500);
    });

    test('every log is kept as long as the stage says, six months at the very least', () => {
      const days = resources('AWS::Logs::LogGroup').map(({ Properties }) => Properties.RetentionInDays);
      expect(new Set(days)).toEqual(new Set([stage.retention.logDays, 365]));
      for (const { id } of resources('AWS::Logs::LogGroup')) expect(id).toMatch(/Log/);
      expect(Math.min(...days)).toBeGreaterThanOrEqual(184);
    });
  },
);
