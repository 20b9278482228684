import { describe, expect, test } from 'vitest';
import { StageSchema } from '../../infra/stages/stage.ts';
import { stageNamed, synthesize } from '../support/synthesized-stage.ts';

const county = synthesize(stageNamed('county'));
const everything = JSON.stringify(county.templates);

/**
 * Services and features that aws-cn does not have, each as it would show in a template. Sources: “Getting
 * Started with Amazon Web Services in China” per service (Lambda, API Gateway, CloudFront, GuardDuty, SNS,
 * WAF), and deployments that failed there (aws-cdk issues 13584 and 31033, aws-solutions-constructs 1050).
 */
const absent: readonly (readonly [string, RegExp])[] = [
  ['Cognito', /AWS::Cognito|cognito-idp|amazoncognito/],
  ['X-Ray tracing', /TracingConfig|AWS::XRay|xray:/],
  ['Lambda function URLs', /AWS::Lambda::Url|lambda-url|InvokeFunctionUrl/],
  ['Lambda@Edge', /LambdaFunctionAssociations/],
  ['SnapStart beyond Java', /SnapStart/],
  ['tags on event source mappings', /"Type":"AWS::Lambda::EventSourceMapping"[^}]*"Tags"/],
  ['provisioned event source mappings', /ProvisionedPollerConfig/],
  ['metrics of event source mappings', /MetricsConfig/],
  ['Application Signals', /AWS::ApplicationSignals/],
  ['SMS through SNS', /"Protocol":"sms"|SMSMessage/],
  ['SES', /AWS::SES|ses:Send|"ses:/],
  ['GuardDuty Malware Protection for S3', /AWS::GuardDuty|malware-protection-plan/],
  ['CloudFront cache policies', /CachePolicyId|AWS::CloudFront::CachePolicy/],
  ['CloudFront origin request policies', /OriginRequestPolicyId|AWS::CloudFront::OriginRequestPolicy/],
  ['CloudFront response headers policies', /ResponseHeadersPolicy/],
  ['CloudFront origin access control', /OriginAccessControl/],
  ['CloudFront functions', /AWS::CloudFront::Function|FunctionAssociations/],
  ['CloudFront with ACM', /AcmCertificateArn|AWS::CertificateManager/],
  ['CloudFront over IPv6', /"IPV6Enabled":true/],
  ['CloudFront over HTTP/3', /http2and3|http3/],
  ['WAF in front of CloudFront', /WebACLId|AWS::WAFv2|AWS::Shield/],
  ['edge-optimized endpoints', /"EDGE"/],
  ['reading outputs of other stacks in place', /Fn::GetStackOutput/],
  ['DynamoDB strong consistency over regions', /MultiRegionConsistency/],
  ['ARNs of the other partition', /arn:aws:/],
  [
    'endpoints of the other partition',
    /\.(execute-api|s3|dynamodb|kms)\.[a-z0-9-]*\.?amazonaws\.com(?!\.cn)/,
  ],
  ['regions of the other partition', /us-east-1|eu-central-1|ap-southeast-1/],
  ['CloudFront’s own name', /cloudfront\.(net|cn)"/],
];

describe('a stage in aws-cn', () => {
  test.each(absent)('has no %s', (_name, pattern) => {
    expect(pattern.exec(everything)?.[0]).toBeUndefined();
  });

  test('is built of services that both China regions have', () => {
    const services = Object.values(county.templates).flatMap(({ Resources }) =>
      Object.values(Resources).map(({ Type }) => Type.split('::').slice(0, 2).join('::')),
    );
    expect([...new Set(services)].sort()).toEqual([
      'AWS::ApiGatewayV2',
      'AWS::CloudFront',
      'AWS::CloudWatch',
      'AWS::DynamoDB',
      'AWS::Events',
      'AWS::IAM',
      'AWS::KMS',
      'AWS::Lambda',
      'AWS::Logs',
      'AWS::S3',
      'AWS::SNS',
      'AWS::SQS',
      'Custom::CDKBucketDeployment',
    ]);
  });

  test('trusts service principals by their global names', () => {
    expect(everything).not.toMatch(/"Service":"[a-z.-]+\.amazonaws\.com\.cn"/);
  });

  test('serves pages through the portal function, which sets the security headers itself', () => {
    const keys = county.resources('AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties.RouteKey);
    expect(keys).toEqual(expect.arrayContaining(['GET /', 'GET /{address+}']));
    const portal = county
      .resources('AWS::Lambda::Function')
      .find(({ id }) => id.startsWith('portalFunction'))!;
    expect(JSON.stringify(portal.Properties.Environment)).toContain('https://sso.example.gov.cn');
  });

  test('signs with a key derived in KMS, as long as Ed25519 in KMS is not known to be there', () => {
    const specs = county.resources('AWS::KMS::Key').map(({ Properties }) => Properties.KeySpec);
    expect(specs).toContain('HMAC_256');
    expect(specs).not.toContain('ECC_NIST_EDWARDS25519');
  });

  test('lets the county’s own scanner read and tag documents, and nothing more', () => {
    const policies = JSON.stringify(county.resources('AWS::S3::BucketPolicy'));
    expect(policies).toContain('role/document-scanner');
    const scanner = county
      .resources('AWS::S3::BucketPolicy')
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .find(({ Sid }) => Sid === 'ScannerReadsAndTags');
    expect(scanner.Action).toEqual([
      's3:GetObject',
      's3:GetObjectVersion',
      's3:PutObjectTagging',
      's3:PutObjectVersionTagging',
    ]);
  });
});

describe('a stage file for aws-cn', () => {
  const china = stageNamed('county');
  const faults = (change: object): string[] => {
    const { error } = StageSchema.safeParse(JSON.parse(JSON.stringify({ ...china, ...change })));
    return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  };

  test.each([
    ['Cognito', { identity: { kind: 'cognito', signInPrefix: 'county' } }, /identity: aws-cn has no Cognito/],
    ['SES', { mail: { kind: 'ses', sender: 'a@example.gov.cn' } }, /mail: aws-cn has no SES/],
    ['GuardDuty', { scanner: { kind: 'guardduty' } }, /scanner: aws-cn has no GuardDuty/],
    ['no domain', { domain: undefined }, /domain: .*ICP/],
    [
      'an ACM certificate',
      {
        domain: {
          name: 'a.example.gov.cn',
          certificate: 'arn:aws-cn:acm:cn-north-1:111122223333:certificate/a',
        },
      },
      /domain.certificate: .*IAM/,
    ],
    ['a region elsewhere', { region: 'eu-central-1' }, /region: eu-central-1 is not a region of aws-cn/],
  ])('is refused with %s', (_name, change, message) => {
    expect(faults(change).join('\n')).toMatch(message);
  });

  test('is accepted as it lies in the repository', () => {
    expect(faults({})).toEqual([]);
  });
});
