import { dateInShanghai, timeInShanghai } from '../calendar/instant.ts';
import type { Locale, Text } from './text.ts';

/**
 * How values are written for people. Written by hand and not by Intl, whose output changes with the
 * runtime's version: letters are printed years apart and must not differ.
 */
const inHundredths = (value: number): { sign: string; whole: string; hundredths: string } => {
  const digits = String(Math.abs(value)).padStart(3, '0');
  return { sign: value < 0 ? '-' : '', whole: digits.slice(0, -2), hundredths: digits.slice(-2) };
};

const grouped = (digits: string): string => digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');

/** 1,234,567 */
export const formatInteger = (value: number): string =>
  `${value < 0 ? '-' : ''}${grouped(String(Math.abs(value)))}`;

/** Always two decimals: 1,234,567.00. */
function fixed(value: number): string {
  const { sign, whole, hundredths } = inHundredths(value);
  return `${sign}${grouped(whole)}.${hundredths}`;
}

/** No more decimals than needed: 80, 12.5. */
function short(value: number): string {
  return fixed(value).replace(/\.?0+$/, '');
}

/** Fen as 1,234,567.00 元 / CNY 1,234,567.00. */
export const formatMoney = (fen: number, locale: Locale): string =>
  locale === 'zh' ? `${fixed(fen)} 元` : `CNY ${fixed(fen)}`;

/** Fen in units of ten thousand yuan, exact: 123.4567 万元 / CNY 123.4567 × 10,000. */
export function formatWan(fen: number, locale: Locale): string {
  const digits = String(Math.abs(fen)).padStart(7, '0');
  const decimals = digits.slice(-6).replace(/0+$/, '');
  const wan = `${fen < 0 ? '-' : ''}${grouped(digits.slice(0, -6))}${decimals && `.${decimals}`}`;
  return locale === 'zh' ? `${wan} 万元` : `CNY ${wan} × 10,000`;
}

/** 1,234,567.00 元（123.4567 万元）; below ten thousand yuan and in English the plain amount says it all. */
export const formatMoneyWithWan = (fen: number, locale: Locale): string =>
  locale === 'zh' && Math.abs(fen) >= 1_000_000
    ? `${formatMoney(fen, locale)}（${formatWan(fen, locale)}）`
    : formatMoney(fen, locale);

/** 0.01 m² as 2,000 平方米 / 2,000 m². */
export const formatArea = (hundredths: number, locale: Locale): string =>
  `${short(hundredths)} ${locale === 'zh' ? '平方米' : 'm²'}`;

/** 0.01 % as 80%. */
export const formatPercentage = (hundredths: number): string => `${short(hundredths)}%`;

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2026-11-03` as 2026年11月3日 / 3 November 2026. */
export function formatDate(date: string, locale: Locale): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return locale === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1]} ${year}`;
}

/** A UTC instant in Beijing time: 2026年11月23日 09:02 / 23 November 2026, 09:02 (Beijing time). */
export function formatInstant(instant: string, locale: Locale): string {
  const [date, time] = [formatDate(dateInShanghai(instant), locale), timeInShanghai(instant)];
  return locale === 'zh' ? `${date} ${time}` : `${date}, ${time} (Beijing time)`;
}

/** One value in both languages, for the slots of a message. */
export const inBoth = (format: (locale: Locale) => string): Text => ({ zh: format('zh'), en: format('en') });
