import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditAll } from '../../functions/audit/audit.ts';
import { caseDossier } from '../../functions/auditor/dossier/case-dossier.ts';
import { openData } from '../../infra/local/open-data.ts';
import { tamperings } from '../../infra/local/tamper/tamperings.ts';
import { type Trial, tryTampering } from '../../infra/local/tamper/try-tampering.ts';
import { trustedKeysOf } from '../../infra/local/verify/trusted-keys-of.ts';
import { verifyDossier } from '../../shared/ledger/verify-dossier.ts';
import { decidedCounty, decidedCountyNow } from '../support/decided-county.ts';

/**
 * What each of an auditor's instruments says first. A dossier shows what was done to its case; a period export, that
 * something is gone altogether; a search names the cases that it cannot speak for; the standing audit, everything,
 * because it goes by what the auditor kept.
 */
const caught: Readonly<Record<string, { audit: string; dossier: string; period: string; search: string }>> = {
  'edit-a-field': { audit: 'edited', dossier: 'edited', period: 'edited', search: 'named' },
  'edit-and-hash-again': {
    audit: 'not-in-log',
    dossier: 'not-in-log',
    period: 'not-in-log',
    search: 'named',
  },
  'delete-the-last-event': { audit: 'removed', dossier: 'removed', period: 'removed', search: 'named' },
  'delete-the-last-event-and-its-traces': {
    audit: 'removed',
    dossier: 'sound',
    period: 'removed',
    search: 'named',
  },
  'put-in-a-case': { audit: 'never-sealed', dossier: 'never-sealed', period: 'sound', search: 'sound' },
  'raise-the-standing-amount': { audit: 'head-altered', dossier: 'sound', period: 'sound', search: 'sound' },
  'delete-the-form': {
    audit: 'form-missing',
    dossier: 'enclosure-missing',
    period: 'sound',
    search: 'sound',
  },
  'delete-a-case': { audit: 'removed', dossier: 'No such application', period: 'removed', search: 'named' },
  'swap-two-events': { audit: 'edited', dossier: 'edited', period: 'edited', search: 'named' },
  'edit-the-form': { audit: 'form-altered', dossier: 'enclosure-altered', period: 'sound', search: 'sound' },
  'replace-a-tile': {
    audit: 'tree-mismatch',
    dossier: 'not-in-log',
    period: 'block-altered',
    search: 'sound',
  },
  'roll-back-the-checkpoint': {
    audit: 'rolled-back',
    dossier: 'sound',
    period: 'sound',
    search: 'rolled back',
  },
  'sign-with-a-retired-key': {
    audit: 'key-retired',
    dossier: 'was retired',
    period: 'key-retired',
    search: 'sound',
  },
  'sign-with-another-key': {
    audit: 'unknown-key',
    dossier: 'No signature',
    period: 'unknown-key',
    search: 'No signature',
  },
};

let dataFolder: string;
/** The one case in it. */
let trialCase: string;
beforeAll(async () => {
  dataFolder = await decidedCounty();
}, 120_000);
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

test('the table knows every tampering', () => {
  expect(Object.keys(caught).sort()).toEqual(tamperings.map(({ id }) => id).sort());
});

test('untouched data is found sound by all of them', async () => {
  const trial = await tryTampering(
    dataFolder,
    { id: 'nothing', title: { zh: '不动', en: 'Nothing' }, act: async () => undefined },
    decidedCountyNow,
  );
  expect(trial.audit).toMatchObject({ faults: [], faultCount: 0, unsealed: 0 });
  expect(trial.audit.sound).toBe(trial.audit.entries);
  expect(trial.dossier).toMatchObject({ ok: true });
  expect(trial.period).toMatchObject({ ok: true });
  expect(trial.search).toEqual({ found: 4, unread: [] });
  trialCase = trial.caseId;
});

describe.each(tamperings)('after somebody did: $title.en', (tampering) => {
  const { id } = tampering;
  let trial: Trial;
  beforeAll(async () => {
    trial = await tryTampering(dataFolder, tampering, decidedCountyNow);
  }, 60_000);
  const expected = caught[id]!;

  test(`the standing audit says ${expected.audit}, in both languages, and where`, () => {
    const [first] = trial.audit.faults;
    expect(first?.code).toBe(expected.audit);
    expect(first?.reason.zh).toMatch(/[\u4e00-\u9fff]{4}/);
    const aboutACase = [
      'edited',
      'not-in-log',
      'removed',
      'form-altered',
      'form-missing',
      'never-sealed',
      'head-altered',
    ];
    if (aboutACase.includes(expected.audit)) {
      expect(first?.caseId).toBe(trial.caseId);
      expect(first?.seq).toBeGreaterThan(0);
    }
  });

  test(`the case’s dossier says ${expected.dossier}`, () => {
    const said = 'ok' in trial.dossier ? (trial.dossier.firstBad?.code ?? 'sound') : trial.dossier.en;
    expect(said).toContain(expected.dossier);
  });

  test(`an export of the whole period says ${expected.period}`, () => {
    expect(trial.period.firstBad?.code ?? 'sound').toBe(expected.period);
  });

  test(`a search whose index is made anew says ${expected.search}, and has not simply fewer decisions`, () => {
    if (!('found' in trial.search)) {
      expect(trial.search.en).toContain(expected.search);
      return;
    }
    const { found, unread } = trial.search;
    expect(unread).toEqual(expected.search === 'named' ? [trial.caseId] : []);
    if (expected.search === 'sound') expect(found).toBe(4);
  });
});

test('deleting a case leaves every one of its events named', async () => {
  const trial = await tryTampering(
    dataFolder,
    tamperings.find(({ id }) => id === 'delete-a-case')!,
    decidedCountyNow,
  );
  const gone = trial.audit.faults.filter(({ code, caseId }) => code === 'removed' && caseId === trial.caseId);
  expect(gone.map(({ seq }) => seq)).toEqual(gone.map((_, at) => at + 1));
  expect(gone.length).toBeGreaterThan(8);
  expect(trial.audit.faults.at(-1)).toMatchObject({ code: 'head-missing', caseId: trial.caseId });
});

test('one command changes the key, and whoever kept only the old one goes on verifying and auditing', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'rotated-'));
  try {
    await cp(dataFolder, copy, { recursive: true });
    const kept = await trustedKeysOf(undefined, copy);
    const { status, stdout } = spawnSync(process.execPath, ['infra/local/rotate-key.ts', '--data', copy], {
      cwd: resolve(import.meta.dirname, '../..'),
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^✓ 签名密钥已更换/);
    expect(status).toBe(0);
    const own = await trustedKeysOf(undefined, copy);
    expect(own.log).toHaveLength(2);
    const { system, seal, close } = await openData(copy);
    try {
      await seal();
      const { tables, ledger } = system;
      for (const keys of [kept, own]) {
        const dossier = await caseDossier(system, trialCase);
        expect(dossier.ok && verifyDossier(dossier.value, keys)).toMatchObject({ ok: true });
        const report = await auditAll({ tables, store: ledger.store, keys: keys.log }, { now: system.now() });
        expect(report).toMatchObject({ faults: [] });
      }
    } finally {
      await close();
    }
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
});
