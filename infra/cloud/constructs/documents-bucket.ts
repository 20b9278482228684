import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

type DocumentsBucketProps = {
  readonly key: IKey;
  /** Tag that holds the scanner's verdict. */
  readonly scanTag: string;
  /** Origins from which browsers post documents. */
  readonly origins: readonly string[];
};

/** Uploaded documents: private, versioned, encrypted; a link opens only what the scanner found clean. */
export class DocumentsBucket extends Bucket {
  constructor(scope: Construct, id: string, { key, scanTag, origins }: DocumentsBucketProps) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      // One KMS call per bucket and while, not one per document.
      bucketKeyEnabled: true,
      removalPolicy: RemovalPolicy.RETAIN,
      cors: [
        {
          allowedOrigins: [...origins],
          allowedMethods: [HttpMethods.POST, HttpMethods.GET],
          allowedHeaders: ['*'],
          maxAge: 3000,
        },
      ],
      lifecycleRules: [
        {
          abortIncompleteMultipartUploadAfter: Duration.days(1),
          // What was taken out of a draft can be brought back for a quarter, then it is gone.
          noncurrentVersionExpiration: Duration.days(90),
          transitions: [
            { storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(180) },
          ],
        },
      ],
    });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LinksOpenOnlyWhatIsClean',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: [this.arnForObjects('*')],
        conditions: {
          StringEquals: { 's3:authType': 'REST-QUERY-STRING' },
          StringNotEquals: { [`s3:ExistingObjectTag/${scanTag}`]: 'NO_THREATS_FOUND' },
        },
      }),
    );
  }
}
