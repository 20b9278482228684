import { describe, expect, test } from 'vitest';
import { functionDeclarations } from '../../shared/deployment/functions.ts';
import { ownIssuerStage, stageNamed, synthesize } from '../support/synthesized-stage.ts';

describe.each([stageNamed('demonstration'), stageNamed('county'), ownIssuerStage])(
  'in the stage $name',
  (stage) => {
    const { resources } = synthesize(stage);

    test('the access log says nothing about who asked', () => {
      const { Properties } = resources('AWS::ApiGatewayV2::Stage')[0]!;
      const variables = [...Properties.AccessLogSettings.Format.matchAll(/\$context\.([A-Za-z.]+)/g)].map(
        ([, name]) => name,
      );
      expect(variables).toEqual([
        'requestId',
        'requestTime',
        'routeKey',
        'status',
        'responseLatency',
        'integrationLatency',
        'error.responseType',
        'authorizer.error',
      ]);
    });

    test('requests are limited, those without a token more tightly', () => {
      const { Properties } = resources('AWS::ApiGatewayV2::Stage')[0]!;
      expect(Properties.DefaultRouteSettings.ThrottlingRateLimit).toBe(stage.throttling.perSecond);
      expect(Properties.RouteSettings['POST /api/eligibility-checks'].ThrottlingRateLimit).toBe(
        stage.throttling.anonymousPerSecond,
      );
    });

    test('every function runs on Node 24 on arm64, untraced, and writes a log of its own', () => {
      const ours = resources('AWS::Lambda::Function').filter(({ id }) =>
        functionDeclarations.some(({ name }) => id.startsWith(`${name}Function`)),
      );
      expect(ours.length).toBeGreaterThanOrEqual(9);
      for (const { Properties } of ours) {
        expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
        expect(Properties.TracingConfig).toBeUndefined();
      }
      const logs = ours.map(({ Properties }) => Properties.LoggingConfig.LogGroup.Ref);
      expect(new Set(logs).size).toBe(ours.length);
    });
  },
);

describe('signing in', () => {
  const demonstration = synthesize(stageNamed('demonstration'));
  const pilot = synthesize(ownIssuerStage);

  test('is asked of the issuer that the stage names', () => {
    const { Properties } = pilot.resources('AWS::ApiGatewayV2::Authorizer')[0]!;
    expect(Properties.JwtConfiguration).toEqual({
      Issuer: 'https://id.example.org/county',
      Audience: ['api', 'portal'],
    });
    expect(pilot.resources('AWS::Cognito::UserPool')).toEqual([]);
  });

  test('is made with Cognito where the stage names none, and nobody can give themselves an office', () => {
    const [client] = demonstration.resources('AWS::Cognito::UserPoolClient');
    expect(client!.Properties.WriteAttributes).toEqual(['email', 'name']);
    expect(client!.Properties.GenerateSecret).toBe(false);
    expect(client!.Properties.AllowedOAuthFlows).toEqual(['code']);
    const groups = demonstration
      .resources('AWS::Cognito::UserPoolGroup')
      .map(({ Properties }) => Properties.GroupName);
    expect(groups).toEqual(['reviewer', 'supervisor', 'leader', 'finance', 'auditor', 'policy']);
  });

  test('with Cognito takes access tokens only: an ID token carries no scope', () => {
    const asked = (stage: typeof pilot) =>
      stage
        .resources('AWS::ApiGatewayV2::Route')
        .filter(({ Properties }) => Properties.AuthorizationType === 'JWT')
        .map(({ Properties }) => Properties.AuthorizationScopes ?? []);
    expect(asked(demonstration).length).toBeGreaterThan(50);
    for (const scopes of asked(demonstration)) expect(scopes).toEqual(['openid']);
    expect(asked(pilot).flat()).toEqual([]);
  });

  test('sends Cognito’s mail through SES where the stage has it, else by Cognito itself', () => {
    const { identity } = stageNamed('demonstration');
    const withSes = synthesize({ ...ownIssuerStage, identity });
    const [pool] = withSes.resources('AWS::Cognito::UserPool');
    expect(pool!.Properties.EmailConfiguration).toMatchObject({
      EmailSendingAccount: 'DEVELOPER',
      From: 'notice@example.org',
    });
    const [own] = demonstration.resources('AWS::Cognito::UserPool');
    expect(own!.Properties.EmailConfiguration?.EmailSendingAccount).not.toBe('DEVELOPER');
  });

  test('signs checkpoints with an Ed25519 key that never leaves KMS', () => {
    const specs = pilot
      .resources('AWS::KMS::Key')
      .map(({ Properties }) => [Properties.KeySpec, Properties.KeyUsage]);
    expect(specs).toContainEqual(['ECC_NIST_EDWARDS25519', 'SIGN_VERIFY']);
  });
});
