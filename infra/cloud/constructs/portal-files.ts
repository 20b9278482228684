import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import type { PortalBucket } from './portal-bucket.ts';

type PortalFilesProps = {
  readonly bucket: PortalBucket;
  /** Folder that the portal was built into. */
  readonly built: string;
  /** Told to forget the page when a new one is there. */
  readonly distribution?: Distribution;
};

/** Copies the built portal into its bucket; files of earlier builds stay for the pages that are still open. */
export class PortalFiles extends Construct {
  constructor(scope: Construct, id: string, { bucket, built, distribution }: PortalFilesProps) {
    super(scope, id);
    const common = {
      destinationBucket: bucket,
      sources: [Source.asset(built)],
      prune: false,
      memoryLimit: 512,
      logGroup: new LogGroup(this, 'Log', {
        retention: RetentionDays.ONE_YEAR,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    };
    const assets = new BucketDeployment(this, 'Assets', {
      ...common,
      exclude: ['*'],
      include: ['assets/*'],
      // Their names carry their hash.
      cacheControl: [
        CacheControl.setPublic(),
        CacheControl.maxAge(Duration.days(365)),
        CacheControl.immutable(),
      ],
    });
    const pages = new BucketDeployment(this, 'Pages', {
      ...common,
      exclude: ['assets/*'],
      cacheControl: [
        CacheControl.setPublic(),
        CacheControl.maxAge(Duration.seconds(0)),
        CacheControl.mustRevalidate(),
      ],
      ...(distribution !== undefined && { distribution, distributionPaths: ['/index.html'] }),
    });
    // A page must never name a file that is not there yet.
    pages.node.addDependency(assets);
  }
}
