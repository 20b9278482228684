import { expect, test } from 'vitest';
import { workingCalendar } from '../../shared/calendar/working-calendar.ts';
import { decide } from '../../shared/workflow/decide.ts';
import { clock, nextTimedAct } from '../../shared/workflow/timed-acts.ts';
import { type CaseDesk, calendar, cases, people } from '../support/case-desk.ts';
import { situations } from '../support/situations.ts';

const timedOf = (desk: CaseDesk) => nextTimedAct(desk.case, desk);
const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();

test.each<[string, () => CaseDesk, string | undefined, string | undefined]>([
  ['half of the town’s five days', () => cases.atAcceptance(), 'escalate', '2026-03-05'],
  ['correction lapses', () => cases.returned(), 'lapse', '2026-03-24'],
  ['half of the bureau’s ten days', () => cases.atBureau(), 'escalate', '2026-03-09'],
  ['a notice closes', () => cases.inNotice(), 'close-notice', '2026-03-10'],
  ['a notice with an open objection waits', situations['in notice, objection open'], undefined, undefined],
  ['a refusal waits for nobody', () => cases.rejected(), undefined, undefined],
  ['payment is late', () => cases.approved(), 'escalate', '2026-04-01'],
  ['a report is late', situations['paid, under supervision'], 'mark-report-overdue', '2026-06-09'],
  ['mending runs out', situations['breach being mended'], 'mark-mend-over', undefined],
  ['nothing more is owed', situations['paid, nothing to supervise'], 'close-award', undefined],
  ['it is over', situations.withdrawn, undefined, undefined],
])('%s', (_, desk, command, day) => {
  const timed = timedOf(desk());
  expect(timed?.command.type).toBe(command);
  if (day !== undefined) {
    expect(timed?.at).toBe(new Date(Date.parse(`${day}T00:00:00.000+08:00`)).toISOString());
  }
});

test('at its instant the core agrees, and a millisecond earlier it is too early', () => {
  for (const [situation, start] of Object.entries(situations)) {
    const desk = start();
    if (desk.state.status === 'draft') continue;
    const timed = timedOf(desk);
    if (timed === undefined) continue;
    const at = (now: string) =>
      decide(timed.command, desk.case, { ...desk.context(clock, timed.command), now });
    expect(at(timed.at).ok, `${situation}: ${timed.command.type}`).toBe(true);
    if (timed.at > desk.now) {
      expect(at(justBefore(timed.at)), situation).toMatchObject({ refusal: { code: 'too-early' } });
    }
  }
});

test('what an act of today makes overdue is due at once, and not before', () => {
  // Expedited on Thursday 12 March, with eight of ten days used: half of what is promised now has passed.
  const desk = cases
    .atBureau()
    .do(people.bureauA, { type: 'claim' })
    .do(people.bureauA, { type: 'request-expedite', reason: '企业急需资金' })
    .at('2026-03-12T02:00:00.000Z')
    .do(people.bureauHead, { type: 'consent-expedite', agreed: true, reason: '属实' });
  expect(timedOf(desk)).toEqual({ command: { type: 'escalate' }, at: '2026-03-12T02:00:00.000Z' });
});

test('holidays that were guessed too few move a date to a later day, and never to an earlier one', () => {
  const withHolidays = (...holidays: string[]) =>
    workingCalendar({ extraYears: [{ year: 2026, source: 'test', holidays, makeUpWorkdays: [] }] });
  const desk = cases.atBureau();
  expect(desk.case).toMatchObject({ due: '2026-03-16' });
  desk.calendar = withHolidays('2026-03-10', '2026-03-11');
  desk.do(clock, { type: 'move-due-date' });
  expect(desk.case).toMatchObject({ due: '2026-03-18', clock: { promisedDays: 10 } });
  desk.calendar = calendar;
  expect(desk.try(clock, { type: 'move-due-date' })).toBe('action-not-allowed');
});

test.each<[string, () => CaseDesk, string]>([
  ['a correction', () => cases.returned(), '2026-03-24'],
  ['a notice', () => cases.inNotice(), '2026-03-10'],
  ['the days to ask for internal review', () => cases.rejected(), '2026-03-17'],
])('%s moves with the holidays too', (_, start, due) => {
  const desk = start();
  desk.calendar = workingCalendar({
    extraYears: [{ year: 2026, source: 'test', holidays: ['2026-03-06'], makeUpWorkdays: [] }],
  });
  desk.do(clock, { type: 'move-due-date' });
  expect(desk.case).toMatchObject({ due });
});
