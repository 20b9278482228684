import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countyProgrammes } from '../../infra/local/demo/county-programmes.ts';
import {
  gloveMakerGrant,
  gloveMakerPremises,
  gloveMakerRainDew,
} from '../../infra/local/demo/glove-maker.ts';
import type { Answers } from '../../shared/forms/answers.ts';
import { type Field, fieldsOf } from '../../shared/forms/field.ts';
import { rentFreePremises } from '../../shared/programmes/county/rent-free-premises.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { trainingSubsidy } from '../../shared/programmes/county/training-subsidy.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { EvaluationRecordSchema, type Facts } from '../../shared/rules/evaluation.ts';
import { explain } from '../../shared/rules/explain.ts';
import { namedValues } from '../../shared/rules/named-values.ts';
import { replay } from '../../shared/rules/replay.ts';
import { stageApplies } from '../../shared/rules/stage-applies.ts';
import {
  evaluate,
  favourableFacts,
  parsed,
  protectedView,
  ruleResult,
  someDay,
  termsOf,
} from '../support/evaluate.ts';

const broken = (change: (programme: Programme) => Partial<Programme>): Programme => ({
  ...startupGrant,
  ...change(startupGrant),
});
const withTerm = (name: string, expression: string) =>
  broken(({ terms }) => ({
    terms: terms.map((term) => (term.name === name ? { ...term, expression } : term)),
  }));

describe('an expression that fails', () => {
  test('makes its rule an error and the outcome not eligible, nothing else', () => {
    const programme = broken(({ rules }) => ({
      rules: rules.map((rule) =>
        rule.id === 'payroll-evidence' ? { ...rule, expression: '1 / (payroll - payroll) > 0' } : rule,
      ),
    }));
    const record = evaluate(programme, gloveMakerGrant());
    expect(ruleResult(record, 'payroll-evidence')).toBe('error');
    expect(record.rules.filter(({ result }) => result !== 'met')).toHaveLength(1);
    expect(record.outcome).toBe('not-eligible');
    expect(record.amount).toBe(10_000_000);
  });

  test('leaves out its term and all that builds on it, and no amount is reckoned', () => {
    const record = evaluate(
      withTerm('invoiceShare', 'eligibleInvoices / (payroll - payroll)'),
      gloveMakerGrant(),
    );
    const names = Object.keys(termsOf(record));
    expect(names).toContain('eligibleInvoices');
    expect(names).toContain('cap');
    for (const name of ['invoiceShare', 'leastOfAll', 'grant']) expect(names).not.toContain(name);
    expect(ruleResult(record, 'something-to-grant')).toBe('error');
    expect(record).toMatchObject({ outcome: 'not-eligible', amount: 0 });
  });

  test('is told to people as what it is', () => {
    const programme = withTerm('grant', '1 / (payroll - payroll)');
    const { rules, terms } = explain(evaluate(programme, gloveMakerGrant()), programme, {});
    expect(terms.map(({ name }) => name)).not.toContain('grant');
    expect(rules.find(({ id }) => id === 'something-to-grant')).toMatchObject({
      result: 'error',
      failure: { zh: '此项按现有内容无法判定，请核对所填内容。' },
    });
  });

  test('in an attention rule does not refuse anybody', () => {
    const programme = broken(({ rules }) => ({
      rules: rules.map((rule) => (rule.weight === 'attention' ? { ...rule, expression: '1 / 0 > 0' } : rule)),
    }));
    expect(evaluate(programme, gloveMakerGrant()).outcome).toBe('eligible');
  });
});

