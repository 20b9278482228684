import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tamperings } from '../../infra/local/tamper/tamperings.ts';
import { type Trial, tryTampering } from '../../infra/local/tamper/try-tampering.ts';
import { decidedCounty, decidedCountyNow } from '../support/decided-county.ts';

/**
 * What each of the three instruments says first. A dossier shows what was done to its case; a period export, that
 * something is gone altogether; the standing audit, everything, because it goes by what the auditor kept.
 */
const caught: Readonly<Record<string, { audit: string; dossier: string; period: string }>> = {
  'edit-a-field': { audit: 'edited', dossier: 'edited', period: 'edited' },
  'edit-and-hash-again': { audit: 'not-in-log', dossier: 'not-in-log', period: 'not-in-log' },
  'delete-the-last-event': { audit: 'removed', dossier: 'removed', period: 'removed' },
  'delete-the-last-event-and-its-traces': { audit: 'removed', dossier: 'sound', period: 'removed' },
  'put-in-a-case': { audit: 'never-sealed', dossier: 'never-sealed', period: 'sound' },
  'raise-the-standing-amount': { audit: 'head-altered', dossier: 'sound', period: 'sound' },
  'delete-the-form': { audit: 'form-missing', dossier: 'enclosure-missing', period: 'sound' },
  'delete-a-case': { audit: 'removed', dossier: 'No such application', period: 'removed' },
  'swap-two-events': { audit: 'edited', dossier: 'edited', period: 'edited' },
  'edit-the-form': { audit: 'form-altered', dossier: 'enclosure-altered', period: 'sound' },
  'replace-a-tile': { audit: 'tree-mismatch', dossier: 'not-in-log', period: 'block-altered' },
  'roll-back-the-checkpoint': { audit: 'rolled-back', dossier: 'sound', period: 'sound' },
  'sign-with-another-key': { audit: 'unknown-key', dossier: 'No signature', period: 'unknown-key' },
};

let dataFolder: string;
beforeAll(async () => {
  dataFolder = await decidedCounty();
}, 120_000);
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

test('the table knows every tampering', () => {
  expect(Object.keys(caught).sort()).toEqual(tamperings.map(({ id }) => id).sort());
});

test('untouched data is found sound by all three', async () => {
  const trial = await tryTampering(
    dataFolder,
    { id: 'nothing', title: { zh: '不动', en: 'Nothing' }, act: async () => undefined },
    decidedCountyNow,
  );
  expect(trial.audit).toMatchObject({ faults: [], faultCount: 0, unsealed: 0 });
  expect(trial.audit.sound).toBe(trial.audit.entries);
  expect(trial.dossier).toMatchObject({ ok: true });
  expect(trial.period).toMatchObject({ ok: true });
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
