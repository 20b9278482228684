import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import units from '../../infra/cost/units.json' with { type: 'json' };
import { UnitsSchema } from '../../infra/cost/usage.ts';
import { gloveMakerGrant, gloveMakerRainDew } from '../../infra/local/demo/glove-maker.ts';
import { meter, type Units } from '../support/capacity.ts';
import { fillIn } from '../support/filing.ts';
import { type Caller, type InProcess, person, startCounty } from '../support/in-process.ts';
import { upload } from '../support/paperwork.ts';
import { act, approval, checklistOf, passTown, type ReviewerCommand } from '../support/reviewing.ts';

/**
 * What each act costs on an application as large as a real one: 70 workers on its roster, five documents.
 * The figures are the engine's own, table and indexes together, and stand in ACCESS-PATTERNS.md and in the cost
 * estimate. A change here is a change of the bill: make it on purpose.
 */
const { acts } = UnitsSchema.parse(units);
let county: InProcess;
let took: (work: () => Promise<unknown>) => Promise<Units>;
let applicant: Caller;
let bureau: Caller;
let leader: Caller;
let town: readonly [Caller, Caller, Caller];

beforeAll(async () => {
  county = await startCounty();
  // Holidays are read once in five minutes by each process, whatever it does.
  await county.system.calendarAt(county.clock.now);
  took = meter(county.tables).of;
  const as = (id: string) => county.as(person(id));
  applicant = as('applicant-gloves');
  bureau = as('human-resources-reviewer-1');
  leader = as('county-leader');
  town = [as('chengguan-reviewer-1'), as('chengguan-reviewer-2'), as('chengguan-supervisor')];
});
afterAll(() => county.stop());

const submission = async (programmeId: string, caseId: string) => {
  const { programme } = await applicant('getProgramme', { params: { programmeId } });
  const declaration = { version: programme.declaration.version, agreed: true } as const;
  const body = { commandId: randomUUID(), version: 0, command: { type: 'submit', declaration } } as const;
  return () => applicant('actOnApplication', { params: { caseId }, body });
};

/** The act alone, without the page on which it was decided. */
const cost = async (call: Caller, caseId: string, command: ReviewerCommand): Promise<Units> => {
  const { version } = await call('getCase', { params: { caseId } });
  const body = { commandId: randomUUID(), version, command };
  return took(() => call('actOnCase', { params: { caseId }, body }));
};

test('writing an application', async () => {
  const programmeId = 'startup-grant';
  await applicant('getProgramme', { params: { programmeId } });
  const start = { body: { commandId: randomUUID(), programmeId } };
  expect(await took(() => applicant('startApplication', start))).toEqual({ requests: 3, ...acts.startDraft });

  const caseId = await fillIn(applicant, programmeId, gloveMakerGrant());
  const params = { caseId };
  const { draftVersion, answers } = await applicant('getApplication', { params });
  const save = { params, body: { draftVersion, answers } };
  expect(await took(() => applicant('saveDraft', save))).toEqual({ requests: 2, ...acts.autosave });
  expect(await took(() => applicant('getApplication', { params }))).toEqual({
    requests: 1,
    ...acts.openDraft,
  });
  expect(await took(() => applicant('checkDraft', { params }))).toEqual({ requests: 2, ...acts.checkDraft });
  // With what it is found again by when another looks like it.
  expect(await took(await submission(programmeId, caseId))).toEqual({ requests: 4, ...acts.submit });
  expect(await took(() => applicant('getApplication', { params }))).toEqual({
    requests: 2,
    ...acts.ownCase,
  });
  expect(await took(() => applicant('listApplications'))).toMatchObject({ requests: 3, write: 0 });
});

test('reviewing it', async () => {
  const [{ caseId } = { caseId: '' }] = (await town[0]('worklist')).items;
  const params = { caseId };
  expect(await took(() => town[0]('worklist'))).toEqual({ requests: 1, read: 0.5, write: 0 });
  expect(await took(() => town[0]('getCase', { params }))).toEqual({ requests: 4, ...acts.openCase });

  // Two small items and their index entries: the least an act can be.
  const least = { requests: 2, ...acts.smallAct };
  const plain: Units[] = [];
  const plainly = async (call: Caller, command: ReviewerCommand): Promise<Units> => {
    const units = await cost(call, caseId, command);
    plain.push(units);
    return units;
  };
  expect(await plainly(town[0], { type: 'claim' })).toEqual(least);
  expect(await plainly(town[0], { type: 'release' })).toEqual(least);
  await act(town[0], caseId, { type: 'claim' });
  // Another office and another day in the worklist: its entry moves.
  const accept = { type: 'accept', checklist: await checklistOf(town[0], caseId) } as const;
  expect(await plainly(town[0], accept)).toEqual({ requests: 2, ...acts.accept });

  expect(await plainly(town[1], { type: 'claim' })).toEqual(least);
  const visit = { visitedOn: '2026-11-23', findings: '与申请一致。', agreesWithApplication: true };
  expect(await plainly(town[1], { type: 'record-visit', ...visit })).toEqual(least);
  expect(await plainly(town[2], { type: 'confirm-visit' })).toEqual(least);

  // All of them together, moved worklist entries included, beside two small items and two index entries each.
  const taken = plain.reduce((sum, { read, write }) => sum + read + write, 0);
  expect(taken / (plain.length * (least.read + least.write))).toBeLessThanOrEqual(1.25);

  // Head, revision, facts; the evaluation makes the event larger.
  const checklist = await checklistOf(town[1], caseId);
  const opinion = { opinion: 'support', amount: 10_000_000, reason: '情况属实。', checklist } as const;
  const judged = { requests: 4, ...acts.recommend };
  expect(await cost(town[1], caseId, { type: 'recommend', ...opinion })).toEqual(judged);
  await act(bureau, caseId, { type: 'claim' });
  // The money is set aside until the last decision: fund and movement.
  expect(await cost(bureau, caseId, await approval(bureau, caseId))).toEqual({ ...judged, write: 15 });
  await act(leader, caseId, { type: 'claim' });
  // Fund and its movement, cap, reservation and the buckets of four invoices besides.
  expect(await cost(leader, caseId, await approval(leader, caseId))).toEqual({
    requests: 5,
    ...acts.approve,
  });
});

test('a roster of 200 people', async () => {
  const caseId = await fillIn(applicant, 'training-subsidy', gloveMakerRainDew());
  // Each bucket of the once-only register is looked into once, however long the roster.
  expect(await took(await submission('training-subsidy', caseId))).toEqual({
    requests: 4,
    read: 70,
    write: 82,
  });
  await passTown(town, caseId, '2026-11-23');
  const decider = county.as(person('poverty-relief-reviewer-1'));
  await act(decider, caseId, { type: 'claim' });
  const approve = await approval(decider, caseId);
  expect(await cost(decider, caseId, approve)).toMatchObject({ requests: 4 });
  await act(leader, caseId, { type: 'claim' });
  expect(await cost(leader, caseId, await approval(leader, caseId))).toEqual({
    requests: 4,
    read: 74,
    write: 163,
  });
});

test('a document more on a draft that is filled in: asking for the form to post with, and having it looked at', async () => {
  const caseId = await fillIn(applicant, 'startup-grant', gloveMakerGrant());
  expect(await took(() => upload(applicant, caseId, 'bankProof'))).toMatchObject(acts.upload);
});
