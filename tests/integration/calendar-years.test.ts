import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runClock } from '../../functions/clock/run-clock.ts';
import { readChain } from '../../functions/persistence/journal.ts';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import { ApiProblem } from '../../shared/api/client.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type Caller, furnish, type InProcess, person, startInProcess } from '../support/in-process.ts';
import { codeOf } from '../support/refusal.ts';
import { notice2027 } from '../support/simulated-year/holidays.ts';

let county: InProcess;
let policy: Caller;
beforeAll(async () => {
  county = await startInProcess();
  await furnish(county);
  policy = county.as(person('policy-officer'));
});
afterAll(() => county.stop());

const publish = (changes: Partial<typeof notice2027> = {}) =>
  policy('publishCalendarYear', { body: { commandId: randomUUID(), ...notice2027, ...changes } });
const options = { channels: { mail: false, sms: false, bus: false }, log: () => undefined };

test('a year is not published with days that cannot be', async () => {
  const refused = await publish({
    holidays: [...notice2027.holidays, '2027-01-01', '2028-05-01'],
    makeUpWorkdays: ['2027-02-12'],
  }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ApiProblem);
  const { errors = [] } = (refused as ApiProblem).problem;
  const last = notice2027.holidays.length;
  expect(errors.map(({ path, code }) => [path, code])).toEqual([
    [`/holidays/${last}`, 'day-twice'],
    [`/holidays/${last + 1}`, 'outside-year'],
    ['/makeUpWorkdays/0', 'not-a-weekend'],
  ]);
  expect(await codeOf(publish({ holidays: ['2027-01-01'] }))).toBe('invalid-input');
  const { errors: seen } = await policy('previewCalendarYear', {
    body: { ...notice2027, holidays: ['2027-01-01'] },
  });
  expect(seen.map(({ path, code }) => [path, code])).toEqual([['/holidays', 'too-few']]);
});

test('a promise over a year that is not published says so; published, it moves from the next day on', async () => {
  // Monday 28 December: five working days, of which New Year is all that can be known.
  county.clock.now = '2026-12-28T02:00:00.000Z';
  const applicant = county.as(person('applicant-electronics'));
  const caseId = await fillIn(applicant, 'startup-grant', gloveMakerGrant());
  await submit(applicant, caseId);
  const promise = async () => (await applicant('getApplication', { params: { caseId } })).promise;
  expect(await promise()).toMatchObject({ due: '2027-01-05', extrapolated: true });

  const preview = await policy('previewCalendarYear', { body: notice2027 });
  expect(preview).toEqual({
    errors: [],
    open: 1,
    moving: 1,
    moves: [
      {
        caseId,
        programme: { zh: '就业创业补助', en: 'Startup grant' },
        stage: { zh: '镇受理', en: 'Acceptance by the town' },
        status: 'under-review',
        from: '2027-01-05',
        to: '2027-01-07',
      },
    ],
  });
  // A preview writes nothing.
  expect(await readChain(county.tables, 'calendar:2027')).toEqual([]);

  const kept = await publish();
  expect(kept.inForceFrom).toBe('2026-12-28T16:00:00.000Z');
  expect(await codeOf(publish())).toBe('calendar-year-exists');
  expect(await promise()).toMatchObject({ due: '2027-01-05', extrapolated: true });

  county.clock.now = '2026-12-29T02:00:00.000Z';
  await runClock(county.system, { ...options, removeObject: county.objects.remove });
  expect(await promise()).toMatchObject({ due: '2027-01-07', extrapolated: false });
  const chain = await readChain(county.tables, caseId);
  expect(chain.at(-1)).toMatchObject({
    type: 'due-date-moved',
    at: '2026-12-28T16:00:00.000Z',
    data: { due: '2027-01-07' },
  });
  const published = await readChain(county.tables, 'calendar:2027');
  expect(published.map(({ type, actor }) => [type, actor.id])).toEqual([
    ['calendar-year-published', 'policy-officer'],
  ]);
});

test('everybody sees which years are known, and who published them', async () => {
  const { items } = await county.as(person('chengguan-reviewer-1'))('listCalendarYears');
  expect(items[0]).toMatchObject({ year: 2027, publishedBy: 'policy-officer' });
  expect(items.map(({ year }) => year)).toEqual(items.map(({ year }) => year).toSorted((a, b) => b - a));
  expect(items.find(({ year }) => year === 2026)).toMatchObject({ source: 'chinese-days' });
});
