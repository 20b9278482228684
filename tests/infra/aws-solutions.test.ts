import { describe, expect, test } from 'vitest';
import { acceptedAs, acceptedFindings } from '../../infra/cloud/accepted-findings.ts';
import { AwsSolutions } from '../../infra/cloud/aws-solutions.ts';
import { ownIssuerStage, stageNamed, synthesize } from '../support/synthesized-stage.ts';

// Synthesis itself stops at a finding that is not accepted; this shows which ones were found at all.
const found = [stageNamed('demonstration'), stageNamed('county'), ownIssuerStage].flatMap((stage) => {
  const { app } = synthesize(stage, { checked: true }).deployment;
  return new AwsSolutions(app)
    .findings(app)
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => ({ rule: ruleName, path: constructPath ?? '' })),
    );
});

describe('every stage against the AWS Solutions rules', () => {
  test('has findings, so the rules do look', () => {
    expect(found.length).toBeGreaterThan(20);
  });

  test('has no finding without a reason', () => {
    expect(found.filter(({ rule, path }) => acceptedAs(rule, path) === undefined)).toEqual([]);
  });

  test('keeps no exception that nothing needs any more', () => {
    const used = new Set(found.map(({ rule, path }) => acceptedAs(rule, path)));
    expect(acceptedFindings.filter((accepted) => !used.has(accepted)).map(({ rule }) => rule.source)).toEqual(
      [],
    );
  });

  test('states each reason in a sentence', () => {
    for (const { reason } of acceptedFindings) expect(reason).toMatch(/^\S.{30,}\.$/);
  });
});
