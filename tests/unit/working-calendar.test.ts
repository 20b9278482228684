import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCalendarDays } from '../../shared/calendar/date.ts';
import { PublishedYearSchema } from '../../shared/calendar/published-years.ts';
import { workingCalendar } from '../../shared/calendar/working-calendar.ts';

const calendar = workingCalendar();
const anyDate = fc.integer({ min: 0, max: 5 * 365 }).map((days) => addCalendarDays('2024-01-01', days));
const workingDate = anyDate.filter((date) => calendar.isWorkingDay(date));

describe('a working day', () => {
  it.each([
    ['2026-11-23', true, 'an ordinary Monday'],
    ['2026-11-22', false, 'an ordinary Sunday'],
    ['2026-01-02', false, 'a bridging Friday'],
    ['2026-01-04', true, 'the make-up Sunday that pays for it'],
    ['2026-02-14', true, 'a make-up Saturday before Spring Festival'],
    ['2026-02-23', false, 'the last day of Spring Festival'],
    ['2026-09-20', true, 'a make-up Sunday before National Day'],
    ['2026-10-07', false, 'the last day of National Day'],
    ['2027-01-01', false, 'New Year of a year not published yet'],
    ['2027-02-05', false, 'the eve of Spring Festival 2027'],
    ['2027-02-09', false, 'a substitute, as the Saturday of Spring Festival fell on a weekend'],
    ['2027-02-11', true, 'after the substitutes'],
    ['2028-05-29', false, 'the substitute of a Dragon Boat Sunday'],
    ['2028-10-05', false, 'the substitute of Mid-Autumn inside National Day'],
    ['2060-10-01', false, 'a fixed holiday beyond the lunar table'],
  ])('%s: %s (%s)', (date, expected) => {
    expect(calendar.isWorkingDay(date)).toBe(expected);
  });
});

describe('adding working days', () => {
  it.each([
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-11-23', 5, '2026-11-30'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-21', 0, '2026-11-23'],
    ['2026-11-23', -1, '2026-11-20'],
    ['2026-10-08', -1, '2026-09-30'],
  ])('%s + %i = %s', (date, days, expected) => {
    expect(calendar.addWorkingDays(date, days)).toEqual({ date: expected, extrapolated: false });
  });

  it('is marked as extrapolated as soon as an unpublished year takes part', () => {
    expect(calendar.isPublished(2026)).toBe(true);
    expect(calendar.isPublished(2027)).toBe(false);
    expect(calendar.addWorkingDays('2026-12-30', 1)).toEqual({ date: '2026-12-31', extrapolated: false });
    expect(calendar.addWorkingDays('2026-12-30', 2)).toEqual({ date: '2027-01-04', extrapolated: true });
    expect(calendar.addWorkingDays('2027-01-04', -2)).toEqual({ date: '2026-12-30', extrapolated: true });
  });

  it('always arrives on a working day, and counting brings the same number back', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 120 }), (date, days) => {
        const reached = calendar.addWorkingDays(date, days).date;
        expect(calendar.isWorkingDay(reached)).toBe(true);
        expect(calendar.workingDaysBetween(date, reached)).toBe(days);
      }),
    );
  });

  it('is undone by subtracting', () => {
    fc.assert(
      fc.property(workingDate, fc.integer({ min: -60, max: 60 }), (date, days) => {
        const there = calendar.addWorkingDays(date, days).date;
        expect(calendar.addWorkingDays(there, -days).date).toBe(date);
      }),
    );
  });

  it('never arrives earlier for a later start', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(40), fc.nat(40), (date, later, days) => {
        const early = calendar.addWorkingDays(date, days).date;
        expect(calendar.addWorkingDays(addCalendarDays(date, later), days).date >= early).toBe(true);
      }),
    );
  });

  it('refuses half days', () => {
    expect(() => calendar.addWorkingDays('2026-11-23', 0.5)).toThrow('not a whole number');
  });
});

describe('counting working days', () => {
  it('leaves out the first day and counts the last', () => {
    expect(calendar.workingDaysBetween('2026-11-23', '2026-11-23')).toBe(0);
    expect(calendar.workingDaysBetween('2026-11-23', '2026-11-24')).toBe(1);
    expect(calendar.workingDaysBetween('2026-11-20', '2026-11-22')).toBe(0);
    expect(calendar.workingDaysBetween('2026-11-24', '2026-11-23')).toBe(-1);
  });

  it('adds up over any point in between', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
        expect(calendar.workingDaysBetween(a, b) + calendar.workingDaysBetween(b, c)).toBe(
          calendar.workingDaysBetween(a, c),
        );
      }),
    );
  });
});

describe('a year supplied as data', () => {
  const notice2027 = PublishedYearSchema.parse({
    year: 2027,
    source: 'a notice for the test',
    holidays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-12-31'],
    makeUpWorkdays: ['2027-01-09'],
  });
  const supplied = workingCalendar({ extraYears: [notice2027] });

  it('takes the place of the extrapolation', () => {
    expect(supplied.isPublished(2027)).toBe(true);
    expect(supplied.isWorkingDay('2027-01-09')).toBe(true);
    expect(supplied.isWorkingDay('2027-02-05')).toBe(true);
    expect(supplied.addWorkingDays('2026-12-30', 2)).toEqual({ date: '2027-01-04', extrapolated: false });
  });

  it('replaces a year that was known', () => {
    const rewritten = workingCalendar({ extraYears: [{ ...notice2027, year: 2026 }] });
    expect(rewritten.isWorkingDay('2026-10-01')).toBe(true);
  });

  it.each([
    { ...notice2027, holidays: ['2027-02-30'] },
    { ...notice2027, holidays: [] },
    { ...notice2027, year: 2027.5 },
    { ...notice2027, extra: true },
  ])('is refused when malformed (%#)', (bad) => {
    expect(PublishedYearSchema.safeParse(bad).success).toBe(false);
  });
});
