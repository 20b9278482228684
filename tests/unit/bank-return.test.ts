import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaymentDto } from '../../shared/api/dto/award.ts';
import { accountMatches } from '../../shared/awards/bank-return/account-matches.ts';
import { judgeLine } from '../../shared/awards/bank-return/judge-line.ts';
import { paymentNumber, paymentOf } from '../../shared/awards/bank-return/payment-number.ts';
import { repeatedLines } from '../../shared/awards/bank-return/repeated-lines.ts';
import type { ReturnLine } from '../../shared/awards/bank-return/return-line.ts';
import { readReturn } from '../../web/features/awards/bank-return/read-return.ts';
import { splitText } from '../../web/lib/spreadsheet/split-text.ts';

const caseId = 'PL-7K3MQ-2WXYZ';
const account = '6230580000012345678';
const paid: ReturnLine = {
  payment: `${caseId}-1`,
  account: '6230********5678',
  amount: 6_000_000,
  result: 'paid',
  reference: 'YH20261207-0001',
  paidOn: '2026-12-07',
};
const failed: ReturnLine = {
  ...paid,
  result: 'failed',
  reason: '户名不符',
  reference: '',
  paidOn: undefined,
};
const atBank: PaymentDto = { part: 1, amount: 6_000_000, outcome: 'approved' };
const isPayee = (typed: string) =>
  accountMatches(typed, { masked: '****5678', key: `key of ${account}` }, (value) => `key of ${value}`);

const judge = (line: ReturnLine, payment: Partial<PaymentDto> = {}) =>
  judgeLine(line, { payment: { ...atBank, ...payment }, isPayee });
const faultsOf = (...args: Parameters<typeof judge>) => {
  const judged = judge(...args);
  return judged.verdict === 'wrong'
    ? judged.errors.map(({ path, code }) => `${path} ${code}`)
    : judged.verdict;
};

describe('a payment number', () => {
  test('names a part of a case, and nothing else is one', () => {
    expect(paymentOf(` ${paymentNumber(caseId, 12).toLowerCase()} `)).toEqual({ caseId, part: 12 });
    for (const number of [caseId, `${caseId}-0`, `${caseId}-1-1`, 'PL-IIIII-OOOOO-1', '合计', '']) {
      expect(paymentOf(number), number).toBeUndefined();
    }
  });
});

describe('a line of the bank’s return', () => {
  test('asks for the command of a single entry', () => {
    expect(judge(paid)).toEqual({
      verdict: 'to-record',
      command: { type: 'record-paid', voucher: 'YH20261207-0001', paidOn: '2026-12-07' },
    });
    expect(judge(failed)).toEqual({
      verdict: 'to-record',
      command: { type: 'record-payment-failed', reason: '户名不符' },
    });
  });

  test.each<[string, ReturnLine, string[]]>([
    ['no payment number', { ...paid, payment: ' ' }, ['/payment payment-missing']],
    ['another sum', { ...paid, amount: 5_999_999 }, ['/amount wrong-amount']],
    ['no sum', { ...paid, amount: undefined }, ['/amount amount-missing']],
    ['another account, in full', { ...paid, account: '6230580000012345670' }, ['/account wrong-account']],
    [
      'an account that only ends alike',
      { ...paid, account: '6230580000092345678' },
      ['/account wrong-account'],
    ],
    ['another account, masked', { ...paid, account: '****5679' }, ['/account wrong-account']],
    ['no account', { ...paid, account: undefined }, ['/account account-missing']],
    ['neither paid nor failed', { ...paid, result: undefined }, ['/result result-missing']],
    ['no reason', { ...failed, reason: '' }, ['/reason reason-missing']],
    [
      'all that can be missing of a payment',
      { payment: paid.payment, result: 'paid' },
      [
        '/reference reference-missing',
        '/paidOn date-missing',
        '/amount amount-missing',
        '/account account-missing',
      ],
    ],
    ['too long a reference', { ...paid, reference: '1'.repeat(41) }, ['/reference reference-too-long']],
  ])('with %s is not recorded', (_, line, faults) => {
    expect(faultsOf(line)).toEqual(faults);
  });

  test.each([account, `${account.slice(0, 4)} ${account.slice(4)}`, '****5678', '5678', '尾号5678'])(
    'may write the account as %s',
    (written) => expect(judge({ ...paid, account: written }).verdict).toBe('to-record'),
  );

  test('about a payment that is not at the bank is not recorded', () => {
    expect(judgeLine(paid, undefined)).toMatchObject({ errors: [{ code: 'unknown-payment' }] });
    expect(faultsOf(paid, { outcome: 'prepared' })).toEqual(['/payment not-approved']);
    expect(faultsOf(paid, { outcome: 'cancelled' })).toEqual(['/payment cancelled']);
  });

  test('that says what is on record is on record, and one that says otherwise is pointed out', () => {
    const onRecord = { outcome: 'paid', voucher: paid.reference, paidOn: paid.paidOn } as const;
    expect(faultsOf(paid, onRecord)).toBe('recorded');
    // The bank may have paid twice.
    expect(faultsOf({ ...paid, reference: 'YH20261207-0002' }, onRecord)).toEqual([
      '/result recorded-as-paid',
    ]);
    expect(faultsOf({ ...paid, paidOn: '2026-12-08' }, onRecord)).toEqual(['/result recorded-as-paid']);
    expect(faultsOf(failed, onRecord)).toEqual(['/result recorded-as-paid']);
    expect(faultsOf({ ...failed, reason: '账号错误' }, { outcome: 'failed', reason: '户名不符' })).toBe(
      'recorded',
    );
    expect(faultsOf(paid, { outcome: 'failed', reason: '户名不符' })).toEqual(['/result recorded-as-failed']);
  });
});

