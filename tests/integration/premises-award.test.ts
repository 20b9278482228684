import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settleCase } from '../../functions/cases/settle-case.ts';
import { readUnit } from '../../functions/persistence/premises.ts';
import { rentFreeAnswers } from '../../infra/local/demo/applications.ts';
import { gloveMaker } from '../../infra/local/demo/glove-maker.ts';
import { workerRows } from '../../infra/local/demo/rosters.ts';
import { handoverItems } from '../../shared/workflow/award/handover-items.ts';
import { onOwnAward, type SupervisionCommand, supervise, supplyWhatIsOwed } from '../support/award-desk.ts';
import { fillIn, submit } from '../support/filing.ts';
import {
  addFloor,
  type Caller,
  furnish,
  type InProcess,
  person,
  startInProcess,
} from '../support/in-process.ts';
import { upload } from '../support/paperwork.ts';
import { codeOf, problemOf } from '../support/refusal.ts';
import { approveAs, passTown, type TownDesk } from '../support/reviewing.ts';

/** Premises for a year: handed over, reported on, taken back after a breach. */
let county: InProcess;
let applicant: Caller;
let town: TownDesk;
let caseId: string;
let unit: string;
async function itIs(now: string): Promise<void> {
  county.clock.now = now;
  await settleCase(county.system, caseId);
}
beforeAll(async () => {
  county = await startInProcess();
  await furnish(county);
  const as = (id: string) => county.as(person(id));
  unit = await addFloor(county, 'p2-1', 200_000);
  applicant = as('applicant-gloves');
  town = [as('changan-reviewer-1'), as('changan-reviewer-2'), as('changan-supervisor')];
  const wanted = { premises: unit, area: 120_000, months: 12, share: 100_00, jobs: 30, poorJobs: 12 };
  const site = { ...gloveMaker, town: '610926108', site: '标准化厂房二期一层' };
  caseId = await fillIn(applicant, 'rent-free-premises', rentFreeAnswers(site, wanted, '2026-11-23'));
  await submit(applicant, caseId);
  await passTown(town, caseId, '2026-11-23');
  await approveAs(as('poverty-relief-reviewer-1'), caseId);
  const { status } = await as('county-leader')('getCase', { params: { caseId } });
  if (status === 'under-review') await approveAs(as('county-leader'), caseId);
  await itIs('2026-12-07T02:00:00.000Z');
});
afterAll(() => county.stop());

const lease = { leaseFrom: '2027-01-01', leaseTo: '2027-12-31' };

test('premises are handed over with lease and fire-safety evidence, and every item of the list ticked', async () => {
  const handover: SupervisionCommand & { type: 'confirm-handover' } = {
    type: 'confirm-handover',
    checklist: [...handoverItems],
    ...lease,
  };
  expect(await codeOf(supervise(town[0], caseId, handover))).toBe('document-not-uploaded');
  await supplyWhatIsOwed(applicant, caseId, (slot) => upload(applicant, caseId, slot));
  expect((await town[0]('listAwards')).items).toMatchObject([{ step: 'to-hand-over', gives: 'premises' }]);

  const missing = await problemOf(supervise(town[0], caseId, { ...handover, checklist: ['lease-signed'] }));
  expect(missing.code).toBe('checklist-incomplete');
  await supervise(town[0], caseId, handover);
  // The lease that was signed takes the place of the floor that was set aside.
  expect((await readUnit(county.tables, unit))?.unit.allotments).toEqual([
    { caseId, area: 120_000, from: '2027-01-01', to: '2027-12-31' },
  ]);
  const { duties } = await applicant('getOwnAward', { params: { caseId } });
  expect(duties.map(({ id, due }) => [id, due])).toEqual([
    ['start-production', '2027-03-07'],
    ['quarterly-roster', '2027-03-07'],
    ['no-sublet', '2027-12-07'],
  ]);
});

test('a roster is counted, not claimed', async () => {
  const report = (answers: Record<string, unknown>) =>
    onOwnAward(applicant, caseId, { type: 'submit-report', obligation: 'quarterly-roster' }, answers);
  const [worker] = workerRows(100, 1, 1, '2026-12-01');
  const twice = await problemOf(report({ idleMonths: 0, roster: [worker, worker] }));
  expect(twice.errors?.[0]?.path).toMatch(/^\/roster\/1/);
  await report({ idleMonths: 0, roster: workerRows(100, 30, 12, '2026-12-01') });
  const { reports } = await town[0]('getAward', { params: { caseId } });
  expect(reports[0]?.kept).toBe('yes');
  // Names to work with, identifiers masked.
  expect(JSON.stringify(reports)).not.toContain(worker?.residentId);
});

