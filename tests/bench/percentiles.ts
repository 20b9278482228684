/** The value below which so many of a hundred lie; 0 of none. */
export function percentile(values: readonly number[], of100: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * of100) / 100))] ?? 0;
}

export const median = (values: readonly number[]): number => percentile(values, 50);

/** To so many significant digits, for people and for machines. */
export const rounded = (value: number, digits = 3): number => Number(value.toPrecision(digits));
