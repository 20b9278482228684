import { useCallback, useState } from 'react';

const prefix = 'kept:';

function read(key: string): string | undefined {
  return sessionStorage.getItem(prefix + key) ?? undefined;
}

/**
 * Text that outlives the page it is typed on, in this tab: after a refusal, a reload or a new sign-in it is
 * still there. `forget` once it has served.
 */
export function useKept(
  key: string,
  initial: string,
): readonly [string, (value: string) => void, () => void] {
  const [value, setValue] = useState(() => read(key) ?? initial);
  const keep = useCallback(
    (next: string) => {
      sessionStorage.setItem(prefix + key, next);
      setValue(next);
    },
    [key],
  );
  const forget = useCallback(() => {
    sessionStorage.removeItem(prefix + key);
  }, [key]);
  return [value, keep, forget];
}

/** Forgets everything kept under keys that begin so. */
export function forgetKept(start: string): void {
  const keys = Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? '');
  for (const key of keys) if (key.startsWith(prefix + start)) sessionStorage.removeItem(key);
}
