import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

type LedgerBucketProps = {
  readonly years: number;
  readonly lock: 'compliance' | 'governance';
};

/** Sealed tiles and checkpoints: hashes and signatures only, and none of them can be removed before its time. */
export class LedgerBucket extends Bucket {
  constructor(scope: Construct, id: string, { years, lock }: LedgerBucketProps) {
    // In days, because CDK knows no years of a lock: with every leap day that can fall into them.
    const period = Duration.days(years * 365 + Math.ceil(years / 4));
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      objectLockEnabled: true,
      objectLockDefaultRetention:
        lock === 'compliance'
          ? ObjectLockRetention.compliance(period)
          : ObjectLockRetention.governance(period),
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
