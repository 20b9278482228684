import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type Caller, type InProcess, person, startCounty } from '../support/in-process.ts';
import { act, checklistOf } from '../support/reviewing.ts';
import { dump } from '../support/table-dump.ts';

/** The answer got lost, so it is asked for again: the same answer, and never a second act. */
let county: InProcess;
let applicant: Caller;
let town: Caller;
beforeAll(async () => {
  county = await startCounty();
  applicant = county.as(person('applicant-gloves'));
  town = county.as(person('chengguan-reviewer-1'));
});
afterAll(() => county.stop());

const twice = async <T>(work: () => Promise<T>): Promise<[T, T]> => {
  const first = await work();
  const between = await dump(county.tables);
  const second = await work();
  expect(await dump(county.tables)).toEqual(between);
  return [first, second];
};

test('starting an application', async () => {
  const body = { commandId: randomUUID(), programmeId: 'startup-grant' };
  const [first, second] = await twice(() => applicant('startApplication', { body }));
  expect(second).toEqual(first);
});

test('starting the same application twice at once', async () => {
  const body = { commandId: randomUUID(), programmeId: 'startup-grant' };
  const made = await Promise.all([1, 2, 3].map(() => applicant('startApplication', { body })));
  expect(new Set(made.map(({ caseId }) => caseId)).size).toBe(1);
});

test('handing in, claiming and accepting, also when others have acted since', async () => {
  const caseId = await fillIn(applicant, 'startup-grant', gloveMakerGrant());
  const { programme } = await applicant('getProgramme', { params: { programmeId: 'startup-grant' } });
  const declaration = { version: programme.declaration.version, agreed: true } as const;
  const handIn = { commandId: randomUUID(), version: 0, command: { type: 'submit', declaration } } as const;
  const submitted = () => applicant('actOnApplication', { params: { caseId }, body: handIn });
  const [first, second] = await twice(submitted);
  expect(second).toEqual(first);

  const claim = { commandId: randomUUID(), version: 1, command: { type: 'claim' } } as const;
  const claimed = () => town('actOnCase', { params: { caseId }, body: claim });
  const [claimedFirst, claimedAgain] = await twice(claimed);
  expect(claimedAgain).toEqual(claimedFirst);

  await act(town, caseId, { type: 'accept', checklist: await checklistOf(town, caseId) });
  await applicant('actOnApplication', {
    params: { caseId },
    body: { commandId: randomUUID(), version: 3, command: { type: 'withdraw', reason: '改年再申请。' } },
  });
  // The status they answer is the one of then, not of now.
  expect(await submitted()).toEqual(first);
  expect(await claimed()).toEqual(claimedFirst);
});

test('a retry that has already seen the new version', async () => {
  const caseId = await fillIn(applicant, 'startup-grant', gloveMakerGrant());
  const commandId = randomUUID();
  await submit(applicant, caseId);
  const first = await act(town, caseId, { type: 'claim' }, commandId);
  expect(await act(town, caseId, { type: 'claim' }, commandId)).toEqual(first);
});

test('the same command sent five times at once is carried out once', async () => {
  const caseId = await fillIn(applicant, 'startup-grant', { ...gloveMakerGrant(), site: '另一处厂房' });
  await submit(applicant, caseId);
  const body = { commandId: randomUUID(), version: 1, command: { type: 'claim' } } as const;
  const results = await Promise.all(
    Array.from({ length: 5 }, () => town('actOnCase', { params: { caseId }, body })),
  );
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  expect(results[0]?.version).toBe(2);
});
