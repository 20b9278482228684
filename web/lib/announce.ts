import { useSyncExternalStore } from 'react';
import type { Text } from '../../shared/language/text.ts';

export type Toast = { readonly id: number; readonly message: Text; readonly tone: 'good' | 'bad' };

const listeners = new Set<() => void>();
let shown: readonly Toast[] = [];
let latest = 0;

function show(next: readonly Toast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Long enough to read twice; errors stay until they are closed (WCAG 2.2.1). */
const goodForMs = 7000;

/** Tells the person what just happened, without taking their focus. */
export function announce(message: Text, tone: Toast['tone'] = 'good'): void {
  latest += 1;
  const toast = { id: latest, message, tone };
  show([...shown.slice(-2), toast]);
  if (tone === 'good') setTimeout(() => closeToast(toast.id), goodForMs);
}

export const closeToast = (id: number): void => show(shown.filter((toast) => toast.id !== id));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useToasts = (): readonly Toast[] => useSyncExternalStore(subscribe, () => shown);
