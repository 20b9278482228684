import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { readStages } from '../../infra/stages/read-stages.ts';
import { StageSchema } from '../../infra/stages/stage.ts';

const [, demonstration] = readStages();
const folderWith = (name: string, content: object): URL => {
  const folder = mkdtempSync(join(tmpdir(), 'stages-'));
  writeFileSync(join(folder, name), JSON.stringify(content));
  return pathToFileURL(`${folder}/`);
};
const faults = (change: object): string =>
  (StageSchema.safeParse({ ...demonstration, ...change }).error?.issues ?? [])
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('\n');

test('every stage file of the repository is a stage', () => {
  expect(readStages().map(({ name, partition }) => [name, partition])).toEqual([
    ['county', 'aws-cn'],
    ['demonstration', 'aws'],
  ]);
});

test('a file that is no stage is refused with the field at fault', () => {
  const folder = folderWith('broken.json', { ...demonstration, name: 'broken', region: 'everywhere' });
  expect(() => readStages(folder)).toThrow(/broken\.json is not a stage[\s\S]*region/);
});

test('a file is called after its stage', () => {
  expect(() => readStages(folderWith('other.json', demonstration!))).toThrow(/must be called after it/);
});

test.each([
  ['a field nobody knows', { colour: 'red' }, /colour/],
  ['logs for half a year only', { retention: { ...demonstration!.retention, logDays: 180 } }, /logDays/],
  ['a name that cannot be part of resource names', { name: 'County 1' }, /name/],
  [
    'an issuer without TLS',
    { identity: { kind: 'oidc', issuer: 'http://id.example.org', clientId: 'a', audience: 'b' } },
    /identity.issuer/,
  ],
  [
    'a certificate that CloudFront cannot take',
    { domain: { name: 'a.example.org', certificate: 'arn:aws:acm:eu-central-1:111122223333:certificate/a' } },
    /domain.certificate: .*us-east-1/,
  ],
  ['a region in China', { region: 'cn-north-1' }, /region: cn-north-1 is not a region of aws/],
  ['an alarm address that is none', { alarms: { email: 'operations' } }, /alarms.email/],
])('%s is refused', (_name, change, message) => {
  expect(faults(change)).toMatch(message);
});

test('what is left out has a default', () => {
  expect(demonstration).toMatchObject({
    architecture: 'arm64',
    claims: { id: 'sub', roles: 'roles' },
    throttling: { perSecond: 200 },
  });
});
