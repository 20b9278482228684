import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readChain } from '../../functions/persistence/journal.ts';
import { accessChain } from '../../functions/persistence/keys.ts';
import { openDossier } from '../../shared/ledger/verify-dossier.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { replayDossier } from '../../shared/rules/replay-dossier.ts';
import { type AuditedCounty, startAuditedCounty, verified } from '../support/audited-county.ts';
import { type Caller, person } from '../support/in-process.ts';
import { codeOf } from '../support/refusal.ts';

let county: AuditedCounty;
let auditor: Caller;
let params: { caseId: string };
beforeAll(async () => {
  county = await startAuditedCounty();
  auditor = county.as(person('auditor'));
  params = { caseId: county.caseId };
});
afterAll(() => county.stop());

describe('the dossier', () => {
  test('tells every act in order: who, from which office, when, and what the rules said', async () => {
    const { events, missing, amount } = await auditor('getDossier', { params });
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
    expect(missing).toEqual([]);
    const approval = events.findLast(({ type }) => type === 'application-approved')!;
    expect(approval.actor).toMatchObject({ id: 'county-leader', name: '邓明远', office: 'county-office' });
    expect(approval.explanation).toMatchObject({ outcome: 'eligible', amount: 10_000_000 });
    expect(approval.explanation!.rules.every(({ basis }) => basis.zh.length > 0)).toBe(true);
    expect(amount.approved).toBe(10_000_000);
    expect(events.every(({ index }) => index !== undefined)).toBe(true);
  });

  test('shows forms with their documents’ digests, and no identifier in full', async () => {
    const dossier = await auditor('getDossier', { params });
    const [revision] = dossier.revisions;
    expect(revision!.documents.length).toBeGreaterThan(2);
    expect(revision!.documents.every(({ sha256, name }) => sha256.length === 64 && name !== undefined)).toBe(
      true,
    );
    const { answers } = await county.as(person('applicant-gloves'))('getApplication', { params });
    const text = JSON.stringify(dossier);
    expect(text).toContain('****');
    for (const field of ['legalRepresentativeId', 'bankAccount']) {
      const plain = answers[field];
      if (typeof plain === 'string') expect(text).not.toContain(plain);
    }
  });

  test('is recorded before it is shown, and shows that too', async () => {
    const before = (await readChain(county.tables, accessChain(county.caseId))).length;
    const { accesses } = await auditor('getDossier', { params });
    expect(accesses).toHaveLength(before + 1);
    expect(accesses.at(-1)).toMatchObject({
      type: 'case-read',
      actor: { id: 'auditor', office: 'audit-office' },
      data: { view: 'dossier' },
    });
  });

  test('of a case that nobody knows is not found', async () => {
    const unknown = { caseId: 'PL-00000-00000' };
    expect(await codeOf(auditor('getDossier', { params: unknown }))).toBe('case-not-found');
    expect(await codeOf(auditor('getDossierFile', { params: unknown }))).toBe('case-not-found');
  });
});

describe('the dossier file', () => {
  test('proves itself with the published keys, forms and programme included', async () => {
    const { name, text } = await auditor('getDossierFile', { params });
    expect(name).toBe(`${county.caseId}.dossier.json`);
    const { events } = await auditor('getDossier', { params });
    expect(await verified(text, county.keys)).toMatchObject({ ok: true, checked: events.length });
    const dossier = openDossier(text);
    expect(dossier.ok && dossier.value.enclosures.map(({ kind }) => kind)).toEqual(['revision', 'programme']);
  });

  test('holds events that are not sealed yet by their chain, and says so', async () => {
    const reviewer = county.as(person('county-reviewer-1'));
    const { version } = await reviewer('getCase', { params });
    await county.as(person('applicant-gloves'))('actOnApplication', {
      params,
      body: {
        commandId: '6f1f8b8a-0000-4000-8000-000000000001',
        version,
        command: { type: 'withdraw', reason: '暂缓办厂' },
      },
    });
    const report = await verified((await auditor('getDossierFile', { params })).text, county.keys);
    expect(report.ok).toBe(true);
    expect(report.notes.map(({ en }) => en).join()).toContain('The last 1 events were not sealed yet');
    await county.seal();
    const later = await verified((await auditor('getDossierFile', { params })).text, county.keys);
    expect(later.notes.map(({ en }) => en).join()).not.toContain('not sealed');
  });

  test('is replayed from nothing but itself', async () => {
    const dossier = openDossier((await auditor('getDossierFile', { params })).text);
    if (!dossier.ok) throw new Error(dossier.fault.code);
    const { decisions, pinned } = replayDossier(dossier.value);
    expect(pinned).toEqual({ id: 'startup-grant', version: 1 });
    expect(decisions.length).toBeGreaterThan(3);
    expect(
      decisions.every(({ differences, inputs }) => differences.length === 0 && inputs === 'as-recorded'),
    ).toBe(true);
  });
});

describe('the replay', () => {
  test('under the pinned rules comes out as recorded', async () => {
    const { pinned, under, decisions } = await auditor('replayCase', { params });
    expect([pinned, under]).toEqual([1, 1]);
    for (const { recorded, replayed, differences } of decisions) {
      expect(replayed).toEqual(recorded);
      expect(differences).toEqual([]);
    }
  });

  test('under another version tells what its rules would have said', async () => {
    const halved = {
      ...startupGrant,
      version: 2,
      parameters: startupGrant.parameters.map((parameter) =>
        parameter.name === 'grantCap' ? { ...parameter, value: 5_000_000 } : parameter,
      ),
    };
    await county.as(person('policy-officer'))('publishProgramme', { body: { document: halved } });
    const { decisions } = await auditor('replayCase', { params, query: { version: 2 } });
    const approval = decisions.findLast(({ type }) => type === 'application-approved')!;
    expect(approval.recorded.amount).toBe(10_000_000);
    expect(approval.replayed).toEqual({ outcome: 'eligible', amount: 5_000_000 });
    expect(approval.differences).toContainEqual(
      expect.objectContaining({ kind: 'amount', recorded: 10_000_000, replayed: 5_000_000, unit: 'fen' }),
    );
    expect(approval.differences.every(({ label }) => /[\u4e00-\u9fff]/.test(label.zh))).toBe(true);
  });

  test('under a version that was never published is refused', async () => {
    expect(await codeOf(auditor('replayCase', { params, query: { version: 99 } }))).toBe(
      'programme-not-found',
    );
  });
});

test('the published keys are those that files are signed with', async () => {
  const keys = await auditor('ledgerKeys');
  expect(keys.log).toHaveLength(1);
  expect(keys.issuer).toHaveLength(1);
  expect(keys.log[0]).toMatch(/^ledger\.example\/county\+[0-9a-f]{8}\+/);
});
