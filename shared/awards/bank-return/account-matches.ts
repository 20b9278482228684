import type { ProtectedValue } from '../../forms/answers.ts';

const whole = /^\d{12,19}$/;
/** `6230********7890`, `****7890`, `尾号7890`: something hidden, then the last four. */
const lastFour = /\D(\d{4})$|^(\d{4})$/;

/**
 * Whether an account as a bank writes it may be this one: a whole number is compared digit by digit, by its keyed
 * hash; of a masked one the last four digits are all that can be.
 */
export function accountMatches(
  typed: string,
  { masked, key }: ProtectedValue,
  keyOf: (account: string) => string,
): boolean {
  const written = typed.replaceAll(/[\s-]/g, '');
  if (whole.test(written)) return keyOf(written) === key;
  const [, after, alone] = lastFour.exec(written) ?? [];
  const digits = after ?? alone;
  return digits !== undefined && digits === masked.slice(-4);
}
