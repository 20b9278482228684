import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDelimited, writeCsvLine } from '../../shared/forms/delimited-text.ts';
import type { ScalarField } from '../../shared/forms/field.ts';
import { parseRows } from '../../shared/forms/parse-rows.ts';
import { rowTemplate, writeRows } from '../../shared/forms/row-template.ts';
import { readScalar } from '../../shared/forms/scalar-text.ts';
import { residentId, rosterField, today, trainee } from '../support/training-form.ts';

const read = (text: string) => parseRows(rosterField, text, today);
const problems = (text: string) => read(text).errors.map(({ path, code }) => `${path} ${code}`);

describe('a cell', () => {
  const label = { zh: '列', en: 'Column' };
  const column = (type: string): ScalarField =>
    type === 'choice'
      ? {
          id: 'column',
          type,
          label,
          required: true,
          options: [{ value: 'passed', label: { zh: '合格', en: 'Passed' } }],
        }
      : ({ id: 'column', type, label, required: true } as ScalarField);

  it.each([
    ['money', '1,800', 180_000],
    ['money', '1,800.5 元', 180_050],
    ['money', '¥1,800.00', 180_000],
    ['money', '1,800', 180_000],
    ['money', '12.5万元', 12_500_000],
    ['money', '0.29', 29],
    ['money', '1.230', 123],
    ['money', '-5', -500],
    ['percentage', '80%', 80_00],
    ['percentage', '95.5', 95_50],
    ['area', '2,000 平方米', 200_000],
    ['area', '35.25㎡', 3_525],
    ['integer', '120人', 120],
    ['integer', '12.0', 12],
    ['date', '2026年1月5日', '2026-01-05'],
    ['date', '2026/1/5', '2026-01-05'],
    ['date', '2026.01.05', '2026-01-05'],
    ['date', '2026-1-5', '2026-01-05'],
    ['date', '20260105', '2026-01-05'],
    ['date', '2026/1/5 0:00', '2026-01-05'],
    ['yes-no', '是', true],
    ['yes-no', '☑', true],
    ['yes-no', '√', true],
    ['yes-no', 'YES', true],
    ['yes-no', '否', false],
    ['yes-no', '☐', false],
    ['yes-no', '0', false],
    ['choice', '合格', 'passed'],
    ['choice', 'passed', 'passed'],
    ['town', '长安镇', '610926108'],
    ['town', '长安', '610926108'],
    ['town', '610926108', '610926108'],
    ['mobile', '13912345678', '13912345678'],
    ['text', ' 编号(甲) ', '编号(甲)'],
  ])('%s %j is %j', (type, text, value) => {
    expect(readScalar(column(type), text)).toEqual({ kind: 'answer', value });
  });

  it.each([
    ['money', '一千八', 'unreadable-number'],
    ['money', '1.234', 'too-many-decimals'],
    ['money', '1.2.3', 'unreadable-number'],
    ['integer', '1.5', 'too-many-decimals'],
    ['integer', '99999999999999999', 'unreadable-number'],
    ['date', '明天', 'unreadable-date'],
    ['date', '46027', 'unreadable-date'],
    ['yes-no', '也许', 'unreadable-yes-no'],
    ['resident-id', '6.10926E+17', 'digits-lost'],
    ['bank-account', '6.22202E+18', 'digits-lost'],
  ])('%s %j cannot be read: %s', (type, text, code) => {
    expect(readScalar(column(type), text)).toMatchObject({ kind: 'unreadable', fault: { code } });
  });

  it('with nothing in it says nothing', () => {
    for (const type of ['text', 'money', 'date', 'yes-no', 'mobile', 'town']) {
      expect(readScalar(column(type), '  ')).toEqual({ kind: 'nothing' });
    }
  });
});

describe('delimited text', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb,c\r\nd\te',
      [
        ['a', 'b,c'],
        ['d', 'e'],
      ],
    ],
    ['\uFEFFa,b\n', [['a', 'b']]],
    ['"a,1","say ""hi""",', [['a,1', 'say "hi"', '']]],
    ['"two\nlines",b', [['two\nlines', 'b']]],
    ['a\n\n , \nb', [['a'], ['b']]],
    [',,c', [['', '', 'c']]],
    ['a"b,c', [['a"b', 'c']]],
    ['"never closed', [['never closed']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(readDelimited(text)).toEqual(rows);
  });

  it('never runs as a formula in a spreadsheet', () => {
    expect(writeCsvLine(['=1+1', '-5', '@x', '+86', '张三'])).toBe("'=1+1,-5,'@x,'+86,张三");
  });
});

