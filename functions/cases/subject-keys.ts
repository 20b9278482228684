import { isProtectedValue, type ProtectedAnswers } from '../../shared/forms/answers.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { DataKey } from '../persistence/data-key.ts';

const textAt = (answers: ProtectedAnswers, id: string): string | undefined => {
  const value = answers[id];
  return typeof value === 'string' ? value : undefined;
};

/** Codes of sole traders 个体工商户 begin with 92: such a code stands for a person. */
export const isSoleTrader = (creditCode: string): boolean => creditCode.startsWith('92');

/**
 * The key under which an enterprise is known: its credit code, which is public; a keyed hash where that
 * would name a person, or of the legal representative where there is no code yet.
 */
export function enterpriseKey({ keys }: Programme, answers: ProtectedAnswers, dataKey: DataKey): string {
  const creditCode = textAt(answers, keys.creditCode);
  if (creditCode !== undefined) return enterpriseKeyOfCode(creditCode, dataKey);
  const person = answers[keys.legalRepresentativeId];
  return dataKey.keyedHash('person', isProtectedValue(person) ? person.key : '');
}

export const enterpriseKeyOfCode = (creditCode: string, dataKey: DataKey): string =>
  isSoleTrader(creditCode) ? dataKey.keyedHash('sole-trader', creditCode) : creditCode;

/** Written by hand, so it may name anybody: hashed, after spaces and letter case have been evened out. */
export function siteKey({ keys }: Programme, answers: ProtectedAnswers, dataKey: DataKey): string {
  const site = textAt(answers, keys.site) ?? '';
  return dataKey.keyedHash('site', site.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase());
}

export const townOf = ({ keys }: Programme, answers: ProtectedAnswers): string =>
  textAt(answers, keys.town) ?? '';

export const enterpriseNameOf = ({ keys }: Programme, answers: ProtectedAnswers): string =>
  textAt(answers, keys.enterpriseName) ?? '';
