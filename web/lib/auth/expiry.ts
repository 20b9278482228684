import { useSyncExternalStore } from 'react';
import { currentSession } from './session.ts';

const listeners = new Set<() => void>();
let refusedToken: string | undefined;

/** The API no longer takes our token. The page stays as it is and offers to sign in again. */
export function noteExpiry(): void {
  refusedToken = currentSession()?.accessToken;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** True until the person has signed in again. */
export const useExpired = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => refusedToken !== undefined && refusedToken === currentSession()?.accessToken,
  );
