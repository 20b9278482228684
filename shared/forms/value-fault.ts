import { isDate } from '../calendar/date.ts';
import { isBankAccount, isMobile } from '../identity/contact-and-bank.ts';
import { creditCodeFault } from '../identity/credit-code.ts';
import { isPersonName } from '../identity/person-name.ts';
import { residentIdFault } from '../identity/resident-id.ts';
import { townByCode } from '../identity/town.ts';
import {
  formatArea,
  formatDate,
  formatInteger,
  formatMoney,
  formatPercentage,
  inBoth,
} from '../language/format.ts';
import type { AnswerValue, ScalarAnswer } from './answers.ts';
import type { Field, FieldOf, ScalarField } from './field.ts';
import { type FieldFault, fault } from './field-error.ts';

/** What the bounds of a date may refer to: today in Shanghai, and other dates of the row or the form. */
export type DateBounds = { readonly today: string; dateOf(id: string): string | undefined };

export const textOf = (value: AnswerValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** Whether a well-shaped answer is also right; undefined when it is. */
export function scalarFault(
  field: ScalarField,
  value: ScalarAnswer,
  bounds: DateBounds,
): FieldFault | undefined {
  if (typeof value === 'number') return isNumeric(field) ? numberFault(field, value) : fault('wrong-type');
  return typeof value === 'string' ? textFault(field, value, bounds) : undefined;
}

function textFault(field: ScalarField, value: string, bounds: DateBounds): FieldFault | undefined {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return [...value].length < (field.minLength ?? 0)
        ? fault('too-short', { min: field.minLength ?? 0 })
        : undefined;
    case 'date':
      return dateFault(field, value, bounds);
    case 'choice':
      return field.options.some((option) => option.value === value) ? undefined : fault('not-an-option');
    case 'credit-code': {
      const found = creditCodeFault(value);
      return found && fault(found === 'form' ? 'credit-code-form' : 'credit-code-check');
    }
    case 'resident-id': {
      const found = residentIdFault(value);
      if (found) return fault(`resident-id-${found}`);
      return undefined;
    }
    case 'mobile':
      return isMobile(value) ? undefined : fault('mobile-form');
    case 'bank-account':
      return isBankAccount(value) ? undefined : fault('bank-account-form');
    case 'person-name':
      return isPersonName(value) ? undefined : fault('person-name-form');
    case 'town':
      return townByCode(value) ? undefined : fault('unknown-town');
    default:
      return undefined;
  }
}

type NumericField = FieldOf<'integer' | 'money' | 'percentage' | 'area'>;

const isNumeric = (field: ScalarField): field is NumericField => field.type in numericDefaults;

/** Nothing that is asked for can be negative unless its field says so; the upper ends only catch slips. */
const numericDefaults = {
  integer: { max: 1_000_000_000, write: () => formatInteger },
  money: { max: 100_000_000_000, write: (locale) => (fen) => formatMoney(fen, locale) },
  percentage: { max: 10_000, write: () => formatPercentage },
  area: { max: 1_000_000_000, write: (locale) => (area) => formatArea(area, locale) },
} as const satisfies Record<
  NumericField['type'],
  { max: number; write: (locale: 'zh' | 'en') => (value: number) => string }
>;

function numberFault(field: NumericField, value: number): FieldFault | undefined {
  const defaults = numericDefaults[field.type];
  const { min = 0, max = defaults.max } = field;
  const write = (limit: number) => inBoth((locale) => defaults.write(locale)(limit));
  if (value < min) return fault('too-small', { min: write(min) });
  if (value > max) return fault('too-large', { max: write(max) });
  return undefined;
}

/** Dates outside these years are slips of the pen, whatever the field. */
const plausible = (date: string): boolean => date >= '1900-01-01' && date <= '2199-12-31';

function dateFault(field: FieldOf<'date'>, value: string, bounds: DateBounds): FieldFault | undefined {
  if (!isDate(value) || !plausible(value)) return fault('not-a-date');
  const resolve = (bound: string | undefined) =>
    bound === 'today' ? bounds.today : bound && bounds.dateOf(bound);
  const [min, max] = [resolve(field.notBefore), resolve(field.notAfter)];
  const write = (date: string) => inBoth((locale) => formatDate(date, locale));
  if (min && isDate(min) && value < min) return fault('date-too-early', { min: write(min) });
  if (max && isDate(max) && value > max) return fault('date-too-late', { max: write(max) });
  return undefined;
}

/** Units of the inventory and documents are looked up where they are kept; here only their ids are judged. */
export const isId = (value: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(value);

export function listFault(field: Extract<Field, { type: 'choices' | 'document' }>, value: readonly string[]) {
  if (field.type === 'document') return value.every(isId) ? undefined : fault('wrong-type');
  const offered = new Set(field.options.map((option) => option.value));
  if (!value.every((chosen) => offered.has(chosen))) return fault('not-an-option');
  const { minChosen = 0, maxChosen = field.options.length } = field;
  if (value.length < minChosen) return fault('too-few-chosen', { min: minChosen });
  if (value.length > maxChosen) return fault('too-many-chosen', { max: maxChosen });
  return undefined;
}
