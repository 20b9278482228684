import { describe, expect, test } from 'vitest';
import {
  gloveMakerGrant,
  gloveMakerPremises,
  gloveMakerRainDew,
} from '../../infra/local/demo/glove-maker.ts';
import { workerRows } from '../../infra/local/demo/rosters.ts';
import { rentFreePremises } from '../../shared/programmes/county/rent-free-premises.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { trainingSubsidy } from '../../shared/programmes/county/training-subsidy.ts';
import type { Obligation, Programme } from '../../shared/programmes/programme.ts';
import { evaluateReport } from '../../shared/rules/evaluate-report.ts';
import { evaluate, someDay } from '../support/evaluate.ts';

const duty = ({ obligations }: Programme, id: string): Obligation => {
  const found = obligations.find((obligation) => obligation.id === id);
  if (found === undefined) throw new Error(`no obligation ${id}`);
  return found;
};
const award = { paid: 9_000_000, monthsLeft: 4, monthsTotal: 12 };

const rosterOf = (count: number) =>
  workerRows(1, count, 0, '2026-03-02').map(({ startedOn, poorHousehold }) => ({
    startedOn: startedOn!,
    poorHousehold: poorHousehold!,
  }));

describe('a report is judged by what was promised', () => {
  const grant = evaluate(startupGrant, gloveMakerGrant());
  test.each([
    [56, true, 'yes'],
    [55, true, 'no'],
    [70, false, 'no'],
  ])('startup grant: %d of 70 workers, operating %s: kept %s', (count, stillOperating, kept) => {
    const judged = evaluateReport(
      startupGrant,
      duty(startupGrant, 'keep-operating'),
      grant,
      { roster: rosterOf(count), stillOperating },
      award,
      someDay,
    );
    expect(judged).toEqual({ kept, recovery: 3_000_000 });
  });

  const premises = evaluate(rentFreePremises, gloveMakerPremises('changan-phase-2', someDay));
  test.each([
    [56, 0, 'yes'],
    [55, 0, 'no'],
    [70, 2, 'yes'],
    [70, 3, 'no'],
  ])('premises: %d of 70 workers, %d months idle: kept %s', (count, idleMonths, kept) => {
    const obligation = duty(rentFreePremises, 'quarterly-roster');
    const judged = evaluateReport(
      rentFreePremises,
      obligation,
      premises,
      { roster: rosterOf(count), idleMonths },
      award,
      someDay,
    );
    expect(judged.kept).toBe(kept);
  });

  const training = evaluate(trainingSubsidy, gloveMakerRainDew());
  test.each([
    [120, 0, 'yes', 0],
    [119, 0, 'no', 0],
    [200, 3, 'no', 300_000],
    [0, 200, 'no', 9_000_000],
  ])(
    'training: %d still employed, %d ineligible: kept %s, recover %d fen',
    (stillEmployed, foundIneligible, kept, recovery) => {
      const obligation = duty(trainingSubsidy, 'retention');
      const report = { stillEmployed, foundIneligible };
      expect(evaluateReport(trainingSubsidy, obligation, training, report, award, someDay)).toEqual({
        kept,
        recovery,
      });
    },
  );
});

test('a standing duty without a report is for an officer to judge', () => {
  const record = evaluate(rentFreePremises, gloveMakerPremises('changan-phase-2', someDay));
  expect(
    evaluateReport(rentFreePremises, duty(rentFreePremises, 'no-sublet'), record, {}, award, someDay),
  ).toEqual({ kept: 'unclear', recovery: 3_000_000 });
});

test('an award without months cannot be shared out, so nothing is recovered by itself', () => {
  const record = evaluate(startupGrant, gloveMakerGrant());
  const obligation = duty(startupGrant, 'keep-operating');
  const judged = evaluateReport(
    startupGrant,
    obligation,
    record,
    {},
    { paid: 1, monthsLeft: 0, monthsTotal: 0 },
    someDay,
  );
  expect(judged.recovery).toBe(0);
});