describe('the explanation', () => {
  test('names each term with label, unit, value and expression', () => {
    const { terms } = explain(evaluate(startupGrant, gloveMakerGrant()), startupGrant, {});
    expect(terms).toHaveLength(startupGrant.terms.length);
    expect(terms[3]).toEqual({
      name: 'eligibleInvoices',
      label: {
        zh: '合规发票金额（填有发票号码的设备）',
        en: 'Eligible invoices (equipment with an invoice number)',
      },
      unit: 'fen',
      value: 24_000_000,
      expression: startupGrant.terms[3]?.expression,
      inWords: {
        zh: '设备清单中填有发票号码的，逐项按数量 × 单价相加，合计 240,000.00 元；没有发票号码的不算。',
        en: 'Quantity × price of each piece of equipment with an invoice number, together CNY 240,000.00; without a number it does not count.',
      },
    });
  });

  test('says in words every step of the county’s programmes that is not just taken over', () => {
    for (const [programme, answers] of [
      [startupGrant, gloveMakerGrant()],
      [rentFreePremises, gloveMakerPremises('unit-1', someDay)],
      [trainingSubsidy, gloveMakerRainDew()],
    ] as const) {
      const { terms } = explain(evaluate(programme, answers), programme, protectedView(programme, answers));
      for (const { name, expression, inWords } of terms) {
        if (/^[\w.]+$|^size\(\w+\)$/.test(expression)) continue;
        expect(inWords?.zh, name).toMatch(/。$/);
        expect(inWords?.en, name).toMatch(/\.$/);
        expect(`${inWords?.zh}${inWords?.en}`, name).not.toContain('{');
      }
    }
  });

  test('puts the applicant’s answers into the words, but never personal data', () => {
    const answers = gloveMakerGrant();
    const record = evaluate(startupGrant, answers);
    const view = protectedView(startupGrant, answers);
    expect(explain(record, startupGrant, view).terms[0]?.inWords?.zh).toBe(
      '从成立日期 2015年12月8日 算到核算当日 2026年11月23日，满 131 个月。',
    );
    const named = namedValues(startupGrant, record, view);
    for (const id of ['legalRepresentative', 'legalRepresentativeId', 'mobile', 'account']) {
      expect(named.has(id), id).toBe(false);
    }
  });

  test('of a term without words lists the values its expression names', () => {
    const programme = broken(({ terms }) => ({ terms: terms.map(({ inWords: _, ...term }) => term) }));
    const { terms } = explain(evaluate(programme, gloveMakerGrant()), programme, {});
    expect(terms.find(({ name }) => name === 'enterpriseLeft')?.inWords).toEqual({
      zh: '每户企业最高补助额 100,000.00 元；该企业累计已获补助 0.00 元',
      en: 'Most one enterprise may receive CNY 100,000.00; Awarded to the enterprise so far CNY 0.00',
    });
  });

  test('shows what a rule went by, whether it is met or not', () => {
    const { rules } = explain(evaluate(startupGrant, gloveMakerGrant()), startupGrant, {});
    const goesBy = (id: string) =>
      rules.find((rule) => rule.id === id)?.goesBy.map(({ label, value }) => `${label.zh} ${value.zh}`);
    expect(goesBy('operating-long-enough')).toEqual(['已经营时间 131 个月', '最短经营时间 6 个月']);
    expect(goesBy('not-dishonest')).toEqual([]);
  });

  test('fills what was missed into the sentence, with units, in both languages', () => {
    const record = evaluate(startupGrant, { ...gloveMakerGrant(), establishedOn: '2026-10-23' });
    expect(
      explain(record, startupGrant, {}).rules.find(({ id }) => id === 'operating-long-enough'),
    ).toMatchObject({
      result: 'not-met',
      basis: { zh: '本系统默认办理规则：待县政府确认后以正式文件为准' },
      failure: {
        zh: '登记成立至今 1 个月，须满 6 个月。',
        en: 'In operation for 1 month; 6 months are required.',
      },
    });
  });

  test('says nothing against a rule that is met', () => {
    const { rules } = explain(evaluate(startupGrant, gloveMakerGrant()), startupGrant, {});
    expect(rules.filter(({ failure }) => failure !== undefined)).toEqual([]);
  });
});

describe('a stage with a condition', () => {
  const record = evaluate(startupGrant, gloveMakerGrant());

  test.each([
    [3_000_000, false],
    [3_000_001, true],
    [0, false],
  ])('the joint meeting sees %d fen: %s', (amount, applies) => {
    expect(stageApplies(startupGrant, 'joint-meeting', record, amount)).toBe(applies);
  });

  test('one without a condition always applies', () => {
    expect(stageApplies(startupGrant, 'bureau-review', record, 0)).toBe(true);
  });

  test('is not passed over when its condition cannot be answered', () => {
    const programme = withTerm('grant', '1 / (payroll - payroll)');
    expect(stageApplies(programme, 'joint-meeting', evaluate(programme, gloveMakerGrant()), 0)).toBe(true);
  });

  test('an unknown stage is a programming error', () => {
    expect(() => stageApplies(startupGrant, 'nowhere', record, 0)).toThrow('no stage nowhere');
  });
});

