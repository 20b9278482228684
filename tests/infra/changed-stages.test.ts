import { describe, expect, test } from 'vitest';
import { type Stage, StageSchema } from '../../infra/stages/stage.ts';
import {
  ownIssuerStage,
  type SynthesizedStage,
  stageNamed,
  synthesize,
} from '../support/synthesized-stage.ts';

const demonstration = stageNamed('demonstration');
const changed = (stage: Stage, change: object): Stage => StageSchema.parse({ ...stage, ...change });
const stream = 'arn:aws:dynamodb:eu-central-1:111122223333:table/journal-2/stream/2026-11-23T00:00:00.000';

const exportsOf = ({ templates }: SynthesizedStage, part: 'data' | 'portal'): string[] =>
  Object.values(templates[part].Outputs ?? {}).flatMap(({ Export }) => (Export ? [Export.Name] : []));
const importsOf = ({ templates }: SynthesizedStage): string[] =>
  [...JSON.stringify(templates).matchAll(/"Fn::ImportValue":"([^"]+)"/g)].map(([, name]) => name!);

/** What the deployment guide says may be changed in a stage that is running. */
const changes: readonly (readonly [string, Stage, object])[] = [
  [
    'a domain of one’s own',
    demonstration,
    {
      domain: {
        name: 'apply.example.org',
        certificate: 'arn:aws:acm:us-east-1:111122223333:certificate/abc',
      },
    },
  ],
  ['another issuer', demonstration, { identity: ownIssuerStage.identity }],
  ['another way for mail', ownIssuerStage, { mail: { kind: 'none' } }],
  [
    'a scanner of one’s own',
    ownIssuerStage,
    { scanner: { kind: 'external', role: 'arn:aws:iam::111122223333:role/scanner' } },
  ],
  ['a second signing key', demonstration, { checkpointKey: { number: 2, overlap: true } }],
  [
    'the second signing key alone',
    changed(demonstration, { checkpointKey: { number: 2, overlap: true } }),
    { checkpointKey: { number: 2, overlap: false } },
  ],
  [
    'restored tables',
    ownIssuerStage,
    { restored: { registry: 'registry-2', journal: 'journal-2', journalStream: stream } },
  ],
];

describe.each(changes)('a running stage that is given %s', (_name, stage, change) => {
  const before = synthesize(stage);
  const after = synthesize(changed(stage, change));

  test('keeps every export that its other stacks still use while the first ones are deployed', () => {
    const used = importsOf(before);
    expect(used.length).toBeGreaterThan(10);
    for (const part of ['data', 'portal'] as const) {
      const needed = exportsOf(before, part).filter((name) => used.includes(name));
      expect(exportsOf(after, part)).toEqual(expect.arrayContaining(needed));
    }
  });

  test('replaces nothing that holds data or keys', () => {
    const kept = Object.entries(before.templates.data.Resources).filter(
      ([, { DeletionPolicy }]) => DeletionPolicy === 'Retain',
    );
    expect(kept.length).toBeGreaterThanOrEqual(9);
    for (const [id, { Type, Properties }] of kept) {
      const now = after.templates.data.Resources[id];
      expect(now?.Type).toBe(Type);
      expect(now?.Properties.KeySpec).toEqual(Properties.KeySpec);
    }
  });

  test('goes on with the same log, which no auditor could follow under another name', () => {
    const originIn = ({ resources }: SynthesizedStage) =>
      resources('AWS::Lambda::Function').find(({ id }) => id.startsWith('sealerFunction'))!.Properties
        .Environment.Variables.LEDGER_ORIGIN;
    expect(originIn(before)).toBe(`factory-incentives/${stage.name}/journal`);
    expect(originIn(after)).toBe(originIn(before));
  });
});

describe('while the log changes its key, the sealer', () => {
  const sealerOf = (overlap: boolean) => {
    const { templates } = synthesize(changed(demonstration, { checkpointKey: { number: 2, overlap } }));
    const keys = Object.entries(templates.data.Resources)
      .filter(([id, { Type }]) => Type === 'AWS::KMS::Key' && id.startsWith('CheckpointKey'))
      .map(([id]) => id);
    const text = JSON.stringify(templates.background.Resources);
    return keys.map((id) => text.split(id).length - 1);
  };

  test('is told of both keys and may sign with both; afterwards of the new one only', () => {
    expect(sealerOf(true)).toEqual([2, 2]);
    expect(sealerOf(false)).toEqual([0, 2]);
  });
});
