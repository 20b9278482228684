import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCalendarDays } from '../../shared/calendar/date.ts';
import {
  daysUsed,
  dueDate,
  extendPromise,
  halfwayDate,
  type PromiseClock,
  PromiseClockSchema,
  pausePromise,
  promiseStatus,
  resumePromise,
  startPromise,
} from '../../shared/calendar/promise-clock.ts';
import { workingCalendar } from '../../shared/calendar/working-calendar.ts';

const calendar = workingCalendar();
const anyDate = fc.integer({ min: 0, max: 1000 }).map((days) => addCalendarDays('2025-01-01', days));
const due = (clock: PromiseClock) => dueDate(clock, calendar)?.date;

/** Five days, received on Monday 2026-11-23: day 1 is Tuesday, the last day Monday the 30th. */
const fiveDays = startPromise(5, '2026-11-23');

function extended(clock: PromiseClock, days: number): PromiseClock {
  const outcome = extendPromise(clock, days);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

describe('the promise clock', () => {
  it('does not count the day of receipt', () => {
    expect(daysUsed(fiveDays, '2026-11-23', calendar)).toBe(0);
    expect(daysUsed(fiveDays, '2026-11-24', calendar)).toBe(1);
    expect(due(fiveDays)).toBe('2026-11-30');
  });

  it('received on a day off, begins on the next working day', () => {
    expect(due(startPromise(1, '2026-11-21'))).toBe('2026-11-23');
  });

  it.each([
    ['2026-11-23', 0, 5, 'on-time'],
    ['2026-11-25', 2, 3, 'on-time'],
    ['2026-11-26', 3, 2, 'due-soon'],
    ['2026-11-29', 4, 1, 'due-soon'],
    ['2026-11-30', 5, 0, 'due-today'],
    ['2026-12-01', 6, 0, 'late'],
  ])('on %s has used %i, has %i left and is %s', (on, used, remaining, late) => {
    expect(promiseStatus(fiveDays, on, calendar)).toEqual({
      used,
      remaining,
      late,
      promised: 5,
      paused: 0,
      running: true,
      due: '2026-11-30',
      extrapolated: false,
    });
  });

  it('stands while the applicant corrects and says for how long', () => {
    const paused = pausePromise(fiveDays, '2026-11-25');
    expect(promiseStatus(paused, '2026-12-02', calendar)).toEqual({
      used: 2,
      remaining: 3,
      late: 'on-time',
      promised: 5,
      paused: 5,
      running: false,
      extrapolated: false,
    });
    const resumed = resumePromise(paused, '2026-12-02', calendar);
    expect(promiseStatus(resumed, '2026-12-03', calendar)).toMatchObject({
      used: 3,
      paused: 5,
      due: '2026-12-07',
    });
  });

  it('tells the day on which half of it is used', () => {
    expect(halfwayDate(fiveDays, calendar)?.date).toBe('2026-11-26');
  });

  it('marks a due date that rests on an unpublished year', () => {
    expect(dueDate(startPromise(5, '2026-12-29'), calendar)).toEqual({
      date: '2027-01-06',
      extrapolated: true,
    });
  });

  it('can be extended once', () => {
    const longer = extended(fiveDays, 10);
    expect(due(longer)).toBe('2026-12-14');
    expect(promiseStatus(longer, '2026-11-30', calendar)).toMatchObject({ promised: 15, remaining: 10 });
    expect(extendPromise(longer, 10)).toEqual({ ok: false, refusal: { code: 'extension-already-used' } });
  });

  it('that was used up before a pause is due on the day it resumes, or the next working day', () => {
    const paused = pausePromise(fiveDays, '2026-11-30');
    expect(due(resumePromise(paused, '2026-12-04', calendar))).toBe('2026-12-04');
    expect(due(resumePromise(paused, '2026-12-05', calendar))).toBe('2026-12-07');
  });

  it('stays late through a pause', () => {
    const paused = pausePromise(fiveDays, '2026-12-02');
    expect(promiseStatus(paused, '2026-12-09', calendar)).toMatchObject({ used: 7, late: 'late' });
    const resumed = resumePromise(paused, '2026-12-09', calendar);
    expect(promiseStatus(resumed, '2026-12-09', calendar)).toMatchObject({ used: 7, late: 'late' });
    expect(due(resumed)).toBe('2026-12-07');
  });

  it('is neither paused nor resumed twice', () => {
    const paused = pausePromise(fiveDays, '2026-11-25');
    expect(() => pausePromise(paused, '2026-11-26')).toThrow('already stands');
    expect(() => resumePromise(fiveDays, '2026-11-26', calendar)).toThrow('already runs');
  });

  it('can be stored', () => {
    const stored = JSON.parse(JSON.stringify(pausePromise(fiveDays, '2026-11-25')));
    expect(PromiseClockSchema.parse(stored)).toEqual(pausePromise(fiveDays, '2026-11-25'));
  });
});

describe('whatever is paused and resumed', () => {
  const gaps = fc.array(fc.tuple(fc.nat(10), fc.nat(20)), { maxLength: 6 });

  /** Runs for `running` days, stands for `standing` days, and so on; gives every clock on the way. */
  function walk(start: string, promised: number, periods: readonly (readonly [number, number])[]) {
    let clock = startPromise(promised, start);
    let today = start;
    const seen = [{ clock, today }];
    for (const [running, standing] of periods) {
      today = addCalendarDays(today, running);
      clock = pausePromise(clock, today);
      seen.push({ clock, today });
      today = addCalendarDays(today, standing);
      clock = resumePromise(clock, today, calendar);
      seen.push({ clock, today });
    }
    return seen;
  }

  it('used and paused days together are all the working days since receipt', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 30 }), gaps, (start, promised, periods) => {
        for (const { clock, today } of walk(start, promised, periods)) {
          const status = promiseStatus(clock, today, calendar);
          expect(status.used + status.paused).toBe(calendar.workingDaysBetween(start, today));
        }
      }),
    );
  });

  it('pausing and resuming never change the days used, and a due date is a working day', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: 1, max: 30 }),
        gaps,
        fc.nat(30),
        (start, promised, periods, later) => {
          const last = walk(start, promised, periods).at(-1)!;
          const on = addCalendarDays(last.today, later);
          const used = daysUsed(last.clock, on, calendar);
          const paused = pausePromise(last.clock, on);
          expect(daysUsed(paused, addCalendarDays(on, 17), calendar)).toBe(used);
          const resumed = resumePromise(paused, addCalendarDays(on, 17), calendar);
          expect(daysUsed(resumed, addCalendarDays(on, 17), calendar)).toBe(used);
          expect(calendar.isWorkingDay(due(resumed)!)).toBe(true);
          expect(due(resumed)! >= due(last.clock)!).toBe(true);
        },
      ),
    );
  });

  it('is late exactly when more is used than was promised, while days are left at the last resumption', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: 1, max: 30 }),
        gaps,
        fc.nat(60),
        (start, promised, periods, later) => {
          const last = walk(start, promised, periods).at(-1)!;
          fc.pre(last.clock.usedBefore < promised);
          const on = addCalendarDays(last.today, later);
          const status = promiseStatus(last.clock, on, calendar);
          expect(status.late === 'late').toBe(on > status.due!);
          if (calendar.isWorkingDay(on)) expect(status.late === 'late').toBe(status.used > promised);
        },
      ),
    );
  });
});
