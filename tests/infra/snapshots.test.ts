import { expect, test } from 'vitest';
import type { Stage } from '../../infra/stages/stage.ts';
import { ownIssuerStage, stageNamed, synthesize } from '../support/synthesized-stage.ts';

/** What is deployed, without what changes with every line of code. */
const reviewable = (stage: Stage): string =>
  JSON.stringify(synthesize(stage).templates, undefined, 1).replaceAll(/\b[0-9a-f]{64}\b/g, 'asset');

test.each([stageNamed('demonstration'), stageNamed('county'), ownIssuerStage])(
  'the templates of $name are those that were reviewed',
  async (stage) => {
    await expect(reviewable(stage)).toMatchFileSnapshot(`./snapshots/${stage.name}.snap`);
  },
);
