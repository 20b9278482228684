import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stateAfter } from '../../functions/cases/repeated-command.ts';
import { readFund } from '../../functions/persistence/fund.ts';
import { readHead } from '../../functions/persistence/head.ts';
import { readChain } from '../../functions/persistence/journal.ts';
import { sealAndIndex } from '../../functions/sealer/seal-and-index.ts';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import { eventHash, noPredecessor } from '../../shared/ledger/journal-event.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type Caller, type InProcess, person, startCounty } from '../support/in-process.ts';
import { upload } from '../support/paperwork.ts';
import { codeOf } from '../support/refusal.ts';
import { act, approveAs, checklistOf, passTown, type TownDesk } from '../support/reviewing.ts';

let county: InProcess;
let applicant: Caller;
let town: TownDesk;
beforeAll(async () => {
  county = await startCounty();
  applicant = county.as(person('applicant-gloves'));
  town = [
    county.as(person('chengguan-reviewer-1')),
    county.as(person('chengguan-reviewer-2')),
    county.as(person('chengguan-supervisor')),
  ];
});
afterAll(() => county.stop());

test('an application goes from draft through town, bureau and joint meeting into public notice', async () => {
  const caseId = await fillIn(applicant, 'startup-grant', gloveMakerGrant());
  await submit(applicant, caseId);
  expect((await town[0]('worklist')).items.map((row) => row.caseId)).toEqual([caseId]);
  await passTown(town, caseId, '2026-11-23');
  await approveAs(county.as(person('human-resources-reviewer-1')), caseId);
  const done = await approveAs(county.as(person('county-leader')), caseId);
  expect(done).toMatchObject({ status: 'in-notice', event: 'application-approved' });

  expect(await readFund(county.tables, 'county:startup-grant:2026')).toMatchObject({
    available: 490_000_000,
    committed: 10_000_000,
  });
  const mine = await applicant('getApplication', { params: { caseId } });
  expect(mine.letters.map(({ kind }) => kind)).toEqual(['receipt', 'accepted', 'approved']);
  expect(mine.amount).toEqual({ computed: 10_000_000, proposed: 10_000_000, approved: 10_000_000 });
  // Offices, never officers.
  expect(JSON.stringify(mine)).not.toContain('reviewer-1');

  const { system, ledger, signer, clock } = county;
  await sealAndIndex({ ...system, ledger, signer }, clock.now);
  const decisions = (await county.as(person('auditor'))('listDecisions')).items;
  expect(decisions.map(({ stage, outcome, officer }) => [stage, outcome, officer])).toEqual([
    ['joint-meeting', 'approved', 'county-leader'],
    ['bureau-review', 'stage-approved', 'human-resources-reviewer-1'],
    ['town-review', 'recommended', 'chengguan-reviewer-2'],
    ['acceptance', 'accepted', 'chengguan-reviewer-1'],
  ]);

  const chain = await readChain(county.tables, caseId);
  expect(chain.map(({ previous }) => previous)).toEqual([
    noPredecessor,
    ...chain.slice(0, -1).map(({ hash }) => hash),
  ]);
  expect(chain.every((event) => eventHash(event) === event.hash)).toBe(true);
  expect(stateAfter(chain)).toEqual((await readHead(county.tables, caseId))?.state);
});

test('a correction opens only what it names, and goes back to the officer who asked for it', async () => {
  const electronics = county.as(person('applicant-electronics'));
  const caseId = await fillIn(electronics, 'startup-grant', {
    ...gloveMakerGrant(),
    creditCode: '91610926MA0000007W',
    equipment: [{ name: '贴片机', quantity: 2, unitPrice: 6_000_000, invoiceNumber: '99900001' }],
  });
  await submit(electronics, caseId);
  await act(town[0], caseId, { type: 'claim' });
  await act(town[0], caseId, {
    type: 'return-for-correction',
    items: [
      { path: '/actualInvestment', reason: '与发票合计不符，请核对。' },
      { path: '/documents/identityCard', reason: '照片不清晰，请重新上传。' },
    ],
  });
  const params = { caseId };
  const returned = await electronics('getApplication', { params });
  expect(returned).toMatchObject({ status: 'returned', draftVersion: 0, correction: { due: '2026-12-14' } });
  // One's own answers are not masked.
  expect(JSON.stringify(returned.answers)).not.toContain('***');

  const act2 = (command: { type: 'resubmit' }, version: number) =>
    electronics('actOnApplication', { params, body: { commandId: randomUUID(), version, command } });
  const save = (draftVersion: number, answers: Record<string, unknown>) =>
    electronics('saveDraft', { params, body: { draftVersion, answers } });

  expect(
    await codeOf(
      electronics('requestUpload', {
        params,
        body: { slot: 'licence', name: 'a.pdf', type: 'application/pdf', size: 9 },
      }),
    ),
  ).toBe('field-not-open-for-correction');
  const again = await upload(electronics, caseId, 'identityCard');
  const before = returned.answers;
  await save(0, { ...before, actualInvestment: 25_000_000, workers: 9 });
  expect(await codeOf(act2({ type: 'resubmit' }, returned.version))).toBe('field-not-open-for-correction');
  const old = String((before.identityCard as string[])[0]);
  await electronics('removeDocument', { params: { caseId, documentId: old } });
  await save(1, { ...before, actualInvestment: 25_000_000, identityCard: [again] });
  expect(await act2({ type: 'resubmit' }, returned.version)).toMatchObject({ status: 'under-review' });

  const page = await town[0]('getCase', { params });
  expect(page.officer?.id).toBe('chengguan-reviewer-1');
  expect(page.revision).toBe(2);
  expect(page.changes.map(({ path }) => path).toSorted()).toEqual(['/actualInvestment', '/identityCard']);
  expect(page.documents.filter(({ slot }) => slot === 'identityCard').map(({ id }) => id)).toEqual([again]);
  // What was handed in first stays on record and can be opened.
  await town[0]('documentLink', { params: { caseId, documentId: old } });
  await act(town[0], caseId, { type: 'accept', checklist: await checklistOf(town[0], caseId) });
});
