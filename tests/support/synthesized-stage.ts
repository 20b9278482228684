import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { type Deployment, deploymentOf } from '../../infra/cloud/deployment.ts';
import { readStages } from '../../infra/stages/read-stages.ts';
import { type Stage, StageSchema } from '../../infra/stages/stage.ts';
import { functionDeclarations } from '../../shared/deployment/functions.ts';

/** What CloudFormation reads; CDK does not type it, and a test that reads it wrongly fails. */
export type Json = CloudFormationStackArtifact['template'];
export type Resource = {
  readonly Type: string;
  readonly Properties: Record<string, Json>;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: string[];
};
export type Template = {
  readonly Resources: Record<string, Resource>;
  readonly Outputs?: Record<string, { Value: unknown; Export?: { Name: string } }>;
};
type Part = 'data' | 'portal' | 'api' | 'background' | 'observability';

/** A folder that looks like what `npm run build` leaves: synthesis only hashes and copies it. */
const artefacts = () => {
  const folder = mkdtempSync(join(tmpdir(), 'artefacts-'));
  const put = (path: string, content: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const { name } of functionDeclarations)
    put(`functions/${name}/index.js`, `exports.handler = () => '${name}';`);
  put('web/index.html', '<!doctype html>');
  put('web/assets/main.js', '');
  return { folder, bundles: join(folder, 'functions'), portal: join(folder, 'web') };
};

export type SynthesizedStage = {
  readonly stage: Stage;
  readonly deployment: Deployment;
  readonly templates: Readonly<Record<Part, Template>>;
  /** Every resource of a type, over all stacks, with its logical id. */
  readonly resources: (type: string) => readonly (Resource & { readonly id: string })[];
};

/** @param checked also against CloudFormation’s schemas, which takes seconds. */
export function synthesize(stage: Stage, { checked = false } = {}): SynthesizedStage {
  process.env.CDK_VALIDATION = String(checked);
  const { folder, ...built } = artefacts();
  const deployment = deploymentOf(stage, built, join(folder, 'out'));
  const templates = Object.fromEntries(
    deployment.app
      .synth()
      .stacks.map(({ stackName, template }) => [stackName.slice(stage.name.length + 1), template]),
  ) as Record<Part, Template>;
  rmSync(folder, { recursive: true });
  return {
    stage,
    deployment,
    templates,
    resources: (type) =>
      Object.values(templates).flatMap(({ Resources }) =>
        Object.entries(Resources).flatMap(([id, resource]) =>
          resource.Type === type ? [{ id, ...resource }] : [],
        ),
      ),
  };
}

/** The stages of the repository, by name. */
export const stageNamed = (name: string): Stage => readStages().find((stage) => stage.name === name)!;

/** A third kind: outside China, with an issuer, a domain and a mail provider of one’s own. */
export const ownIssuerStage: Stage = StageSchema.parse({
  name: 'pilot',
  partition: 'aws',
  region: 'eu-central-1',
  account: '111122223333',
  identity: {
    kind: 'oidc',
    issuer: 'https://id.example.org/county',
    clientId: 'portal',
    audience: 'api',
    endpoints: ['https://token.example.org'],
  },
  domain: { name: 'apply.example.org', certificate: 'arn:aws:acm:us-east-1:111122223333:certificate/abc' },
  mail: { kind: 'ses', sender: 'notice@example.org' },
  scanner: { kind: 'guardduty' },
  signer: 'kms',
  retention: { logDays: 400, ledgerYears: 30, ledgerLock: 'compliance' },
  alarms: { email: 'operations@example.org' },
});
