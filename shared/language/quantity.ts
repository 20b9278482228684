import { formatArea, formatInteger, formatMoney, formatPercentage, inBoth } from './format.ts';
import { fill, type Locale, type Text } from './text.ts';

/** What a number of the policy counts. Fen, 0.01 % and 0.01 m² are scaled integers. */
export const numberUnits = [
  'fen',
  'percent',
  'area',
  'months',
  'days',
  'people',
  'years',
  'count',
  'fen-per-area-month',
  'fen-per-person',
] as const;
export const units = [...numberUnits, 'yes-no', 'text'] as const;
type Unit = (typeof units)[number];

/** A value of the reckoning with its unit: a term or a parameter. */
export type Quantity = { readonly value: string | number | boolean; readonly unit: Unit };

const counted = {
  months: ['个月', 'month', 'months'],
  days: ['天', 'day', 'days'],
  people: ['人', 'person', 'people'],
  years: ['年', 'year', 'years'],
} as const;

function formatNumber(value: number, unit: Unit, locale: Locale): string {
  switch (unit) {
    case 'fen':
      return formatMoney(value, locale);
    case 'percent':
      return formatPercentage(value);
    case 'area':
      return formatArea(value, locale);
    case 'fen-per-area-month':
      return `${formatMoney(value, locale)}${locale === 'zh' ? '/平方米·月' : ' per m² per month'}`;
    case 'fen-per-person':
      return `${formatMoney(value, locale)}${locale === 'zh' ? '/人' : ' per person'}`;
    case 'months':
    case 'days':
    case 'people':
    case 'years': {
      const [zh, one, many] = counted[unit];
      return `${formatInteger(value)} ${locale === 'zh' ? zh : value === 1 ? one : many}`;
    }
    default:
      return formatInteger(value);
  }
}

/** As people read it: `100,000.00 元`, `80%`, `175 人`, `是`. */
export function formatQuantity({ value, unit }: Quantity, locale: Locale): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatNumber(value, unit, locale);
  return locale === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
}

/** Fills the `{name}` slots of a template, each value with its unit and in the language of the sentence. */
export const fillQuantities = (template: Text, values: Readonly<Record<string, Quantity>>): Text =>
  inBoth(
    (locale) =>
      fill(
        template,
        Object.fromEntries(
          Object.entries(values).map(([name, quantity]) => [name, formatQuantity(quantity, locale)]),
        ),
      )[locale],
  );