test('the register of employees is the latest roster, with what the town knows of each', async () => {
  const register = () => town[0]('listEmployees', { query: { town: '610926108' } });
  const before = await register();
  expect(before).toMatchObject({ jobs: 30, poorJobs: 12 });
  const [someone] = before.items;
  expect(someone).toMatchObject({ version: 0, asOf: '2026-12-07', poorHousehold: true });
  expect(someone?.residentId).toMatch(/\*{8}/);

  const params = { town: '610926108', person: someone?.person ?? '' };
  const note = { household: 'registered-poor', cause: '缺技术', measures: '安排师傅带教' } as const;
  const body = { commandId: randomUUID(), version: 0, note };
  await town[0]('noteEmployee', { params, body });
  expect(await town[0]('noteEmployee', { params, body })).toEqual({ version: 1, note });
  const late = { commandId: randomUUID(), version: 0, note: { ...note, cause: '因病' } };
  expect(await codeOf(town[1]('noteEmployee', { params, body: late }))).toBe('stale-version');
  expect((await register()).items.find(({ person: key }) => key === params.person)?.note).toEqual(note);

  const elsewhere = county.as(person('chengguan-reviewer-1'));
  expect(await codeOf(elsewhere('listEmployees', { query: { town: '610926108' } }))).toBe(
    'outside-your-town',
  );
  expect(await codeOf(elsewhere('noteEmployee', { params, body }))).toBe('outside-your-town');
  const nobody = { params: { ...params, person: 'A'.repeat(22) }, body };
  expect(await codeOf(town[0]('noteEmployee', nobody))).toBe('not-found');
});

test('a breach that is mended in time leaves the lease as it is', async () => {
  await supervise(town[0], caseId, {
    type: 'record-breach',
    obligation: 'no-sublet',
    facts: '一间转借他人堆货。',
  });
  expect((await town[0]('listAwards')).items).toMatchObject([{ step: 'mending' }]);
  await supervise(town[0], caseId, { type: 'confirm-mended', findings: '已清退。' });
});

test('a breach that is not mended ends the lease: the floor is free from the next day on', async () => {
  await itIs('2027-06-10T02:00:00.000Z');
  await supervise(town[0], caseId, { type: 'record-breach', obligation: 'no-sublet', facts: '整层转租。' });
  await itIs('2027-08-02T02:00:00.000Z');
  const bureau = county.as(person('poverty-relief-supervisor'));
  const { breach, amount } = await bureau('getAward', { params: { caseId } });
  // Found on 10 June: the sixth month of twelve is used up, the rent of the other six is due.
  expect(breach?.recoverable).toBe(Math.floor(amount / 2));
  await supervise(bureau, caseId, {
    type: 'open-recovery',
    amount: breach?.recoverable ?? 0,
    terminate: true,
    reason: '逾期未清退。',
  });
  expect((await readUnit(county.tables, unit))?.unit.allotments).toEqual([
    { caseId, area: 120_000, from: '2027-01-01', to: '2027-08-02' },
  ]);
  const mine = await applicant('getOwnAward', { params: { caseId } });
  expect(mine).toMatchObject({ award: 'in-recovery', duties: [] });
});

test('the year’s outcome: jobs by the roster, rent month by month until the lease ended', async () => {
  const outcomes = (year: string) => town[0]('listOutcomes', { query: { year } });
  const { amount } = await town[0]('getAward', { params: { caseId } });
  const [in2027] = (await outcomes('2027')).items;
  // January to August, eight months of twelve; nothing has come back yet.
  const rentWaived = Math.floor((amount * 8) / 12);
  expect(in2027).toMatchObject({ jobs: 30, poorJobs: 12, rentMonths: 8, rentWaived, paid: 0, recovered: 0 });
  expect(in2027?.costPerJob).toBe(Math.round(rentWaived / 30));
  expect((await outcomes('2026')).items).toMatchObject([{ jobs: 30, rentMonths: 0 }]);
  expect((await outcomes('2025')).items).toEqual([]);
});
