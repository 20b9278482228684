import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine } from '../../shared/exports/csv.ts';

describe('a cell of a CSV', () => {
  test.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"\r\n`],
    ['+86 13800000000', `'+86 13800000000\r\n`],
    ['-1+1', `'-1+1\r\n`],
    ['@SUM(A1)', `'@SUM(A1)\r\n`],
    ['＝1+1', `'＝1+1\r\n`],
    ['  =1', `'  =1\r\n`],
    ['\t=1', `"'\t=1"\r\n`],
    ['平利县"嘉鸿",手套厂', '"平利县""嘉鸿"",手套厂"\r\n'],
    ['两\n行', '"两\n行"\r\n'],
    ['91610926MA0000007W', '91610926MA0000007W\r\n'],
  ])('%j is written %j', (cell, line) => {
    expect(csvLine([cell])).toBe(line);
  });

  test('that is a number stays one, below zero too', () => {
    expect(csvLine([-5, 100000.5])).toBe('-5,100000.5\r\n');
  });

  test('never begins a formula, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [first] = csvLine([text]).replace(/^"/, '');
        expect('=+-@＝＋－＠\t').not.toContain(first);
      }),
    );
  });
});
