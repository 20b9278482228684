import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { securityHeaders, transportSecuritySeconds } from '../../../shared/api/security-headers.ts';
import type { Stage } from '../../stages/stage.ts';
import type { PortalBucket } from './portal-bucket.ts';

export type PortalDistributionProps = {
  readonly bucket: PortalBucket;
  readonly api: HttpApi;
  /** Origins that pages may call besides their own. */
  readonly connectTo: readonly string[];
  readonly domain?: Stage['domain'];
};

/** The portal’s address: files from the bucket with security headers, `/api/` from the API, uncached. */
export class PortalDistribution extends Distribution {
  constructor(scope: Construct, id: string, { bucket, api, connectTo, domain }: PortalDistributionProps) {
    super(scope, id, {
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_200,
      ...(domain !== undefined && {
        domainNames: [domain.name],
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        certificate: Certificate.fromCertificateArn(scope, 'Certificate', domain.certificate),
      }),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: pageHeaders(scope, connectTo),
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: onePage(scope) }],
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new HttpOrigin(apiHost(api)),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    });
  }
}

export const apiHost = (api: HttpApi): string => {
  const { region, urlSuffix } = Stack.of(api);
  return `${api.apiId}.execute-api.${region}.${urlSuffix}`;
};

/** Addresses of the portal are not files: whatever has no dot in its last part is the one page. */
const onePage = (scope: Construct): EdgeFunction =>
  new EdgeFunction(scope, 'OnePage', {
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(
      [
        'function handler(event) {',
        '  var request = event.request;',
        "  if (request.uri.split('/').pop().indexOf('.') < 0) request.uri = '/index.html';",
        '  return request;',
        '}',
      ].join('\n'),
    ),
  });

/** CloudFront wants the well-known headers one by one and the others as a list. */
const pageHeaders = (scope: Construct, connectTo: readonly string[]): ResponseHeadersPolicy => {
  const {
    'content-security-policy': contentSecurityPolicy = '',
    'strict-transport-security': _transport,
    'x-content-type-options': _sniffing,
    'x-frame-options': _framing,
    'referrer-policy': _referrer,
    ...others
  } = securityHeaders({ connectTo, https: true });
  return new ResponseHeadersPolicy(scope, 'PageHeaders', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(transportSecuritySeconds),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override: true })),
    },
  });
};
