const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const pattern = /^[0-9A-HJ-NP-RTUWXY]{18}$/;
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
/** 3^(i−1) mod 31 for the first 17 positions. */
const weights = Array.from({ length: 17 }, (_, index) => powerMod(3, index, 31));

function powerMod(base: number, exponent: number, modulus: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i += 1) result = (result * base) % modulus;
  return result;
}

const weighted = (values: readonly number[], by: readonly number[]): number =>
  values.reduce((sum, value, index) => sum + value * (by[index] ?? 0), 0);

/** The organisation code inside (GB 11714): digits count as themselves, A = 10 … Z = 35. */
function organisationCheck(code: string): string {
  const values = [...code].slice(8, 16).map((character) => Number.parseInt(character, 36));
  const check = 11 - (weighted(values, organisationWeights) % 11);
  return check === 11 ? '0' : check === 10 ? 'X' : String(check);
}

function creditCheck(code: string): string {
  const values = [...code].slice(0, 17).map((character) => alphabet.indexOf(character));
  return alphabet.charAt((31 - (weighted(values, weights) % 31)) % 31);
}

export type CreditCodeFault = 'form' | 'organisation-check' | 'check';

/**
 * What is wrong with a unified social credit code 统一社会信用代码 (GB 32100-2015), or undefined when it is
 * right. Both check characters count: that of the code and that of the organisation code inside.
 */
export function creditCodeFault(code: string): CreditCodeFault | undefined {
  if (!pattern.test(code)) return 'form';
  if (code.charAt(16) !== organisationCheck(code)) return 'organisation-check';
  if (code.charAt(17) !== creditCheck(code)) return 'check';
  return undefined;
}
