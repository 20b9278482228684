import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settleCase } from '../../functions/cases/settle-case.ts';
import { readHead } from '../../functions/persistence/head.ts';
import { readChain } from '../../functions/persistence/journal.ts';
import { ApiProblem } from '../../shared/api/client.ts';
import { grantAnswers, intoNotice } from '../support/in-notice.ts';
import { type Caller, type InProcess, person, startCounty } from '../support/in-process.ts';
import { codeOf, problemOf } from '../support/refusal.ts';
import { act } from '../support/reviewing.ts';
import { plainText } from '../support/table-dump.ts';

let county: InProcess;
let anyone: Caller;
let office: Caller;
const morning = '2026-11-23T02:00:00.000Z';
/** Five working days after the Monday on which it was approved; Sunday and Saturday do not count. */
const closesOn = '2026-11-30';
const grounds = '该企业的厂房已经停产三个月，与公示内容不符。';
const object = (caseId: string, commandId: string = randomUUID(), more = {}) =>
  anyone('fileObjection', { params: { caseId }, body: { commandId, grounds, ...more } });

beforeAll(async () => {
  county = await startCounty();
  anyone = county.as();
  office = county.as(person('county-reviewer-1'));
});
afterAll(() => county.stop());

test('an approval is on the public list, masked, until the end of its last day', async () => {
  const caseId = await intoNotice(county, grantAnswers(1));
  const { items } = await anyone('listNotices');
  expect(items).toMatchObject([
    { caseId, town: '610926100', amount: 10_000_000, benefit: 'money', opensOn: '2026-11-23', closesOn },
  ]);
  expect((await anyone('listNotices', { query: { town: '610926106' } })).items).toEqual([]);
  expect((await anyone('listNotices', { query: { programme: 'startup-grant' } })).items).toHaveLength(1);

  const notice = await anyone('getNotice', { params: { caseId } });
  expect(notice.office).toBe('county-office');
  expect(Object.keys(notice.answers).toSorted()).toEqual(['enterpriseName', 'industry', 'town']);
  const shown = JSON.stringify(notice);
  for (const personal of ['陈桂兰', '1990', '9000', '610999']) expect(shown).not.toContain(personal);

  county.clock.now = '2026-11-30T15:59:59.999Z';
  expect((await anyone('listNotices')).items).toHaveLength(1);
  county.clock.now = '2026-11-30T16:00:00.000Z';
  expect((await anyone('listNotices')).items).toEqual([]);
  expect(await codeOf(anyone('getNotice', { params: { caseId } }))).toBe('notice-not-found');
  expect((await settleCase(county.system, caseId))?.state.status).toBe('approved');
  county.clock.now = morning;
});

test('whoever objects gets a receipt, once, and finds the answer by it', async () => {
  const caseId = await intoNotice(county, grantAnswers(2));
  const commandId = randomUUID();
  const filed = await object(caseId, commandId, { name: '王小明', mobile: '13812345678' });
  expect(filed).toEqual({ caseId, number: 1, receipt: commandId, at: morning });
  expect(await object(caseId, commandId, { name: '王小明', mobile: '13812345678' })).toEqual(filed);
  expect((await object(caseId)).number).toBe(2);
  expect(await anyone('objectionStatus', { params: { receipt: commandId } })).toEqual({
    caseId,
    number: 1,
    at: morning,
    state: 'open',
  });
  expect(await codeOf(anyone('objectionStatus', { params: { receipt: randomUUID() } }))).toBe('not-found');

  // The journal has the digest only; words and names rest sealed.
  const event = (await readChain(county.tables, caseId)).find(({ type }) => type === 'objection-filed');
  expect(event).toMatchObject({ actor: { id: 'public' }, data: { objection: 1 } });
  const stored = await plainText(county.tables);
  for (const word of ['停产三个月', '王小明', '13812345678']) expect(stored).not.toContain(word);

  // The office finds what it has to answer; others have nothing to answer.
  const waiting = (await office('openObjections')).items.find((item) => item.caseId === caseId);
  expect(waiting).toMatchObject({ open: 2, since: morning, due: closesOn, status: 'in-notice' });
  expect((await county.as(person('chengguan-reviewer-1'))('openObjections')).items).toEqual([]);
  // The applicant sees that somebody objected, and not what was written.
  const own = await county.as(person('applicant-gloves'))('getApplication', { params: { caseId } });
  expect(own.history.filter(({ type }) => type === 'objection-filed').map(({ data }) => data)).toEqual([
    { objection: 1 },
    { objection: 2 },
  ]);

  const { items } = await office('caseObjections', { params: { caseId } });
  expect(items[0]).toEqual({
    number: 1,
    at: morning,
    grounds,
    name: '王小明',
    mobile: '13812345678',
    state: 'open',
  });
  // Others who may see the case read the words, not who wrote them; and every reading is recorded.
  const town = await county.as(person('chengguan-reviewer-1'))('caseObjections', { params: { caseId } });
  expect([town.items[0]?.grounds, town.items[0]?.name]).toEqual([grounds, undefined]);
  const reads = await readChain(county.tables, `access:${caseId}`);
  expect(reads.map(({ actor, data }) => [actor.id, data.view])).toEqual([
    ['county-reviewer-1', 'objections'],
    ['chengguan-reviewer-1', 'objections'],
  ]);
  const elsewhere = county.as(person('guangfo-reviewer-1'));
  expect(await codeOf(elsewhere('caseObjections', { params: { caseId } }))).toBe('case-not-found');

  await act(office, caseId, {
    type: 'answer-objection',
    objection: 1,
    upheld: false,
    findings: '经现场核查，工厂正常生产，异议不成立。',
  });
  expect(await anyone('objectionStatus', { params: { receipt: commandId } })).toMatchObject({
    state: 'dismissed',
    findings: '经现场核查，工厂正常生产，异议不成立。',
  });
});

