import { expect, test } from 'vitest';
import type { Answers } from '../../shared/forms/answers.ts';
import { askedFields } from '../../shared/forms/visibility.ts';
import { rentFreePremises } from '../../shared/programmes/county/rent-free-premises.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { formConditions } from '../../shared/rules/form-environment.ts';

const slotsAsked = ({ form }: Programme, answers: Answers) =>
  askedFields(form, answers, formConditions(form, '2026-11-23')).flatMap(({ field, required }) =>
    field.type === 'document' ? [[field.slot, required]] : [],
  );

test('whoever does not rely on an investment agreement is not asked for one', () => {
  const asked = (...citedBases: string[]) =>
    slotsAsked(startupGrant, { citedBases }).filter(([slot]) => slot === 'agreement');
  expect(asked('interim-measures')).toEqual([]);
  expect(asked('interim-measures', 'investment-agreement')).toEqual([['agreement', true]]);
});

test('a licence is asked of those who have one, a commitment of those who are still preparing', () => {
  const asked = (applicantType: string) =>
    slotsAsked(rentFreePremises, { applicantType })
      .filter(([slot]) => slot === 'licence' || slot === 'registrationCommitment')
      .map(([slot]) => slot);
  expect(asked('enterprise')).toEqual(['licence']);
  expect(asked('preparing')).toEqual(['registrationCommitment']);
});
