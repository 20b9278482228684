import { CfnDistribution, OriginAccessIdentity } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import type { Stage } from '../../stages/stage.ts';
import { apiHost, type PortalDistributionProps } from './portal-distribution.ts';

type ChinaPortalDistributionProps = Pick<PortalDistributionProps, 'bucket' | 'api'> & {
  readonly domain: NonNullable<Stage['domain']>;
};

/**
 * The portal’s address in aws-cn, where CloudFront has no origin access control, cache policies, response
 * headers policies, edge functions, IPv6 or ACM. Files (whatever has a dot) come from the bucket; pages come
 * from the portal function, which sets the security headers itself; `/api/` goes to the API, uncached.
 */
export class ChinaPortalDistribution extends CfnDistribution {
  constructor(scope: Construct, id: string, { bucket, api, domain }: ChinaPortalDistributionProps) {
    const reader = new OriginAccessIdentity(scope, 'PortalReader');
    bucket.grantRead(reader);
    super(scope, id, {
      distributionConfig: {
        enabled: true,
        aliases: [domain.name],
        viewerCertificate: {
          iamCertificateId: domain.certificate,
          sslSupportMethod: 'sni-only',
          minimumProtocolVersion: 'TLSv1.2_2019',
        },
        httpVersion: 'http2',
        ipv6Enabled: false,
        origins: [
          {
            id: 'files',
            domainName: bucket.bucketRegionalDomainName,
            s3OriginConfig: {
              originAccessIdentity: `origin-access-identity/cloudfront/${reader.originAccessIdentityId}`,
            },
          },
          {
            id: 'functions',
            domainName: apiHost(api),
            customOriginConfig: { originProtocolPolicy: 'https-only', originSslProtocols: ['TLSv1.2'] },
          },
        ],
        defaultCacheBehavior: { ...fromFunctions, allowedMethods: ['GET', 'HEAD'] },
        cacheBehaviors: [
          { pathPattern: '/api/*', ...fromFunctions, allowedMethods: everyMethod },
          {
            pathPattern: '*.*',
            targetOriginId: 'files',
            viewerProtocolPolicy: 'redirect-to-https',
            compress: true,
            forwardedValues: { queryString: false, cookies: { forward: 'none' } },
          },
        ],
      },
    });
  }
}

const everyMethod = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'];

/** Kept only as long as the answer itself allows: the API never, pages a minute. */
const fromFunctions = {
  targetOriginId: 'functions',
  viewerProtocolPolicy: 'redirect-to-https',
  compress: true,
  minTtl: 0,
  defaultTtl: 0,
  maxTtl: 60,
  forwardedValues: {
    queryString: true,
    cookies: { forward: 'none' },
    headers: ['Authorization', 'Accept', 'Accept-Language', 'Origin'],
  },
};
