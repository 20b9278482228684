import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type Caller, type InProcess, person, startCounty } from '../support/in-process.ts';
import { act } from '../support/reviewing.ts';

let county: InProcess;
let applicant: Caller;
beforeAll(async () => {
  county = await startCounty();
  applicant = county.as(person('applicant-gloves'));
});
afterAll(() => county.stop());

const start = () =>
  applicant('startApplication', { body: { commandId: randomUUID(), programmeId: 'startup-grant' } });

async function allPages(): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await applicant('listApplications', { query: { ...(cursor && { cursor }) } });
    pages.push(items.map(({ caseId }) => caseId));
    cursor = next;
  } while (cursor !== undefined);
  return pages;
}

test('the applicant’s list comes newest first, page by page, each case once', async () => {
  const started: string[] = [];
  for (let n = 0; n < 23; n += 1) {
    county.clock.now = new Date(Date.parse('2026-11-20T02:00:00.000Z') + n * 60_000).toISOString();
    started.push((await start()).caseId);
  }
  const pages = await allPages();
  expect(pages.map((page) => page.length)).toEqual([20, 3]);
  expect(pages.flat()).toEqual(started.toReversed());
});

test('a discarded draft is gone for good, with its documents', async () => {
  const caseId = await fillIn(applicant, 'startup-grant', gloveMakerGrant());
  const { documents } = await applicant('getApplication', { params: { caseId } });
  const documentId = documents[0]!.id;
  const { url } = await applicant('documentLink', { params: { caseId, documentId } });
  expect((await fetch(url)).status).toBe(200);
  await applicant('discardDraft', { params: { caseId } });
  expect((await allPages()).flat()).not.toContain(caseId);
  expect((await fetch(url)).status).toBe(404);
});

test('a draft nobody touches is forgotten, although the store sweeps late', async () => {
  county.clock.now = '2027-03-01T02:00:00.000Z';
  expect((await allPages()).flat()).toEqual([]);
});

test('the worklist of a town shows its open cases by what they need', async () => {
  county.clock.now = '2026-11-23T02:00:00.000Z';
  const [clerk, head] = [
    county.as(person('chengguan-reviewer-1')),
    county.as(person('chengguan-supervisor')),
  ];
  const cases: string[] = [];
  for (const site of ['一号', '二号', '三号']) {
    const caseId = await fillIn(applicant, 'startup-grant', { ...gloveMakerGrant(), site });
    await submit(applicant, caseId);
    cases.push(caseId);
    county.clock.now = new Date(Date.parse(county.clock.now) + 3_600_000).toISOString();
  }
  await act(clerk, cases[0]!, { type: 'claim' });
  await act(clerk, cases[1]!, { type: 'claim' });
  await act(clerk, cases[1]!, {
    type: 'return-for-correction',
    items: [{ path: '/actualInvestment', reason: '请核对。' }],
  });
  const shown = async (call: Caller, show: 'all' | 'mine' | 'unclaimed' | 'returned' | 'late') =>
    (await call('worklist', { query: { show } })).items.map(({ caseId }) => caseId);
  expect((await shown(clerk, 'all')).toSorted()).toEqual(cases.toSorted());
  expect((await shown(clerk, 'mine')).toSorted()).toEqual([cases[0], cases[1]].toSorted());
  expect(await shown(clerk, 'unclaimed')).toEqual([cases[2]]);
  expect(await shown(clerk, 'returned')).toEqual([cases[1]]);
  expect(await shown(head, 'mine')).toEqual([]);
  expect((await clerk('worklist')).counts).toEqual({ all: 3, mine: 2, unclaimed: 1, returned: 1, late: 0 });
  expect((await clerk('worklist', { query: { programme: 'training-subsidy' } })).items).toEqual([]);
  expect((await county.as(person('guangfo-reviewer-1'))('worklist')).items).toEqual([]);
});

test('a policy officer sees how many cases stand where, and how many are late, but not whose', async () => {
  const count = async () => (await county.as(person('policy-officer'))('countOpenCases')).items;
  const here = { town: '610926100', programme: 'startup-grant' };
  expect(new Set(await count())).toEqual(
    new Set([
      { ...here, phase: 'acceptance', count: 2, late: 0 },
      { ...here, phase: 'correction', count: 1, late: 0 },
    ]),
  );
  county.clock.now = '2026-12-14T02:00:00.000Z';
  expect(new Set(await count())).toEqual(
    new Set([
      { ...here, phase: 'acceptance', count: 2, late: 2 },
      { ...here, phase: 'correction', count: 1, late: 0 },
    ]),
  );
});

test('colleagues are the others of one’s office', async () => {
  const { items } = await county.as(person('chengguan-reviewer-1'))('listColleagues');
  expect(items.map(({ id }) => id).toSorted()).toEqual(['chengguan-reviewer-2', 'chengguan-supervisor']);
});
