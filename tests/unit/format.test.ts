import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  formatArea,
  formatDate,
  formatInstant,
  formatInteger,
  formatMoney,
  formatMoneyWithWan,
  formatPercentage,
  formatWan,
} from '../../shared/language/format.ts';

it.each([
  [123_456_700, '1,234,567.00 元', 'CNY 1,234,567.00', '123.4567 万元'],
  [10_000_000, '100,000.00 元', 'CNY 100,000.00', '10 万元'],
  [8_750_000, '87,500.00 元', 'CNY 87,500.00', '8.75 万元'],
  [1, '0.01 元', 'CNY 0.01', '0.000001 万元'],
  [0, '0.00 元', 'CNY 0.00', '0 万元'],
  [-105, '-1.05 元', 'CNY -1.05', '-0.000105 万元'],
  [100_000_000_000, '1,000,000,000.00 元', 'CNY 1,000,000,000.00', '100,000 万元'],
])('%i fen is written %s', (fen, zh, en, wan) => {
  expect(formatMoney(fen, 'zh')).toBe(zh);
  expect(formatMoney(fen, 'en')).toBe(en);
  expect(formatWan(fen, 'zh')).toBe(wan);
});

it('money has its 万元 beside it from ten thousand yuan on', () => {
  expect(formatMoneyWithWan(123_456_700, 'zh')).toBe('1,234,567.00 元（123.4567 万元）');
  expect(formatMoneyWithWan(999_999, 'zh')).toBe('9,999.99 元');
  expect(formatMoneyWithWan(123_456_700, 'en')).toBe('CNY 1,234,567.00');
  expect(formatWan(123_456_700, 'en')).toBe('CNY 123.4567 × 10,000');
});

it('no fen is lost in writing', () => {
  const digitsOf = (written: string) => Number(written.replaceAll(/[^\d-]/g, ''));
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => {
      expect(digitsOf(formatMoney(fen, 'zh'))).toBe(fen);
      expect(Math.round(Number(formatWan(fen, 'zh').replaceAll(/[^\d.-]/g, '')) * 1e6)).toBe(fen);
    }),
  );
});

it.each([
  [200_000, '2,000 平方米', '2,000 m²'],
  [12_550, '125.5 平方米', '125.5 m²'],
  [1, '0.01 平方米', '0.01 m²'],
  [0, '0 平方米', '0 m²'],
])('%i hundredths of a square metre are %s', (area, zh, en) => {
  expect(formatArea(area, 'zh')).toBe(zh);
  expect(formatArea(area, 'en')).toBe(en);
});

it.each([
  [8_000, '80%'],
  [3_333, '33.33%'],
  [10_000, '100%'],
  [10, '0.1%'],
  [0, '0%'],
])('%i is %s', (value, written) => {
  expect(formatPercentage(value)).toBe(written);
});

it.each([
  [1_234_567, '1,234,567'],
  [-1_000, '-1,000'],
  [100, '100'],
])('%i is %s', (value, written) => {
  expect(formatInteger(value)).toBe(written);
});

it('dates and times are those of Beijing', () => {
  expect(formatDate('2026-01-05', 'zh')).toBe('2026年1月5日');
  expect(formatDate('2026-01-05', 'en')).toBe('5 January 2026');
  expect(formatInstant('2026-11-22T17:02:03.004Z', 'zh')).toBe('2026年11月23日 01:02');
  expect(formatInstant('2026-11-22T17:02:03.004Z', 'en')).toBe('23 November 2026, 01:02 (Beijing time)');
});
