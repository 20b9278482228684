import { type Text, text } from './text.ts';

/** What a number of the policy counts. Fen, 0.01 % and 0.01 m² are scaled integers. */
export type Unit =
  | 'fen'
  | 'percent'
  | 'area'
  | 'months'
  | 'days'
  | 'people'
  | 'years'
  | 'count'
  | 'yes-no'
  | 'text'
  | 'fen-per-area-month'
  | 'fen-per-person';

const both = (said: string): Text => text(said, said);

/** 12345678 → `123,456.78`; whole numbers keep two decimals only where money is meant. */
function hundredths(value: number, decimals: 'always' | 'if-any'): string {
  const [whole, part] = [Math.trunc(Math.abs(value) / 100), Math.abs(value) % 100];
  const sign = value < 0 ? '-' : '';
  const grouped = String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return part === 0 && decimals === 'if-any'
    ? sign + grouped
    : `${sign}${grouped}.${String(part).padStart(2, '0')}`;
}

const counted = {
  months: ['个月', 'month', 'months'],
  days: ['天', 'day', 'days'],
  people: ['人', 'person', 'people'],
  years: ['年', 'year', 'years'],
} as const;

/** A value of the reckoning as people read it: `100,000.00 元`, `80%`, `175 人`, `是`. */
export function quantity(value: string | number | boolean, unit: Unit): Text {
  if (typeof value === 'boolean') return value ? text('是', 'yes') : text('否', 'no');
  if (typeof value === 'string') return both(value);
  switch (unit) {
    case 'fen':
      return text(`${hundredths(value, 'always')} 元`, `${hundredths(value, 'always')} yuan`);
    case 'percent':
      return both(`${hundredths(value, 'if-any')}%`);
    case 'area':
      return text(`${hundredths(value, 'if-any')} 平方米`, `${hundredths(value, 'if-any')} m²`);
    case 'fen-per-area-month':
      return text(
        `${hundredths(value, 'always')} 元/平方米·月`,
        `${hundredths(value, 'always')} yuan per m² per month`,
      );
    case 'fen-per-person':
      return text(`${hundredths(value, 'always')} 元/人`, `${hundredths(value, 'always')} yuan per person`);
    case 'yes-no':
    case 'text':
    case 'count':
      return both(String(value));
    default: {
      const [zh, one, many] = counted[unit];
      return text(`${value} ${zh}`, `${value} ${value === 1 ? one : many}`);
    }
  }
}
