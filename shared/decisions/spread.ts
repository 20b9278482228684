/**
 * Bounds of the spread of decisions over their promise, in hundredths of the promised days: up to a quarter of
 * them, half, three quarters, the whole promise, half as much again, and beyond.
 */
const bounds = [25, 50, 75, 100, 150] as const;

export const spreadRanges = bounds.length + 1;
/** So many ranges kept the promise; what lies after them is late. */
export const rangesInTime = 4;

/** The range of a decision that had a promise. */
export function rangeOf({ used, promised }: { readonly used: number; readonly promised: number }): number {
  const range = bounds.findIndex((hundredths) => used * 100 <= promised * hundredths);
  return range === -1 ? bounds.length : range;
}
