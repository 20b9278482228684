import type { FieldError } from '../../api/errors.ts';
import { returnFault } from './return-fault.ts';
import type { ReturnLine } from './return-line.ts';

const nameOf = ({ payment = '' }: ReturnLine): string => payment.trim().toUpperCase();

const sameContent = (one: ReturnLine, other: ReturnLine): boolean =>
  one.result === other.result &&
  one.amount === other.amount &&
  one.account === other.account &&
  one.reference === other.reference &&
  one.paidOn === other.paidOn &&
  one.reason === other.reason;

/**
 * Payments that a file names more than once, by index of the line: of equal lines the first counts; of those that
 * contradict each other none does, since nobody here can know which is right.
 */
export function repeatedLines(lines: readonly ReturnLine[]): ReadonlyMap<number, FieldError> {
  const places = Map.groupBy(lines.keys(), (index) => nameOf(lines[index] ?? {}));
  const found = new Map<number, FieldError>();
  for (const [name, indexes] of places) {
    const [at, ...later] = indexes;
    const original = at === undefined ? undefined : lines[at];
    if (name === '' || at === undefined || original === undefined) continue;
    const contradicting = later.find((index) => !sameContent(original, lines[index] ?? {}));
    for (const index of later) {
      const code = contradicting === undefined ? 'twice-in-file' : 'contradicts-line';
      found.set(index, returnFault('payment', code, { line: at + 1 }));
    }
    if (contradicting !== undefined) {
      found.set(at, returnFault('payment', 'contradicts-line', { line: contradicting + 1 }));
    }
  }
  return found;
}
