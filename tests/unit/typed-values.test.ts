import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScalarField } from '../../shared/forms/field.ts';
import { text } from '../../shared/language/text.ts';
import { dateOfSerial, readDate } from '../../web/lib/typed/read-date.ts';
import { readArea, readInteger, readMoney, readPercentage } from '../../web/lib/typed/read-number.ts';
import { readCell, readScalar, writeScalar } from '../../web/lib/typed/read-scalar.ts';

const field = (type: string, more = {}): ScalarField =>
  ({ type, id: 'it', label: text('它', 'It'), required: true, ...more }) as ScalarField;

describe('what people type into number fields', () => {
  it.each([
    ['100000', 100_000_00],
    ['1,234,567.89', 1_234_567_89],
    ['¥1200', 1_200_00],
    ['¥1200元', 1_200_00],
    ['10万', 100_000_00],
    ['1.5 万元', 15_000_00],
    ['10.123456万', 101_234_56],
    ['12.50', 12_50],
    ['12.500', 12_50],
    ['1200', 1_200_00],
  ])('reads %s as money', (typed, fen) => {
    expect(readMoney(typed)).toBe(fen);
  });

  it.each(['', '约十万', '12.345', '1e5', '--5', '12..5', '1234567890123456'])(
    'does not guess at %s',
    (typed) => {
      expect(readMoney(typed)).toBeUndefined();
    },
  );

  it('reads counts with their unit, shares with their sign and areas with their unit', () => {
    expect(readInteger('12人')).toBe(12);
    expect(readInteger('1,200')).toBe(1200);
    expect(readInteger('12.0')).toBe(12);
    expect(readInteger('12.5')).toBeUndefined();
    expect(readPercentage('87.5%')).toBe(8750);
    expect(readPercentage('100')).toBe(10_000);
    expect(readArea('120.5平方米')).toBe(12_050);
    expect(readArea('120㎡')).toBe(12_000);
  });
});

describe('what people type as dates', () => {
  it.each(['2026-01-05', '2026-1-5', '2026/1/5', '2026.1.5', '2026年1月5日', '20260105', '2026/1/5 00:00'])(
    'reads %s',
    (typed) => {
      expect(readDate(typed)).toBe('2026-01-05');
    },
  );

  it.each(['2026-02-30', '2026-13-01', '5/1/2026', '昨天', ''])('does not take %s for a day', (typed) => {
    expect(readDate(typed)).toBeUndefined();
  });

  it('knows the day numbers of spreadsheets', () => {
    expect(dateOfSerial(45_000)).toBe('2023-03-15');
    expect(dateOfSerial(25_569)).toBe('1970-01-01');
    expect(dateOfSerial(59)).toBeUndefined();
  });
});

describe('cells', () => {
  it('reads yes and no in the ways people write them', () => {
    for (const typed of ['是', '有', '√', 'Y', 'yes', '1'])
      expect(readScalar(field('yes-no'), typed)).toBe(true);
    for (const typed of ['否', '无', '×', 'N', 'no', '0'])
      expect(readScalar(field('yes-no'), typed)).toBe(false);
    expect(readScalar(field('yes-no'), '也许')).toBeUndefined();
  });

  it('reads choices by label and towns by name', () => {
    const options = [{ value: 'passed', label: text('合格', 'Passed') }];
    expect(readScalar(field('choice', { options }), '合格')).toBe('passed');
    expect(readScalar(field('choice', { options }), 'PASSED')).toBe('passed');
    expect(readScalar(field('choice', { options }), '优秀')).toBeUndefined();
    expect(readScalar(field('town'), '城关')).toBe('610926100');
    expect(readScalar(field('town'), '八仙镇')).toBe('610926107');
  });

  it('refuses an ID that the spreadsheet has already rounded', () => {
    expect(readCell(field('resident-id'), 440524188001010000)).toBeUndefined();
    expect(readCell(field('resident-id'), '4.40524E+17')).toBeUndefined();
    expect(readCell(field('resident-id'), '440524188001010014')).toBe('440524188001010014');
    expect(readCell(field('mobile'), 13812341234)).toBe('13812341234');
  });

  it('takes numbers for what the spreadsheet means by them', () => {
    expect(readCell(field('percentage'), 0.85)).toBe(8500);
    expect(readCell(field('percentage'), 85)).toBe(8500);
    expect(readCell(field('money'), 2000.1)).toBe(200_010);
    expect(readCell(field('date'), 45_000)).toBe('2023-03-15');
  });
});

describe('writing and reading back', () => {
  it('gives the same amount for every whole number of fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (fen) => {
        for (const type of ['money', 'area', 'percentage']) {
          expect(readScalar(field(type), writeScalar(field(type), fen))).toBe(fen);
        }
      }),
    );
  });
});
