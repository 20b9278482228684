import { describe, expect, test } from 'vitest';
import { type Json, ownIssuerStage, stageNamed, synthesize } from '../support/synthesized-stage.ts';

const demonstration = synthesize(stageNamed('demonstration'));
const pilot = synthesize(ownIssuerStage);

describe('the portal', () => {
  const policyOf = ({ resources }: typeof demonstration): Json =>
    resources('AWS::CloudFront::ResponseHeadersPolicy')[0]!.Properties.ResponseHeadersPolicyConfig;
  const csp = (stage: typeof demonstration): string =>
    JSON.stringify(policyOf(stage).SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy);

  test('allows scripts and styles from itself only, and no framing', () => {
    for (const stage of [demonstration, pilot]) {
      expect(csp(stage)).toContain("default-src 'none'");
      expect(csp(stage)).toContain("script-src 'self';");
      expect(csp(stage)).toContain("frame-ancestors 'none'");
      expect(csp(stage)).not.toMatch(/unsafe-|https:[; ]|\*/);
    }
  });

  test('may call the issuer and the document store besides itself', () => {
    expect(csp(demonstration)).toContain('https://cognito-idp.ap-southeast-1.amazonaws.com');
    expect(csp(demonstration)).toContain('.auth.ap-southeast-1.amazoncognito.com');
    expect(csp(pilot)).toContain('https://id.example.org https://token.example.org');
    expect(csp(pilot)).toContain('Documents');
  });

  test('sends every other security header too', () => {
    const { SecurityHeadersConfig, CustomHeadersConfig } = policyOf(demonstration);
    expect(Object.keys(SecurityHeadersConfig).sort()).toEqual([
      'ContentSecurityPolicy',
      'ContentTypeOptions',
      'FrameOptions',
      'ReferrerPolicy',
      'StrictTransportSecurity',
    ]);
    expect(CustomHeadersConfig.Items.map(({ Header }: Json) => Header)).toEqual([
      'permissions-policy',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
    ]);
  });

  test('answers addresses of pages with the one page, and leaves the API’s own answers alone', () => {
    const [edge] = demonstration.resources('AWS::CloudFront::Function');
    const handler = new Function(`${edge!.Properties.FunctionCode}; return handler;`)();
    const led = (uri: string): string => handler({ request: { uri } }).uri;
    expect(led('/')).toBe('/index.html');
    expect(led('/applications/PL-2026-000001')).toBe('/index.html');
    expect(led('/assets/main-abc.js')).toBe('/assets/main-abc.js');
    const { Properties } = demonstration.resources('AWS::CloudFront::Distribution')[0]!;
    expect(Properties.DistributionConfig.CustomErrorResponses).toBeUndefined();
    expect(Properties.DistributionConfig.CacheBehaviors[0].PathPattern).toBe('/api/*');
  });

  test('keeps the files of earlier releases for the pages that are still open, and puts the new ones first', () => {
    const deployments = demonstration.resources('Custom::CDKBucketDeployment');
    expect(deployments.map(({ Properties }) => Properties.Prune)).toEqual(deployments.map(() => false));
    const [assets, pages] = ['assets/*', '*'].map((kept) =>
      deployments.find(({ Properties }) => Properties.Include?.includes(kept) ?? kept === '*'),
    );
    expect(assets!.Properties.SystemMetadata['cache-control']).toContain('immutable');
    expect(pages!.Properties.SystemMetadata['cache-control']).toContain('must-revalidate');
    expect(JSON.stringify(pages!.DependsOn)).toContain('Assets');
  });

  test('has its own name and TLS 1.2 where the stage names a domain', () => {
    const { Properties } = pilot.resources('AWS::CloudFront::Distribution')[0]!;
    expect(Properties.DistributionConfig.Aliases).toEqual(['apply.example.org']);
    expect(Properties.DistributionConfig.ViewerCertificate.MinimumProtocolVersion).toBe('TLSv1.2_2021');
  });
});