describe('a line about money that came back', () => {
  const onRecord = { outcome: 'paid', voucher: paid.reference, paidOn: paid.paidOn } as const;
  const returned: ReturnLine = {
    ...paid,
    result: 'returned',
    reference: 'TH-0001',
    paidOn: '2026-12-09',
    reason: '账户已销户',
  };
  const sentBack = { outcome: 'sent-back', sentBack: { voucher: 'TH-0001', on: '2026-12-09' } } as const;

  test('is recorded of a payment that was paid, with the voucher and the day of the return', () => {
    expect(judge(returned, onRecord)).toEqual({
      verdict: 'to-record',
      command: {
        type: 'record-sent-back',
        part: 1,
        voucher: 'TH-0001',
        returnedOn: '2026-12-09',
        reason: '账户已销户',
      },
    });
    expect(faultsOf({ ...returned, reference: '', paidOn: undefined, reason: ' ' }, onRecord)).toEqual([
      '/reason reason-missing',
      '/reference reference-missing',
      '/paidOn date-missing',
    ]);
  });

  test('of a payment that was never recorded as paid is a failure', () => {
    expect(judge({ ...returned, reference: '', paidOn: undefined })).toEqual({
      verdict: 'to-record',
      command: { type: 'record-payment-failed', reason: '账户已销户' },
    });
    expect(faultsOf(returned, { outcome: 'failed' })).toBe('recorded');
  });

  test('is on record once it is recorded, and so is the payment before it; anything else is pointed out', () => {
    const after = { ...onRecord, ...sentBack };
    expect(faultsOf(returned, after)).toBe('recorded');
    expect(faultsOf(paid, after)).toBe('recorded');
    expect(faultsOf({ ...returned, reference: 'TH-0002' }, after)).toEqual(['/result recorded-as-sent-back']);
    expect(faultsOf({ ...paid, reference: 'YH-2' }, after)).toEqual(['/result recorded-as-sent-back']);
  });
});

describe('a payment that a file names twice', () => {
  const codes = (...lines: ReturnLine[]) =>
    [...repeatedLines(lines)].map(([index, { code }]) => `${index} ${code}`);

  test('counts once where both lines say the same, and not at all where they differ', () => {
    expect(codes(paid, failed, paid)).toEqual([
      '1 contradicts-line',
      '2 contradicts-line',
      '0 contradicts-line',
    ]);
    expect(codes(paid, { ...paid, payment: `${caseId}-2` }, paid, paid)).toEqual([
      '2 twice-in-file',
      '3 twice-in-file',
    ]);
    expect(codes({ ...paid, payment: '' }, { ...paid, payment: undefined })).toEqual([]);
  });
});

describe('the file itself', () => {
  const file = (...lines: readonly string[]) => readReturn(splitText(lines.join('\r\n'), ','));

  test('may have titles above, totals below and its columns in any order, under the names of any bank', () => {
    const read = file(
      '平利县财政局代发结果,,,,,,',
      '交易日期,交易状态,收款账号,户名,交易金额（元）,附言,交易流水号,返回信息',
      `20261207,交易成功,6230********5678,平利县嘉鸿手套厂,"60,000.00",就业创业补助 ${caseId}-1,YH20261207-0001,`,
      `,退汇,****5678,平利县嘉鸿手套厂,1234.5,${caseId}-2,,户名不符`,
      '合计,,,,"61,234.50",,,',
    );
    expect(read).toEqual([
      { line: { ...paid }, errors: [] },
      {
        line: {
          payment: `${caseId}-2`,
          account: '****5678',
          amount: 123_450,
          result: 'returned',
          reason: '户名不符',
        },
        errors: [],
      },
    ]);
  });

  test('names what cannot be read, and guesses nothing', () => {
    const read = file(
      '付款编号,账号,金额,处理结果,银行流水号,付款日期,失败原因',
      `${caseId}-1,6.23058E+18,六万,待定,YH1,2026-13-01,`,
      `${caseId}-2,****5678,-5,成功,YH2,2026-12-07,`,
    );
    expect(read?.map(({ errors }) => errors.map(({ path }) => path))).toEqual([
      ['/account', '/amount', '/result', '/paidOn'],
      ['/amount'],
    ]);
  });

  test('is not taken for a return when it has no heading of one', () => {
    expect(file('姓名,身份证号码,月工资', '张三,610926199001010014,2600')).toBeUndefined();
    expect(file('')).toBeUndefined();
  });

  test('may hold anything without harm', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 5 }), (rows) => {
        const read = readReturn([['付款编号', '账号', '金额', '处理结果'], ...rows]);
        expect(read).toBeDefined();
      }),
    );
  });
});