describe('a pasted roster', () => {
  const id = residentId('19900101', 1);

  it('is read by its headings, in any order and either language', () => {
    const text = [
      '序号\t身份证号码\t姓名 *\tHome town\t脱贫户\t出勤率(%)\t考核结果\t月工资(元)',
      `1\t${id}\t张三\t长安镇\t是\t95%\t合格\t1,800`,
    ].join('\n');
    expect(read(text)).toEqual({
      rows: [
        {
          person: '张三',
          residentId: id,
          town: '610926108',
          poorHousehold: true,
          attendance: 95_00,
          result: 'passed',
          wage: 180_000,
        },
      ],
      errors: [],
      ignored: ['序号'],
    });
  });

  it('is read in the order of the columns when nothing names them', () => {
    const text = `张三,${id},13912345678,城关镇,否,2026年6月1日,80,1800,不合格,PL-1`;
    expect(read(text)).toEqual({
      rows: [
        {
          person: '张三',
          residentId: id,
          mobile: '13912345678',
          town: '610926100',
          poorHousehold: false,
          contractDate: '2026-06-01',
          attendance: 80_00,
          wage: 180_000,
          result: 'failed',
          certificate: 'PL-1',
        },
      ],
      errors: [],
      ignored: [],
    });
  });

  it('has every bad cell named, and good cells kept', () => {
    const text = [
      '姓名,身份证号码,户籍所在镇,脱贫户,出勤率,考核结果,合同签订日期',
      `张三,6.10926E+17,长安镇,也许,95%,合格,2026年2月30日`,
      `李四,${id},北京,是,,合格,明天`,
      `王五,${id},长安镇,是,101%,优秀,2026-11-24`,
      `赵六,${residentId('19900101', 2)},长安镇,是,90,合格,2026-06-01,多余`,
    ].join('\n');
    expect(problems(text)).toEqual([
      '/trainees/0/residentId digits-lost',
      '/trainees/0/poorHousehold unreadable-yes-no',
      '/trainees/1/contractDate unreadable-date',
      '/trainees/3 too-many-cells',
      '/trainees/0/contractDate not-a-date',
      '/trainees/1/town unknown-town',
      '/trainees/1/attendance required',
      '/trainees/2/contractDate date-too-late',
      '/trainees/2/attendance too-large',
      '/trainees/2/result not-an-option',
      '/trainees/2/residentId duplicate-row',
    ]);
    expect(read(text).rows[0]).toEqual({
      person: '张三',
      town: '610926108',
      attendance: 95_00,
      result: 'passed',
      contractDate: '2026-02-30',
    });
  });

  it('names a missing column once', () => {
    expect(problems(`姓名,身份证号码,户籍所在镇,脱贫户,考核结果\n张三,${id},长安镇,是,合格`)).toEqual([
      '/trainees missing-column',
    ]);
  });

  it('is cut where the table ends, and says so', () => {
    const many = writeRows(
      rosterField,
      Array.from({ length: 501 }, (_, index) => trainee(index)),
      'zh',
    );
    expect(read(many).rows).toHaveLength(500);
    expect(problems(many)).toEqual(['/trainees too-many-rows']);
  });

  it('may be anything at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'姓名身份证号码,\t\n"\'=是1.万元-') }), (text) => {
        expect(Array.isArray(read(text).rows)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the template', () => {
  it('names every column, for a spreadsheet to open', () => {
    expect(rowTemplate(rosterField, 'zh')).toBe(
      '\uFEFF姓名,身份证号码,手机号码,户籍所在镇,脱贫户,合同签订日期,出勤率(%),月工资(元),考核结果,证书编号\r\n',
    );
    expect(read(rowTemplate(rosterField, 'en'))).toMatchObject({ rows: [], ignored: [] });
  });

  it('filled with rows reads as the same rows', () => {
    const certificate = fc
      .string({ unit: fc.constantFrom(...'甲PL-=+@\'",\t 1'), minLength: 1, maxLength: 20 })
      .map((value) => value.replaceAll('\t', ' ').trim())
      .filter((value) => value !== '');
    const row = fc.record(
      {
        person: fc.constantFrom('张三', '欧阳娜娜'),
        residentId: fc.integer({ min: 1, max: 999 }).map((number) => residentId('19900101', number)),
        town: fc.constantFrom('610926100', '610926108'),
        poorHousehold: fc.boolean(),
        contractDate: fc.constantFrom('2026-06-01', '2024-02-29'),
        attendance: fc.nat(10_000),
        wage: fc.nat(1_000_000),
        result: fc.constantFrom('passed', 'failed'),
        certificate,
      },
      { requiredKeys: ['person', 'residentId', 'town', 'poorHousehold', 'attendance', 'result'] },
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { maxLength: 6, selector: ({ residentId: number }) => number }),
        fc.constantFrom('zh' as const, 'en' as const),
        (rows, locale) => {
          const again = read(writeRows(rosterField, rows, locale));
          expect(again.rows).toEqual(rows);
          expect(again.errors.filter(({ code }) => code !== 'too-few-rows')).toEqual([]);
        },
      ),
    );
  });
});
