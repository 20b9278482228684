import { useState } from 'react';

/** Keys that stay with their rows while others are taken out before them. */
export function useRowKeys(count: number) {
  const [state, setState] = useState<{ readonly keys: readonly number[]; readonly next: number }>({
    keys: [],
    next: 0,
  });
  let { keys, next } = state;
  if (keys.length !== count) {
    // Rows that came from elsewhere: those that fit keep their keys.
    const missing = Math.max(0, count - keys.length);
    keys = [...keys.slice(0, count), ...Array.from({ length: missing }, (_, index) => next + index)];
    next += missing;
    setState({ keys, next });
  }
  return {
    keys,
    taken: (index: number) => setState({ keys: keys.toSpliced(index, 1), next }),
    /** All rows are others now. */
    renewed: (length: number) =>
      setState({ keys: Array.from({ length }, (_, index) => next + index), next: next + length }),
  };
}
