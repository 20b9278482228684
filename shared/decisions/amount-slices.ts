import { type Bits, noBits } from './posting.ts';

/**
 * Amounts are found by range through a code of ten bits that rises with the amount: its number of digits and its
 * first two digits. Each bit is a posting of its own; ten of them answer any range. What people ask for (30,000,
 * 150,000) has two significant digits, so few decisions just beside a bound are found that must be left out again.
 */
export const sliceCount = 10;

/** @param amount fen, from 0 to 10^11. */
export function amountCode(amount: number): number {
  if (amount === 0) return 0;
  const digits = String(amount).length;
  const leading = Number(String(amount).slice(0, 2).padEnd(2, '0'));
  return 1 + (digits - 1) * 90 + (leading - 10);
}

/** The bits of an amount's code that are set, lowest first. */
export const slicesOf = (amount: number): readonly number[] => {
  const code = amountCode(amount);
  return Array.from({ length: sliceCount }, (_, bit) => bit).filter((bit) => code & (1 << bit));
};

/** Those of `within` whose code is at least that of `least`, and at most that of `most` (fen). */
export function codesBetween(
  slice: (bit: number) => Bits | undefined,
  within: Bits,
  least: number,
  most: number,
): Bits {
  const atLeast = compared(slice, within, amountCode(least), 'least');
  return compared(slice, atLeast, amountCode(most), 'most');
}

/** Bit by bit from the highest: what is decided by the bits so far, and what is still equal to the bound. */
function compared(
  slice: (bit: number) => Bits | undefined,
  within: Bits,
  bound: number,
  which: 'least' | 'most',
): Bits {
  let equal = within;
  const beyond = noBits();
  for (let bit = sliceCount - 1; bit >= 0; bit -= 1) {
    const set = slice(bit);
    const isSet = (bound & (1 << bit)) !== 0;
    const wanted = which === 'least' ? !isSet : isSet;
    const before = equal;
    equal = before.map((word, at) => word & (isSet ? (set?.[at] ?? 0) : ~(set?.[at] ?? 0)));
    if (wanted) {
      for (let at = 0; at < beyond.length; at += 1) {
        beyond[at] = (beyond[at] ?? 0) | ((before[at] ?? 0) & ~(equal[at] ?? 0));
      }
    }
  }
  return beyond.map((word, at) => word | (equal[at] ?? 0));
}