test('an objection in the last millisecond counts; the notice waits for the answer and then closes by itself', async () => {
  const caseId = await intoNotice(county, grantAnswers(3));
  county.clock.now = '2026-11-30T15:59:59.999Z';
  expect((await object(caseId)).number).toBe(1);
  county.clock.now = '2026-11-30T16:00:00.000Z';
  expect(await problemOf(object(caseId))).toMatchObject({ code: 'too-late', params: { deadline: closesOn } });
  expect((await settleCase(county.system, caseId))?.state.status).toBe('in-notice');

  county.clock.now = '2026-12-02T02:00:00.000Z';
  const findings = '经核查，异议不成立。';
  await act(office, caseId, { type: 'answer-objection', objection: 1, upheld: false, findings });
  const head = await settleCase(county.system, caseId);
  expect(head?.state).toMatchObject({ status: 'approved', award: 'to-be-delivered' });
  expect(await problemOf(object(caseId))).toMatchObject({ code: 'too-late' });
  county.clock.now = morning;
});

test('an upheld objection revokes the approval and takes it off the list', async () => {
  const caseId = await intoNotice(county, grantAnswers(4));
  const { receipt } = await object(caseId);
  await act(office, caseId, { type: 'answer-objection', objection: 1, upheld: true, findings: '情况属实。' });
  expect((await readHead(county.tables, caseId))?.state.status).toBe('rejected');
  expect((await anyone('listNotices')).items.map((item) => item.caseId)).not.toContain(caseId);
  expect(await anyone('objectionStatus', { params: { receipt } })).toMatchObject({ state: 'upheld' });
});

test('what was never in notice cannot be objected to, and nothing is told of it', async () => {
  expect(await codeOf(object('PL-00000-00000'))).toBe('notice-not-found');
  const short = anyone('fileObjection', {
    params: { caseId: 'PL-00000-00000' },
    body: { commandId: randomUUID(), grounds: '太短' },
  });
  expect((await problemOf(short)).errors?.[0]?.path).toBe('/grounds');
});

test('somebody who floods is slowed down, and does not slow down others', async () => {
  const caseId = await intoNotice(county, grantAnswers(5));
  county.clock.now = '2026-11-24T02:00:00.000Z';
  const from = (address: string) =>
    county.raw()(`/api/notices/${caseId}/objections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify({ commandId: randomUUID(), grounds }),
    });
  const statuses: number[] = [];
  for (let count = 0; count < 7; count += 1) statuses.push((await from('198.51.100.7')).status);
  expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429]);
  expect((await from('198.51.100.8')).status).toBe(201);
  county.clock.now = '2026-11-24T03:00:00.000Z';
  expect((await from('198.51.100.7')).status).toBe(201);
  expect(await plainText(county.tables)).not.toContain('198.51.100');
  county.clock.now = morning;
});

test('the same objection sent twice at once is filed once', async () => {
  const caseId = await intoNotice(county, grantAnswers(6));
  county.clock.now = '2026-11-25T02:00:00.000Z';
  const commandId = randomUUID();
  const answers = await Promise.all([object(caseId, commandId), object(caseId, commandId)]);
  expect(answers.map(({ number }) => number)).toEqual([1, 1]);
  expect((await office('caseObjections', { params: { caseId } })).items).toHaveLength(1);
  county.clock.now = morning;
});

test('a refusal reaches the public as a problem document', async () => {
  await expect(object('PL-00000-00000')).rejects.toBeInstanceOf(ApiProblem);
});
