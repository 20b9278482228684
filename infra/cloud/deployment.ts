import { App, type Environment, Validations } from 'aws-cdk-lib';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import type { Stage } from '../stages/stage.ts';
import { AwsSolutions } from './aws-solutions.ts';
import { dataSettings } from './settings.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { BackgroundStack } from './stacks/background-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { ObservabilityStack } from './stacks/observability-stack.ts';
import { PortalStack } from './stacks/portal-stack.ts';

/** What was built before and is deployed as it is. */
export type Artefacts = {
  /** Folder with one bundle per function. */
  readonly bundles: string;
  /** Folder that the portal was built into. */
  readonly portal: string;
};

export type Deployment = {
  readonly app: App;
  readonly data: DataStack;
  readonly portal: PortalStack;
  readonly api: ApiStack;
  readonly background: BackgroundStack;
  readonly observability: ObservabilityStack;
};

/** The stacks of one stage, checked against AWS Solutions when they are synthesized. */
export function deploymentOf(stage: Stage, artefacts: Artefacts, outdir?: string): Deployment {
  const app = new App({
    analyticsReporting: false,
    postCliContext: {
      ...recommendedFlags,
      // Plain exports and imports: what the recommended default needs is not in every partition yet.
      '@aws-cdk/core:defaultCrossStackReferences': 'strong',
    },
    ...(outdir !== undefined && { outdir }),
  });
  const env: Environment = {
    region: stage.region,
    ...(stage.account !== undefined && { account: stage.account }),
  };
  const idOf = (part: string) => `${stage.name}-${part}`;

  const data = new DataStack(app, idOf('data'), stage, { env });
  const portal = new PortalStack(app, idOf('portal'), { env, stage, data, portal: artefacts.portal });
  const common = { env, stage, data, bundles: artefacts.bundles };
  const settings = { ...dataSettings(stage, data), PORTAL_ORIGIN: portal.origin };
  const api = new ApiStack(app, idOf('api'), { ...common, portal, settings });
  const background = new BackgroundStack(app, idOf('background'), { ...common, settings });
  const observability = new ObservabilityStack(app, idOf('observability'), {
    env,
    stage,
    data,
    api,
    background,
  });

  Validations.of(app).addPlugins(new AwsSolutions(app));
  return { app, data, portal, api, background, observability };
}
