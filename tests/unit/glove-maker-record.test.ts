import { describe, expect, test } from 'vitest';
import {
  gloveMaker,
  gloveMakerBranches,
  gloveMakerGrant,
  gloveMakerPremises,
  gloveMakerRainDew,
  gloveMakerSkills,
  gloveMakerYearlySupport,
} from '../../infra/local/demo/glove-maker.ts';
import type { Answers } from '../../shared/forms/answers.ts';
import { rentFreePremises } from '../../shared/programmes/county/rent-free-premises.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { townCashSupport } from '../../shared/programmes/county/town-cash-support.ts';
import { trainingSubsidy } from '../../shared/programmes/county/training-subsidy.ts';
import { onceOnlyKeys } from '../../shared/rules/once-only-keys.ts';
import {
  evaluate,
  parsed,
  protectedView,
  someDay,
  termsOf,
  unmetRules,
  withDocuments,
} from '../support/evaluate.ts';

const applications = [
  ['rent-free premises', rentFreePremises, gloveMakerPremises('changan-phase-2', someDay)],
  ['startup grant', startupGrant, gloveMakerGrant()],
  ['Rain-Dew training', trainingSubsidy, gloveMakerRainDew()],
  ['skills training', trainingSubsidy, gloveMakerSkills()],
  ['yearly support', townCashSupport, gloveMakerYearlySupport(someDay)],
] as const;

describe('what the county gave the glove maker', () => {
  test.each(applications)(
    '%s: the answers are complete and eligible, nothing needs attention',
    (_, programme, answers) => {
      const { errors, answers: kept } = parsed(programme, withDocuments(programme, answers));
      expect(errors).toEqual([]);
      const record = evaluate(programme, kept);
      expect(unmetRules(record)).toEqual([]);
      expect(record.outcome).toBe('eligible');
    },
  );

  test('three years of rent are waived in full: 36 months', () => {
    const record = evaluate(rentFreePremises, gloveMakerPremises('changan-phase-2', someDay));
    expect(termsOf(record)).toEqual({
      jobsPromised: 70,
      poorShare: 34_28,
      freeArea: 2_000_00,
      area: 2_000_00,
      months: 36,
      share: 100_00,
      referenceRent: 8_00,
      rentSource: '县公布参考租金（演示）',
      monthlyRent: 1_600_000,
      monthlyValue: 1_600_000,
      valueForegone: 57_600_000,
    });
    expect(record.amount).toBe(57_600_000);
  });

  test('the startup grant on two legal bases is 100,000 yuan', () => {
    const record = evaluate(startupGrant, gloveMakerGrant());
    expect(gloveMakerGrant().citedBases).toEqual(['interim-measures', 'investment-agreement']);
    expect(termsOf(record)).toEqual({
      monthsOperating: 131,
      payroll: 70,
      poorPayroll: 24,
      eligibleInvoices: 24_000_000,
      invoiceShare: 12_000_000,
      requested: 10_000_000,
      cap: 10_000_000,
      fundLeft: 500_000_000,
      leastOfAll: 10_000_000,
      awardedBefore: 0,
      enterpriseLeft: 10_000_000,
      grant: 10_000_000,
    });
    expect(record.amount).toBe(10_000_000);
  });

  test('Rain-Dew training of 200 people is 200,000 yuan', () => {
    const record = evaluate(trainingSubsidy, gloveMakerRainDew());
    expect(termsOf(record)).toEqual({
      listed: 200,
      attended: 200,
      passed: 200,
      ofAge: 200,
      contracted: 200,
      statusMet: 200,
      qualified: 200,
      rate: 100_000,
      reckoned: 20_000_000,
      fundLeft: 500_000_000,
      subsidy: 20_000_000,
    });
    expect(record.amount).toBe(20_000_000);
  });

  test('skills training of 175 people is 87,500 yuan', () => {
    const record = evaluate(trainingSubsidy, gloveMakerSkills());
    expect(termsOf(record)).toMatchObject({
      listed: 175,
      qualified: 175,
      rate: 50_000,
      reckoned: 8_750_000,
      subsidy: 8_750_000,
    });
    expect(record.amount).toBe(8_750_000);
  });

  test('its branch in Guangfo gets 50,000 yuan a year', () => {
    expect(evaluate(townCashSupport, gloveMakerYearlySupport(someDay)).amount).toBe(5_000_000);
  });

  test('no trainee is paid for by both streams', () => {
    const keysOf = (answers: Answers) =>
      onceOnlyKeys(trainingSubsidy, protectedView(trainingSubsidy, answers), someDay, (said) => said).flatMap(
        ({ keys }) => keys,
      );
    const [rainDew, skills] = [keysOf(gloveMakerRainDew()), keysOf(gloveMakerSkills())];
    expect(rainDew.filter((key) => skills.includes(key))).toEqual([]);
  });

  test('head office and eleven branches lie in ten towns and employ 450, of whom 103 are poor', () => {
    const sites = [gloveMaker, ...gloveMakerBranches];
    expect(gloveMakerBranches).toHaveLength(11);
    expect(new Set(gloveMakerBranches.map(({ town }) => town)).size).toBe(10);
    expect(sites.reduce((sum, { workers }) => sum + workers, 0)).toBe(450);
    expect(sites.reduce((sum, { poorWorkers }) => sum + poorWorkers, 0)).toBe(103);
  });
});
