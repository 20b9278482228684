import { ArnPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { through } from '../through.ts';

/** Lets a scanner of the county's read every document and leave its verdict in a tag; it can change nothing else. */
export function admitScanner(bucket: Bucket, key: IKey, roleArn: string): void {
  const scanner = new ArnPrincipal(roleArn);
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'ScannerReadsAndTags',
      principals: [scanner],
      actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObjectTagging', 's3:PutObjectVersionTagging'],
      resources: [bucket.arnForObjects('*')],
    }),
  );
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'ScannerOpensDocuments',
      principals: [scanner],
      actions: ['kms:Decrypt'],
      resources: ['*'],
      conditions: through('s3', bucket),
    }),
  );
}