/** Answers of the right shape, right or wrong: whatever a form lets through. */
const anyAnswers = (programme: Programme): fc.Arbitrary<Answers> =>
  fc.record(Object.fromEntries(fieldsOf(programme.form).map((field) => [field.id, anyAnswer(field)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Answers>;

const dates = fc
  .integer({ min: 0, max: 30_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

function anyAnswer(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'integer':
    case 'money':
    case 'percentage':
    case 'area':
      return fc.oneof(
        fc.integer({ min: field.min ?? 0, max: field.max ?? 1_000_000_000 }),
        fc.constantFrom(field.min ?? 0, field.max ?? 100_000_000_000),
      );
    case 'yes-no':
      return fc.boolean();
    case 'date':
      return dates;
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value));
    case 'choices':
      return fc.subarray(field.options.map(({ value }) => value));
    case 'town':
      return fc.constantFrom('610926100', '610926106');
    case 'document':
      return fc.array(fc.uuid(), { maxLength: 3 });
    case 'table':
      return fc.array(
        fc.record(Object.fromEntries(field.columns.map((column) => [column.id, anyAnswer(column)])), {
          requiredKeys: [],
        }),
        { maxLength: 8 },
      );
    default:
      return fc.string({ maxLength: 20 });
  }
}

const anyFacts: fc.Arbitrary<Partial<Facts>> = fc.record(
  {
    today: dates,
    fundAvailable: fc.integer({ min: -1_000_000, max: 50_000_000 }),
    awardedForItem: fc.nat(20_000_000),
    awardedToEnterprise: fc.nat(20_000_000),
    openRecovery: fc.boolean(),
    dishonestyListed: fc.boolean(),
    premises: fc.record({
      known: fc.boolean(),
      freeArea: fc.nat(10_000_00),
      referenceRent: fc.nat(100_00),
      rentSource: fc.string(),
    }),
  },
  { requiredKeys: [] },
);

describe.each(countyProgrammes.map((programme) => [programme.id, programme] as const))(
  'whatever is answered, %s',
  (_, programme) => {
    const input = fc.tuple(anyAnswers(programme), anyFacts);

    test('is evaluated without an error into a record that keeps', () => {
      fc.assert(
        fc.property(input, ([raw, facts]) => {
          const { answers } = parsed(programme, raw, facts.today);
          const record = evaluate(programme, answers, facts);
          expect(EvaluationRecordSchema.parse(record)).toEqual(record);
          expect(record.rules.filter(({ result }) => result === 'error')).toEqual([]);
          expect(explain(record, programme, {}).terms).toHaveLength(programme.terms.length);
        }),
        { numRuns: 60 },
      );
    });

    test('gives no more money than the fund has, the cap allows or the applicant asked for', () => {
      fc.assert(
        fc.property(input, ([raw, facts]) => {
          const record = evaluate(programme, parsed(programme, raw, facts.today).answers, facts);
          if (programme.benefit.kind !== 'money') return;
          const all = { ...favourableFacts, ...facts };
          const terms = termsOf(record);
          expect(record.amount).toBeLessThanOrEqual(Math.max(0, all.fundAvailable));
          if (typeof terms.requested === 'number') expect(record.amount).toBeLessThanOrEqual(terms.requested);
          const cap = programme.parameters.find(
            ({ name }) => programme.benefit.kind === 'money' && name === programme.benefit.cap,
          );
          if (cap !== undefined)
            expect(record.amount).toBeLessThanOrEqual(Math.max(0, cap.value - all.awardedToEnterprise));
        }),
        { numRuns: 60 },
      );
    });

    test('comes out the same when replayed from the record and the answers', () => {
      fc.assert(
        fc.property(input, ([raw, facts]) => {
          const { answers } = parsed(programme, raw, facts.today);
          const record = evaluate(programme, answers, facts);
          const kept = JSON.parse(JSON.stringify(record));
          expect(replay(programme, protectedView(programme, answers, record.facts.today), kept)).toEqual([]);
        }),
        { numRuns: 40 },
      );
    });
  },
);

describe('a replay', () => {
  const record = evaluate(startupGrant, gloveMakerGrant());

  test('shows where changed answers lead elsewhere', () => {
    const answers = protectedView(startupGrant, { ...gloveMakerGrant(), amountRequested: 1_000_000 });
    expect(replay(startupGrant, answers, record)).toEqual([
      { kind: 'term', name: 'requested', recorded: 10_000_000, replayed: 1_000_000 },
      { kind: 'term', name: 'leastOfAll', recorded: 10_000_000, replayed: 1_000_000 },
      { kind: 'term', name: 'grant', recorded: 10_000_000, replayed: 1_000_000 },
      { kind: 'amount', name: 'amount', recorded: 10_000_000, replayed: 1_000_000 },
    ]);
  });

  test('shows a record that was tampered with', () => {
    const answers = protectedView(startupGrant, gloveMakerGrant());
    const tampered = {
      ...record,
      amount: 99,
      outcome: 'not-eligible' as const,
      rules: record.rules.slice(1),
    };
    expect(replay(startupGrant, answers, tampered)).toEqual([
      { kind: 'rule', name: 'registered', replayed: 'met' },
      { kind: 'outcome', name: 'outcome', recorded: 'not-eligible', replayed: 'eligible' },
      { kind: 'amount', name: 'amount', recorded: 99, replayed: 10_000_000 },
    ]);
  });
});
