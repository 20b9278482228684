import { existsSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { artefacts } from './artefacts.ts';
import { deploymentOf } from './cloud/deployment.ts';
import { readStages } from './stages/read-stages.ts';

/** What the CDK command line runs, as in `npx cdk deploy --all -c stage=county`: it deploys what was built before. */
const stages = readStages();
const wanted: unknown = new App({ autoSynth: false }).node.tryGetContext('stage');
const stage = stages.find(({ name }) => name === wanted);
if (stage === undefined) {
  throw new Error(
    `name a stage with -c stage=<name>; there are: ${stages.map(({ name }) => name).join(', ')}`,
  );
}
if (!existsSync(artefacts.bundles) || !existsSync(artefacts.portal)) {
  throw new Error('nothing is built yet: run npm run build first');
}
deploymentOf(stage, artefacts).app.synth();
