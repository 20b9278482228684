import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countyProgrammes } from '../../infra/local/demo/county-programmes.ts';
import { type Form, fieldsOf } from '../../shared/forms/field.ts';
import { FormSchema } from '../../shared/forms/form-schema.ts';
import { precheck } from '../../shared/programmes/precheck.ts';
import { precheckForm } from '../../shared/programmes/precheck-questions.ts';
import { someDay } from '../support/evaluate.ts';

/** A first-time founder in Guangfo who may have everything. */
const founder = {
  situation: 'registered-first',
  town: '610926106',
  monthsOperating: 8,
  jobs: 30,
  poorJobs: 12,
  areaNeeded: 500_00,
  investment: 8_000_000,
  trainees: 20,
};

const answerOf = (id: string, answers: Parameters<typeof precheck>[1], today = someDay) => {
  const found = precheck(countyProgrammes, answers, today).find(({ programmeId }) => programmeId === id);
  if (found === undefined) throw new Error(`no answer for ${id}`);
  return { verdict: found.verdict, amount: found.amount, reasons: found.reasons.map(({ zh }) => zh) };
};

test('asks eight questions at most, and they are a form like any other', () => {
  expect(fieldsOf(precheckForm).length).toBeLessThanOrEqual(8);
  expect(FormSchema.parse(precheckForm)).toEqual(precheckForm satisfies Form);
});

describe('a first-time founder in Guangfo', () => {
  test('may have the startup grant: half of the invoices', () => {
    expect(answerOf('startup-grant', founder)).toEqual({ verdict: 'yes', amount: 4_000_000, reasons: [] });
  });
  test('at most the cap', () => {
    expect(answerOf('startup-grant', { ...founder, investment: 90_000_000 }).amount).toBe(10_000_000);
  });
  test('may have the town’s support', () => {
    expect(answerOf('town-cash-support', founder)).toEqual({
      verdict: 'yes',
      amount: 5_000_000,
      reasons: [],
    });
  });
  test('may have premises if some are free, with their value over three years', () => {
    expect(answerOf('rent-free-premises', founder)).toEqual({
      verdict: 'depends',
      amount: 14_400_000,
      reasons: ['要看所在镇当时有没有合适的空余厂房。'],
    });
  });
  test('may have the training subsidy for those who qualify', () => {
    expect(answerOf('training-subsidy', founder)).toMatchObject({ verdict: 'depends', amount: 1_000_000 });
  });
});

describe('every no and every depends has its reason', () => {
  const cases: readonly [string, object, string, 'no' | 'depends', string][] = [
    [
      'startup-grant',
      { situation: 'registered-again' },
      'a second business',
      'no',
      '本项补助只面向首次创业者。',
    ],
    [
      'startup-grant',
      { situation: 'preparing' },
      'not registered yet',
      'depends',
      '办好营业执照、经营满六个月以后可以申请。',
    ],
    ['startup-grant', { monthsOperating: 5 }, 'five months', 'depends', '经营时间还不够，须满 6 个月。'],
    ['startup-grant', { investment: 0 }, 'no invoices', 'depends', '须有设备发票。'],
    ['startup-grant', { jobs: 0, poorJobs: 0 }, 'no workers', 'depends', '须有在册员工。'],
    ['rent-free-premises', { areaNeeded: 0 }, 'no need of premises', 'no', '您不需要厂房。'],
    ['rent-free-premises', { jobs: 9 }, 'nine jobs', 'no', '岗位须有 10 人以上。'],
    [
      'rent-free-premises',
      { poorJobs: 9 },
      'nine of thirty poor',
      'no',
      '脱贫（贫困）户岗位须占三分之一以上。',
    ],
    ['training-subsidy', { trainees: 0 }, 'nobody trained', 'no', '您没有组织员工培训。'],
    ['town-cash-support', { town: '610926100' }, 'another town', 'no', '只面向广佛镇的厂点。'],
    [
      'town-cash-support',
      { situation: 'preparing' },
      'not registered yet',
      'depends',
      '办好营业执照并投产后可以申请。',
    ],
  ];
  test.each(cases)('%s %j: %s', (id, change, _, verdict, reason) => {
    const answer = answerOf(id, { ...founder, ...change });
    expect(answer.verdict).toBe(verdict);
    expect(answer.reasons).toContain(reason);
    if (verdict === 'no') expect(answer.amount).toBe(0);
  });

  test('a question left open makes it depend, not count as nothing', () => {
    const { monthsOperating: _, ...open } = founder;
    expect(answerOf('startup-grant', open)).toMatchObject({
      verdict: 'depends',
      reasons: ['还有问题没有回答，暂时无法判断。'],
    });
    const { town: __, ...nowhere } = founder;
    expect(answerOf('town-cash-support', nowhere)).toMatchObject({
      verdict: 'depends',
      reasons: ['只面向广佛镇的厂点。'],
    });
  });

  test('a programme that is not in force says so', () => {
    expect(answerOf('startup-grant', founder, '2025-12-31')).toEqual({
      verdict: 'no',
      amount: 0,
      reasons: ['该项目目前不接受申请。'],
    });
  });
});

test('whatever is answered, a plain yes has no reasons and anything else has some', () => {
  const answers = fc.record(
    {
      situation: fc.constantFrom('preparing', 'registered-first', 'registered-again'),
      town: fc.constantFrom('610926100', '610926106'),
      monthsOperating: fc.nat(1200),
      jobs: fc.nat(5000),
      poorJobs: fc.nat(5000),
      areaNeeded: fc.nat(100_000_00),
      investment: fc.nat(100_000_000_000),
      trainees: fc.nat(5000),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(answers, (given) => {
      for (const { verdict, reasons, amount } of precheck(countyProgrammes, given, someDay)) {
        expect(verdict === 'yes').toBe(reasons.length === 0);
        expect(amount).toBeGreaterThanOrEqual(0);
        if (verdict === 'no') expect(amount).toBe(0);
      }
    }),
  );
});
