import { fileURLToPath } from 'node:url';
import { artefacts } from './artefacts.ts';
import { buildArtefacts } from './build-artefacts.ts';
import { deploymentOf } from './cloud/deployment.ts';
import { readStages } from './stages/read-stages.ts';

/** `npm run synth`: builds, then writes every stage’s templates to `cdk.out/<stage>`, without any network. */
await buildArtefacts();
for (const stage of readStages()) {
  const outdir = fileURLToPath(new URL(`../cdk.out/${stage.name}`, import.meta.url));
  const { stacks } = deploymentOf(stage, artefacts, outdir).app.synth();
  for (const { stackName, template } of stacks) {
    console.log(`${stackName.padEnd(32)}${Object.keys(template.Resources).length} resources`);
  }
}
