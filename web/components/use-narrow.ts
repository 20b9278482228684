import { useSyncExternalStore } from 'react';

/** Below this a grid of inputs does not fit; the same as in components/rows. */
const narrow = '(max-width: 56rem)';

function subscribe(listener: () => void): () => void {
  const query = matchMedia(narrow);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(narrow).matches);
