import { fullYearsBetween, isDate } from '../calendar/date.ts';

const pattern = /^\d{17}[\dX]$/;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** Province codes of GB/T 2260, with 83 of the residence permits for people from Taiwan. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

export type ResidentIdFault = 'form' | 'region' | 'birth-date' | 'check';

/** The date of birth an ID states, `YYYY-MM-DD`; it may be a date that never was. */
export const birthDateOf = (id: string): string =>
  `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;

function checkCharacter(id: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(id.charAt(index)), 0);
  return checkCharacters.charAt(sum % 11);
}

/**
 * What is wrong with a resident ID 居民身份证号码 (GB 11643-1999), or undefined when it is right. The region
 * is judged by its province only: county codes change and old IDs keep theirs.
 */
export function residentIdFault(id: string): ResidentIdFault | undefined {
  if (!pattern.test(id)) return 'form';
  if (!provinces.has(id.slice(0, 2))) return 'region';
  const birth = birthDateOf(id);
  if (!isDate(birth) || birth < '1800-01-01') return 'birth-date';
  if (id.charAt(17) !== checkCharacter(id)) return 'check';
  return undefined;
}

/** Completed years of age on a date (`YYYY-MM-DD`) of the holder of a valid ID; negative before the birth. */
export const ageOn = (id: string, date: string): number => fullYearsBetween(birthDateOf(id), date);
