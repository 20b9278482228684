import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type Caller, type InProcess, person, startCounty } from '../support/in-process.ts';
import { codeOf } from '../support/refusal.ts';
import { act, checklistOf, passTown } from '../support/reviewing.ts';

/** A refusal, looked at again by the county office: by nobody who took part in it. */
let county: InProcess;
let as: (id: string) => Caller;
let caseId: string;
beforeAll(async () => {
  county = await startCounty();
  as = (id) => county.as(person(id));
  caseId = await fillIn(as('applicant-gloves'), 'startup-grant', gloveMakerGrant());
  await submit(as('applicant-gloves'), caseId);
  const town = [as('chengguan-reviewer-1'), as('chengguan-reviewer-2'), as('chengguan-supervisor')] as const;
  await passTown(town, caseId, '2026-11-23');
  const bureau = as('human-resources-reviewer-1');
  await act(bureau, caseId, { type: 'claim' });
  await act(bureau, caseId, {
    type: 'refuse',
    facts: '发票与设备不符。',
    basis: ['interim-measures'],
    checklist: await checklistOf(bureau, caseId),
  });
});
afterAll(() => county.stop());

const ask = async () => {
  const { version } = await as('applicant-gloves')('getApplication', { params: { caseId } });
  return as('applicant-gloves')('actOnApplication', {
    params: { caseId },
    body: {
      commandId: randomUUID(),
      version,
      command: { type: 'request-internal-review', grounds: '设备型号已更换，有补充发票。' },
    },
  });
};
const revoke = { type: 'decide-internal-review', outcome: 'revoke', reason: '补充发票属实。' } as const;

test('the refusal says until when a review can be asked for, and where else to turn', async () => {
  const mine = await as('applicant-gloves')('getApplication', { params: { caseId } });
  expect(mine).toMatchObject({ status: 'rejected', due: expect.any(String) });
  const letter = mine.letters.at(-1);
  expect(letter?.kind).toBe('refused');
  expect(letter?.remedies.length).toBeGreaterThan(0);
});

test('the county office decides on it, not the bureau that refused', async () => {
  expect(await codeOf(act(as('county-reviewer-1'), caseId, revoke))).toBe('action-not-allowed');
  await ask();
  expect(await codeOf(ask())).toBe('action-not-allowed');
  expect((await as('county-reviewer-1')('worklist')).items.map((row) => row.caseId)).toContain(caseId);
  expect(await codeOf(act(as('human-resources-reviewer-2'), caseId, revoke))).toBe('outside-your-office');

  await act(as('county-reviewer-1'), caseId, revoke);
  const mine = await as('applicant-gloves')('getApplication', { params: { caseId } });
  expect(mine.status).toBe('under-review');
  expect(mine.history.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['internal-review-requested', 'refusal-revoked']),
  );
  // Back at the bureau; whoever refused does not decide again.
  expect(await codeOf(act(as('human-resources-reviewer-1'), caseId, { type: 'claim' }))).toBe(
    'already-decided-a-stage',
  );
});
