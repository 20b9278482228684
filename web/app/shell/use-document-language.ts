import { useLayoutEffect } from 'react';
import { languageTag, useLocale } from '../../lib/i18n/locale.ts';

/** Keeps `<html lang>` right: screen readers pick the voice by it and browsers the glyphs. */
export function useDocumentLanguage(): void {
  const locale = useLocale();
  useLayoutEffect(() => {
    document.documentElement.lang = languageTag(locale);
  }, [locale]);
}
