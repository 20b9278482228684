import { describe, expect, test } from 'vitest';
import { equipmentWorth, rentFreeAnswers, startupGrantAnswers } from '../../infra/local/demo/applications.ts';
import { fictionalFactory } from '../../infra/local/demo/factory.ts';
import { fictionalPerson } from '../../infra/local/demo/fictional-person.ts';
import { towns } from '../../shared/identity/town.ts';
import { rentFreePremises } from '../../shared/programmes/county/rent-free-premises.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { evaluate, parsed, someDay, withDocuments } from '../support/evaluate.ts';

const numbers = Array.from({ length: 66 }, (_, index) => index);
const factories = numbers.map(fictionalFactory);

describe('fictional factories', () => {
  test('are all different, in every town', () => {
    expect(new Set(factories.map(({ creditCode }) => creditCode)).size).toBe(numbers.length);
    expect(new Set(factories.map(({ enterpriseName }) => enterpriseName)).size).toBe(numbers.length);
    expect(new Set(factories.map(({ town }) => town)).size).toBe(towns.length);
  });

  test.each(numbers)('number %d can apply for a startup grant and for premises', (number) => {
    const factory = fictionalFactory(number);
    const grant = startupGrantAnswers(factory, {
      requested: 6_000_000,
      equipment: equipmentWorth(15_000_000, `2026${String(number).padStart(4, '0')}`),
      citedBases: ['interim-measures'],
      firstWorker: 10_000 + number * 100,
    });
    const premises = rentFreeAnswers(
      factory,
      { premises: 'unit-1', area: 300_00, months: 24, share: 50_00, jobs: 30, poorJobs: 11 },
      someDay,
    );
    for (const [programme, answers] of [
      [startupGrant, grant],
      [rentFreePremises, premises],
    ] as const) {
      const { errors, answers: kept } = parsed(programme, withDocuments(programme, answers));
      expect(errors).toEqual([]);
      expect(evaluate(programme, kept).outcome).toBe('eligible');
    }
  });
});

test('twenty thousand fictional people have different resident IDs, of no county there is', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => fictionalPerson(index).residentId);
  expect(new Set(ids).size).toBe(20_000);
  expect(ids.every((id) => id.startsWith('610999'))).toBe(true);
});
