import { expect, test } from 'vitest';
import type { Stage } from '../../infra/stages/stage.ts';
import { ownIssuerStage, stageNamed, synthesize } from '../support/synthesized-stage.ts';

/** Follows the declared routes one by one, and cloud-and-local.test.ts holds it to them. */
const ofRoutes = new Set(['RouteSettings', 'DependsOn']);

/** What is deployed, without what changes with every line of code or route. */
const reviewable = (stage: Stage): string =>
  JSON.stringify(
    synthesize(stage).templates,
    (key, value) => (value?.Type === 'AWS::ApiGatewayV2::Route' || ofRoutes.has(key) ? undefined : value),
    1,
  ).replaceAll(/\b[0-9a-f]{64}\b/g, 'asset');

test.each([stageNamed('demonstration'), stageNamed('county'), ownIssuerStage])(
  'the templates of $name are those that were reviewed',
  async (stage) => {
    await expect(reviewable(stage)).toMatchFileSnapshot(`./snapshots/${stage.name}.snap`);
  },
);
