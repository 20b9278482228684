import { useSyncExternalStore } from 'react';
import type { Locale } from '../../../shared/language/text.ts';

const storageKey = 'locale';
const listeners = new Set<() => void>();
let chosen: Locale | undefined;

/** Tags for `lang`, `Intl` and the glyphs a browser picks. */
export const languageTag = (locale: Locale): string => (locale === 'zh' ? 'zh-CN' : 'en');

/** Chinese unless the person has chosen English on this device before. */
function currentLocale(): Locale {
  chosen ??= localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
  return chosen;
}

export function chooseLocale(locale: Locale): void {
  chosen = locale;
  localStorage.setItem(storageKey, locale);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLocale = (): Locale => useSyncExternalStore(subscribe, currentLocale);
