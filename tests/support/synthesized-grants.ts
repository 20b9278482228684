import type { Json, Resource, SynthesizedStage, Template } from './synthesized-stage.ts';

/** One action on one resource, with its condition keys. Resources read `Journal`, `Journal/index/byDay`, `Documents/*`. */
export type Allowed = {
  readonly role: string;
  readonly action: string;
  readonly resource: string;
  readonly when: string[];
};

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
const readable = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

/** Follows exports back to the resource they name, and writes an ARN the way a person would. */
export function nameOf(value: unknown, templates: readonly Template[]): string {
  if (typeof value === 'string') return value;
  const entry = Object.entries(value as Record<string, Json>)[0]!;
  const [kind, about] = entry;
  if (kind === 'Fn::GetAtt') return readable(about[0]);
  if (kind === 'Ref') return about.startsWith('AWS::') ? about : readable(about);
  if (kind === 'Fn::Join') return about[1].map((part: unknown) => nameOf(part, templates)).join(about[0]);
  if (kind === 'Fn::ImportValue') {
    const outputs = templates.flatMap(({ Outputs }) => Object.values(Outputs ?? {}));
    return nameOf(outputs.find((output) => output.Export?.Name === about)!.Value, templates);
  }
  return JSON.stringify(value);
}

const statementsOf = (resource: Resource): Json[] => [
  ...(resource.Properties.PolicyDocument?.Statement ?? []),
  ...(resource.Properties.Policies ?? []).flatMap((policy: Json) => policy.PolicyDocument.Statement),
];

/** Everything that any role of the stage is allowed to do. */
export function allowances({ templates, resources }: SynthesizedStage): readonly Allowed[] {
  const all = Object.values(templates);
  return [...resources('AWS::IAM::Policy'), ...resources('AWS::IAM::Role')].flatMap((resource) =>
    statementsOf(resource)
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap((statement) =>
        list(statement.Action).flatMap((action: string) =>
          list(statement.Resource).map((target) => ({
            role: resource.id.replace(/(Role)?(DefaultPolicy)?[0-9A-F]{8}$/, '').replace(/Role$/, ''),
            action,
            resource: nameOf(target, all),
            when: Object.values(statement.Condition ?? {}).flatMap((keys) => Object.keys(keys as object)),
          })),
        ),
      ),
  );
}
