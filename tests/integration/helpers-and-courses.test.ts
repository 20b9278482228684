import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readChain } from '../../functions/persistence/journal.ts';
import { gloveMakerGrant, gloveMakerRainDew } from '../../infra/local/demo/glove-maker.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type Caller, furnish, type InProcess, person, startInProcess } from '../support/in-process.ts';
import { codeOf } from '../support/refusal.ts';

let county: InProcess;
let as: (id: string) => Caller;
let caseId: string;
const town = '610926100';
beforeAll(async () => {
  county = await startInProcess();
  await furnish(county);
  as = (id) => county.as(person(id));
  caseId = await fillIn(as('applicant-gloves'), 'startup-grant', gloveMakerGrant());
  await submit(as('applicant-gloves'), caseId);
});
afterAll(() => county.stop());

test('a helper is assigned by the head of the town’s office and seen by both sides', async () => {
  const params = { caseId };
  const body = { commandId: randomUUID(), version: 0, officer: 'chengguan-reviewer-1' };
  const assign = (id: string, change: Partial<typeof body> = {}) =>
    as(id)('assignHelper', { params, body: { ...body, ...change } });
  expect(await codeOf(assign('guangfo-supervisor'))).toBe('case-not-found');
  expect(await codeOf(assign('chengguan-supervisor', { officer: 'guangfo-reviewer-1' }))).toBe(
    'officer-not-eligible',
  );
  const helper = await assign('chengguan-supervisor');
  expect(helper).toMatchObject({ officer: { name: '赵建国' }, since: '2026-11-23', version: 1 });
  expect(await assign('chengguan-supervisor')).toEqual(helper);
  expect(await codeOf(assign('chengguan-supervisor', { commandId: randomUUID() }))).toBe('stale-version');

  expect(await as('applicant-gloves')('getOwnHelper', { params })).toEqual({
    helper: { name: '赵建国', office: `town-${town}`, since: '2026-11-23' },
    visits: [],
  });
  expect(await codeOf(as('applicant-toys')('getOwnHelper', { params }))).toBe('case-not-found');
  expect((await as('guangfo-reviewer-1')('listHelpers')).items).toEqual([]);
});

test('the helper sees the cases of the enterprise and keeps a log of visits', async () => {
  const [helper] = (await as('chengguan-reviewer-1')('listHelpers')).items;
  const params = { town, enterprise: helper?.enterprise ?? '' };
  const visit = {
    commandId: randomUUID(),
    version: 1,
    visitedOn: '2026-11-20',
    notes: '了解用工和订单情况。',
  };
  const record = (id: string, body = visit) => as(id)('recordFactoryVisit', { params, body });
  expect(await codeOf(record('chengguan-reviewer-2'))).toBe('not-permitted');
  expect(await codeOf(record('chengguan-reviewer-1', { ...visit, visitedOn: '2026-11-24' }))).toBe(
    'invalid-input',
  );
  expect(await record('chengguan-reviewer-1')).toMatchObject({ version: 2 });
  expect(await record('chengguan-reviewer-1')).toMatchObject({ version: 2 });

  const helped = await as('chengguan-reviewer-1')('getHelped', { params });
  expect(helped.cases.map((row) => row.caseId)).toEqual([caseId]);
  expect(helped.visits).toMatchObject([{ visitedOn: '2026-11-20', notes: '了解用工和订单情况。' }]);
  const mine = await as('applicant-gloves')('getOwnHelper', { params: { caseId } });
  expect(mine.visits).toEqual([{ visitedOn: '2026-11-20' }]);
  const chain = await readChain(county.tables, `helper:${town}:${params.enterprise}`);
  expect(chain.map(({ type }) => type)).toEqual(['helper-assigned', 'factory-visited']);
});

test('residents say which courses they want; only numbers are kept, and not without limit', async () => {
  const anyone = county.as();
  const wish = (occupation: string) =>
    anyone('wishForCourse', { body: { commandId: randomUUID(), town, occupation } });
  expect(await codeOf(wish('astronaut'))).toBe('invalid-input');
  await wish('tea-processor');
  await wish('knitter');
  expect(await wish('tea-processor')).toEqual({ occupation: 'tea-processor', wishes: 2 });
  await wish('knitter');
  await wish('tea-processor');
  expect(await codeOf(wish('tea-processor'))).toBe('too-many-requests');
  const { wishes, occupations } = await anyone('courseMenu', { query: { town } });
  expect(wishes).toEqual([
    { occupation: 'tea-processor', wishes: 3 },
    { occupation: 'knitter', wishes: 2 },
  ]);
  expect(occupations.map(({ value }) => value)).toContain('tea-processor');
});

test('a town plans a course for everyone to see', async () => {
  const commandId = randomUUID();
  const plan = {
    commandId,
    town,
    occupation: 'tea-processor',
    startsOn: '2027-01-11',
    places: 40,
    organiser: '平利县职业技术学校',
  };
  const announce = (id: string, change: Partial<typeof plan> = {}) =>
    as(id)('planCourse', { body: { ...plan, ...change } });
  expect(await codeOf(announce('guangfo-reviewer-1'))).toBe('outside-your-town');
  expect(await codeOf(announce('chengguan-reviewer-1', { startsOn: '2026-11-22' }))).toBe('invalid-input');
  const planned = await announce('chengguan-reviewer-1');
  expect(await announce('chengguan-reviewer-1')).toEqual(planned);
  expect(await county.as()('courseMenu', { query: { town } })).toMatchObject({ plans: [planned], held: [] });
});

test('whoever held a course applies from it: nothing is typed again, and the town sees what came of it', async () => {
  const { plans } = await county.as()('courseMenu', { query: { town } });
  const [plan] = plans;
  const course = { town, plan: plan?.id ?? '' };
  county.clock.now = '2027-03-29T02:00:00.000Z';
  expect(await county.as()('courseMenu', { query: { town } })).toMatchObject({
    plans: [],
    held: [plan],
    programme: 'training-subsidy',
  });

  const factory = as('applicant-electronics');
  const begun = await factory('startApplication', {
    body: { commandId: randomUUID(), programmeId: 'training-subsidy', course },
  });
  expect(begun.answers).toEqual({
    occupation: 'tea-processor',
    startsOn: '2027-01-11',
    trainingBody: '平利县职业技术学校',
  });
  const seen = (id: string) => as(id)('courseApplications', { params: course });
  // A draft is nobody's business yet.
  expect((await seen('chengguan-reviewer-1')).items).toEqual([]);
  const training = { ...gloveMakerRainDew(), occupation: 'tea-processor', town };
  const days = { startsOn: '2027-01-11', endsOn: '2027-03-10' };
  const filed = await fillIn(factory, 'training-subsidy', { ...training, ...days }, course);
  await submit(factory, filed);
  expect((await seen('chengguan-reviewer-1')).items).toMatchObject([
    { caseId: filed, programme: { id: 'training-subsidy' }, status: 'under-review' },
  ]);
  expect(await codeOf(seen('guangfo-reviewer-1'))).toBe('outside-your-town');
  county.clock.now = '2028-01-12T02:00:00.000Z';
  expect((await county.as()('courseMenu', { query: { town } })).held).toEqual([]);
});
