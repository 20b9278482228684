import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCalendarDays,
  addMonths,
  calendarDaysBetween,
  DateSchema,
  fullYearsBetween,
} from '../../shared/calendar/date.ts';
import {
  dateInShanghai,
  endOfDayInstant,
  InstantSchema,
  startOfDayInstant,
  timeInShanghai,
} from '../../shared/calendar/instant.ts';

const anyDate = fc.integer({ min: -40_000, max: 40_000 }).map((days) => addCalendarDays('1990-01-01', days));

describe('a date', () => {
  it.each(['2026-02-28', '2024-02-29', '1880-01-01'])('accepts %s', (date) => {
    expect(DateSchema.parse(date)).toBe(date);
  });

  it.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-5', '2026/01/05', '', '20260105'])(
    'refuses %j',
    (date) => {
      expect(DateSchema.safeParse(date).success).toBe(false);
    },
  );

  it('counts the days it added', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(calendarDaysBetween(date, addCalendarDays(date, days))).toBe(days);
      }),
    );
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-23', 36, '2029-11-23'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it.each([
    ['2000-11-23', '2026-11-22', 25],
    ['2000-11-23', '2026-11-23', 26],
    ['2000-02-29', '2026-02-28', 25],
    ['2000-02-29', '2026-03-01', 26],
    ['2027-01-01', '2026-12-31', -1],
  ])('who was born on %s is on %s %i years old', (birth, on, age) => {
    expect(fullYearsBetween(birth, on)).toBe(age);
  });

  it('is never guessed from other text', () => {
    expect(() => addCalendarDays('tomorrow', 1)).toThrow('not a date');
    expect(() => addMonths('2026-1-5', 1)).toThrow('not a date');
  });
});

describe('an instant', () => {
  it.each([
    ['2026-11-22T15:59:59.999Z', '2026-11-22', '23:59'],
    ['2026-11-22T16:00:00.000Z', '2026-11-23', '00:00'],
    ['2026-12-31T18:30:00.000Z', '2027-01-01', '02:30'],
  ])('%s is on %s at %s in Shanghai', (instant, date, time) => {
    expect(dateInShanghai(instant)).toBe(date);
    expect(timeInShanghai(instant)).toBe(time);
  });

  it('begins and ends each Shanghai day', () => {
    expect(startOfDayInstant('2026-11-23')).toBe('2026-11-22T16:00:00.000Z');
    expect(endOfDayInstant('2026-11-23')).toBe('2026-11-23T15:59:59.999Z');
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(dateInShanghai(startOfDayInstant(date))).toBe(date);
        expect(dateInShanghai(endOfDayInstant(date))).toBe(date);
      }),
    );
  });

  it.each([
    '2026-11-23T01:02:03Z',
    '2026-11-23T01:02:03.004+08:00',
    '2026-11-23',
    '2026-02-30T00:00:00.000Z',
  ])('is not %s', (bad) => {
    expect(InstantSchema.safeParse(bad).success).toBe(false);
  });
});
