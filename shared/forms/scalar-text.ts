import { townByCode, towns } from '../identity/town.ts';
import type { Locale } from '../language/text.ts';
import type { ScalarAnswer } from './answers.ts';
import type { ScalarField } from './field.ts';
import { type FieldFault, fault } from './field-error.ts';

/** What a text says for a field: an answer, nothing, or why it cannot be read. */
export type ReadScalar =
  | { readonly kind: 'answer'; readonly value: ScalarAnswer }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreadable'; readonly fault: FieldFault };

const answer = (value: ScalarAnswer): ReadScalar => ({ kind: 'answer', value });
const unreadable = (found: FieldFault): ReadScalar => ({ kind: 'unreadable', fault: found });

/**
 * Reads what a person typed into an input or a spreadsheet cell. Full-width forms, thousands separators,
 * units (元, 万元, 平方米, 人, %) and Chinese dates are understood. Whether the answer is right is another
 * question (value-fault.ts).
 */
export function readScalar(field: ScalarField, text: string): ReadScalar {
  const written = text.normalize('NFKC').trim();
  if (written === '') return { kind: 'nothing' };
  switch (field.type) {
    case 'integer':
      return readNumber(written, 0);
    case 'money':
    case 'percentage':
    case 'area':
      return readNumber(written, 2);
    case 'date':
      return readDate(written);
    case 'yes-no':
      return readYesNo(written);
    case 'choice':
      return answer(optionOf(field.options, written) ?? written);
    case 'town':
      return answer(townOf(written) ?? written);
    case 'resident-id':
    case 'mobile':
    case 'bank-account':
      return /^\d(\.\d+)?E\+?\d+$/i.test(written) ? unreadable(fault('digits-lost')) : answer(written);
    default:
      // Kept as written: full-width punctuation belongs to Chinese text.
      return answer(text.trim());
  }
}

const units = /(?:元|圆|㎡|m2|平方米|平米|人|个|名|%)$/;

/** Exact decimal arithmetic on the digits; a float would turn 0.29 元 into 28.999 fen. */
function readNumber(written: string, scale: number): ReadScalar {
  const bare = written
    .replaceAll(/[,\s]/g, '')
    .replace(/^(?:¥|CNY|RMB|人民币)/i, '')
    .replace(units, '');
  const inWan = bare.endsWith('万');
  const [, sign = '', whole = '', decimals = ''] =
    /^(-?)(\d{1,15})(?:\.(\d*))?$/.exec(inWan ? bare.slice(0, -1) : bare) ?? [];
  if (whole === '') return unreadable(fault('unreadable-number'));
  const places = scale + (inWan ? 4 : 0);
  const significant = decimals.replace(/0+$/, '');
  if (significant.length > places) return unreadable(fault('too-many-decimals', { max: places }));
  const value = Number(`${sign}${whole}${significant.padEnd(places, '0')}`);
  return Number.isSafeInteger(value)
    ? answer(value === 0 ? 0 : value)
    : unreadable(fault('unreadable-number'));
}

function readDate(written: string): ReadScalar {
  const [, year, month, day] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(
      written,
    ) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(written) ??
    [];
  if (year === undefined || month === undefined || day === undefined) {
    return unreadable(fault('unreadable-date'));
  }
  return answer(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

const yes = new Set('是 有 对 y yes true 1 ☑ ✓ ✔ √ ✅'.split(' '));
const no = new Set('否 无 不 非 n no false 0 ☐ □ ✗ ✘ × x ❌'.split(' '));

function readYesNo(written: string): ReadScalar {
  const word = written.toLowerCase();
  if (yes.has(word)) return answer(true);
  return no.has(word) ? answer(false) : unreadable(fault('unreadable-yes-no'));
}

/** For comparing labels: without blanks, marks of required columns, and what stands in brackets at the end. */
export const bareLabel = (label: string): string =>
  label
    .normalize('NFKC')
    .replaceAll(/[\s*:_]/g, '')
    .replace(/\([^()]*\)$/, '')
    .toLowerCase();

function optionOf(
  options: readonly {
    readonly value: string;
    readonly label: { readonly zh: string; readonly en: string };
  }[],
  written: string,
): string | undefined {
  const wanted = bareLabel(written);
  return options.find(({ value, label }) =>
    [value, label.zh, label.en].some((name) => bareLabel(name) === wanted),
  )?.value;
}

function townOf(written: string): string | undefined {
  const wanted = bareLabel(written);
  return towns.find(({ code, name }) =>
    [code, name.zh, name.zh.replace(/镇$/, ''), name.en].some((known) => bareLabel(known) === wanted),
  )?.code;
}

/** The text that `readScalar` reads as this very answer: for spreadsheets and for inputs. */
export function writeScalar(field: ScalarField, value: ScalarAnswer, locale: Locale): string {
  switch (field.type) {
    case 'money':
    case 'percentage':
    case 'area':
      return decimal(Number(value));
    case 'yes-no':
      return locale === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
    case 'choice':
      return field.options.find((option) => option.value === value)?.label[locale] ?? String(value);
    case 'town':
      return townByCode(String(value))?.name[locale] ?? String(value);
    default:
      return String(value);
  }
}

function decimal(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
