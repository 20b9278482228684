import { spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalText } from '../../shared/ledger/canonical-bytes.ts';
import { issueCollection } from '../../shared/ledger/issue-collection.ts';
import { formatVerifierKey, verifierKey } from '../../shared/ledger/verifier-key.ts';
import { openDossier } from '../../shared/ledger/verify-dossier.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { type AuditedCounty, startAuditedCounty } from '../support/audited-county.ts';
import { newDataFolder } from '../support/data-folder.ts';
import { person } from '../support/in-process.ts';
import { testSigner } from '../support/ledger.ts';

const root = resolve(import.meta.dirname, '../..');
let county: AuditedCounty;
let folder: string;
let dossier: string;
let key: string;

/** The command as people run it, on Node as it is here. */
const verify = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/local/verify.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
};

const fileOf = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

beforeAll(async () => {
  folder = await newDataFolder('verify');
  county = await startAuditedCounty();
  const { text } = await county.as(person('auditor'))('getDossierFile', {
    params: { caseId: county.caseId },
  });
  dossier = text;
  key = formatVerifierKey(verifierKey(county.signer.name, county.signer.publicKey));
});
afterAll(async () => {
  await county.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('npm run verify', () => {
  test('says what is proven, in Chinese first, and ends with 0', async () => {
    const { status, said } = verify(await fileOf('good.json', dossier), '--key', key);
    expect(status).toBe(0);
    expect(said).toMatch(/^✓ 核验通过 Verified/);
  });

  test('takes keys from a file as well', async () => {
    const keys = await fileOf('keys.txt', `# published in November 2026\n${key}\n`);
    expect(verify(await fileOf('good.json', dossier), '--key', keys).status).toBe(0);
  });

  test('names the first bad event and ends with 1', async () => {
    const path = await fileOf('bad.json', dossier.replace('经审核', '经核审'));
    const { status, said } = verify(path, '--key', key);
    expect(status).toBe(1);
    expect(said).toContain('✗ 核验不通过');
    expect(said).toMatch(new RegExp(`edited — ${county.caseId} · 第 \\d+ 号事件`));
    expect(said).toContain('事件内容与它自己的哈希不符');
  });

  test('fails on an empty file', async () => {
    const { status, said } = verify(await fileOf('empty.json', ''), '--key', key);
    expect(status).toBe(1);
    expect(said).toContain('文件是空的');
  });

  test('fails under another key', async () => {
    const other = testSigner(county.signer.name, 9);
    const { status, said } = verify(
      await fileOf('good.json', dossier),
      '--key',
      formatVerifierKey(verifierKey(other.name, other.publicKey)),
    );
    expect(status).toBe(1);
    expect(said).toContain('没有公布的公钥所作的签名');
  });

  test.each([
    ['no file', []],
    ['a file that is not there', ['nowhere.json', '--key', 'KEY']],
    ['no key anywhere', ['good.json', '--data', 'no-such-folder']],
    ['an unknown option', ['good.json', '--quickly']],
  ])('ends with 2 when it cannot try: %s', async (_name, args) => {
    const good = await fileOf('good.json', dossier);
    const { status, said } = verify(
      ...args.map((arg) => (arg === 'good.json' ? good : arg === 'KEY' ? key : arg)),
    );
    expect(status).toBe(2);
    expect(said).not.toContain('✓');
  });
});

describe('npm run verify -- --replay', () => {
  test('replays a dossier from nothing but itself', async () => {
    const { status, said } = verify(await fileOf('good.json', dossier), '--key', key, '--replay');
    expect(status).toBe(0);
    expect(said).toMatch(/1 个案件 cases, (\d+) 次评估 evaluations\n {2}一致 same: \1 {2}不同 different: 0/);
  });

  test('replays a whole collection, and sums up what other rules would have changed', async () => {
    const opened = openDossier(dossier);
    if (!opened.ok) throw new Error(opened.fault.code);
    const { checkpoint } = opened.value;
    const manifest = {
      kind: 'dossier-collection',
      version: 1,
      issuedAt: '2026-11-24T00:00:00.000Z',
      query: { programme: 'startup-grant' },
      checkpoint,
    } as const;
    const lines = issueCollection(manifest, county.signer.name, one(dossier), county.signer);
    let text = '';
    for await (const line of lines) text += line;
    const path = await fileOf('collection.ndjson', text);
    expect(verify(path, '--key', key)).toMatchObject({ status: 0 });

    const halved = startupGrant.parameters.map((parameter) =>
      parameter.name === 'grantCap' ? { ...parameter, value: 5_000_000 } : parameter,
    );
    const under = await fileOf('v2.json', canonicalText({ ...startupGrant, version: 2, parameters: halved }));
    const { status, said } = verify(path, '--key', key, '--under', under);
    expect(status).toBe(0);
    expect(said).toContain('startup-grant v2');
    expect(said).toMatch(/金额不同 amount: [1-9]/);
    expect(said).toContain('10000000 → 5000000');

    const cut = await fileOf('cut.ndjson', text.split('\n').slice(0, -2).join('\n'));
    expect(verify(cut, '--key', key)).toMatchObject({
      status: 1,
      said: expect.stringContaining('truncated'),
    });
    const dropped = text
      .split('\n')
      .filter((line) => !line.includes('"case-dossier"'))
      .join('\n');
    const without = await fileOf('dropped.ndjson', dropped);
    expect(verify(without, '--key', key)).toMatchObject({
      status: 1,
      said: expect.stringContaining('rows-missing'),
    });
  });
});

async function* one(text: string) {
  yield text;
}
