import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { settleCase } from '../../functions/cases/settle-case.ts';
import { fileObjection } from '../../functions/notices/file-objection.ts';
import { readHead } from '../../functions/persistence/head.ts';
import { readChain } from '../../functions/persistence/journal.ts';
import { readNotice } from '../../functions/persistence/notice.ts';
import { type InProcess, person } from '../support/in-process.ts';
import {
  act,
  answerOf,
  answersOf,
  approve,
  atItsDecision,
  done,
  startRaceCounty,
} from '../support/race-county.ts';

vi.setConfig({ testTimeout: 300_000 });
const rounds = 100;
const lastMillisecond = '2026-11-30T15:59:59.999Z';
const midnight = '2026-11-30T16:00:00.000Z';
const deadline = '2026-11-30';

let county: InProcess;
beforeAll(async () => {
  county = await startRaceCounty(90_000_000_000);
});
afterAll(() => county.stop());

let numbers = 0;
async function inNotice(): Promise<string> {
  numbers += 1;
  const caseId = await atItsDecision(county, 'race-notice', answersOf(numbers, { wanted: 1000 }));
  done(await approve(county.system, caseId, 1000));
  return caseId;
}
/** The county as a function sees it whose clock says this. */
const at = (now: string) => ({ ...county.system, now: () => now });
const object = (now: string, caseId: string) =>
  fileObjection(at(now), caseId, {
    commandId: randomUUID(),
    words: { grounds: '公示内容与实际不符，请核实。' },
    // Everybody at this machine comes from an address of their own.
    source: { near: randomUUID(), far: randomUUID() },
  });

test('an objection in the last millisecond while the clock closes the notice: one of both, never both', async () => {
  const seen = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const caseId = await inNotice();
    const [objection] = await Promise.all([
      object(lastMillisecond, caseId),
      settleCase(at(midnight), caseId),
    ]);
    const { state } = (await settleCase(at(midnight), caseId))!;
    seen.add(`${answerOf(objection)} ${state.status}`);
    if (objection.ok) {
      expect(state).toMatchObject({ status: 'in-notice', objections: { filed: 1, open: [1] } });
    } else {
      expect(objection.refusal).toMatchObject({ code: 'too-late', params: { deadline } });
      expect(state).toMatchObject({ status: 'approved' });
      expect(await readNotice(county.tables, caseId)).toBeUndefined();
    }
  }
  for (const pair of seen) expect(['done in-notice', 'too-late approved']).toContain(pair);
});

test('whoever comes in the first millisecond of the next day is too late, however late the clock is', async () => {
  const caseId = await inNotice();
  const outcome = await object(midnight, caseId);
  expect(outcome).toMatchObject({ refusal: { code: 'too-late', params: { deadline } } });
  expect((await readHead(county.tables, caseId))?.state.status).toBe('approved');
});

test('many object at once: every objection has its number, and none is lost', async () => {
  const caseId = await inNotice();
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => object(lastMillisecond, caseId)));
  const numbered = outcomes.map((outcome) => done(outcome).number);
  expect(numbered.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const filed = (await readChain(county.tables, caseId)).filter(({ type }) => type === 'objection-filed');
  expect(filed).toHaveLength(12);
});

test('an objection while another is answered: the notice closes with no objection unanswered', async () => {
  const office = person('county-reviewer-1');
  for (let round = 0; round < 40; round += 1) {
    const caseId = await inNotice();
    done(await object(lastMillisecond, caseId));
    const { version } = (await readHead(county.tables, caseId))!.state;
    const [answer, second] = await Promise.all([
      act(at(lastMillisecond), office, caseId, version, {
        type: 'answer-objection',
        objection: 1,
        upheld: false,
        findings: '经核查，异议不成立。',
      }),
      object(lastMillisecond, caseId),
    ]);
    // The office looks again where somebody objected in between; the public need not.
    expect(['done', 'stale-version']).toContain(answerOf(answer));
    expect(answerOf(second)).toBe('done');
    const { state } = (await settleCase(at(midnight), caseId))!;
    expect(state.status).toBe('in-notice');
  }
});
