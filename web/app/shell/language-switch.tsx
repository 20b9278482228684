import { chooseLocale, languageTag, useLocale } from '../../lib/i18n/locale.ts';

const others = { zh: { locale: 'en', name: 'English' }, en: { locale: 'zh', name: '中文' } } as const;

/** One click to the other language, named in that language. */
export function LanguageSwitch() {
  const other = others[useLocale()];
  return (
    <button
      type="button"
      className="header-language"
      lang={languageTag(other.locale)}
      onClick={() => chooseLocale(other.locale)}
    >
      {other.name}
    </button>
  );
}
