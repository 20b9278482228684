import { useMemo } from 'react';
import {
  formatArea,
  formatDate,
  formatInstant,
  formatInteger,
  formatMoney,
  formatMoneyWithWan,
  formatPercentage,
} from '../../../shared/language/format.ts';
import { useLocale } from './locale.ts';

/** Bytes as people read them: 340 KB, 2.1 MB. */
function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Values in the person's language: money in fen, dates `YYYY-MM-DD`, instants, areas and shares scaled by 100. */
export function useFormat() {
  const locale = useLocale();
  return useMemo(
    () => ({
      money: (fen: number) => formatMoney(fen, locale),
      moneyWithWan: (fen: number) => formatMoneyWithWan(fen, locale),
      date: (date: string) => formatDate(date, locale),
      instant: (instant: string) => formatInstant(instant, locale),
      count: formatInteger,
      percentage: formatPercentage,
      area: (value: number) => formatArea(value, locale),
      size: formatSize,
    }),
    [locale],
  );
}
