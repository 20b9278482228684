import { useSyncExternalStore } from 'react';

/** What a sign-in left behind. Kept for this tab only; closing it signs the person out of this page. */
export type Session = {
  readonly accessToken: string;
  readonly idToken?: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
};

const storageKey = 'session';
const listeners = new Set<() => void>();
let known: { readonly session: Session | undefined } | undefined;

function isSession(value: unknown): value is Session {
  return (
    typeof value === 'object' &&
    value !== null &&
    'accessToken' in value &&
    typeof value.accessToken === 'string' &&
    'expiresAt' in value &&
    typeof value.expiresAt === 'number'
  );
}

function read(): Session | undefined {
  const stored = sessionStorage.getItem(storageKey);
  if (stored === null) return undefined;
  const value: unknown = JSON.parse(stored);
  return isSession(value) ? value : undefined;
}

export function currentSession(): Session | undefined {
  known ??= { session: read() };
  return known.session;
}

export function keepSession(session: Session): void {
  sessionStorage.setItem(storageKey, JSON.stringify(session));
  known = { session };
  for (const listener of listeners) listener();
}

export function dropSession(): void {
  sessionStorage.removeItem(storageKey);
  known = { session: undefined };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSession = (): Session | undefined => useSyncExternalStore(subscribe, currentSession);
