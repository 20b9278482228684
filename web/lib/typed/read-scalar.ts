import type { ScalarAnswer } from '../../../shared/forms/answers.ts';
import type { FieldOf, ScalarField } from '../../../shared/forms/field.ts';
import { towns } from '../../../shared/identity/town.ts';
import { dateOfSerial, readDate } from './read-date.ts';
import { readArea, readInteger, readMoney, readPercentage, writeHundredths } from './read-number.ts';

/** A cell of a pasted or uploaded table: text, or a number as the spreadsheet keeps it. */
export type Cell = string | number | boolean;

const yes = /^(?:是|有|√|对|y|yes|true|1)$/iu;
const no = /^(?:否|无|没有|×|x|n|no|false|0)$/iu;

function readYesNo(typed: string): boolean | undefined {
  if (yes.test(typed)) return true;
  return no.test(typed) ? false : undefined;
}

function readChoice(field: FieldOf<'choice'>, typed: string): string | undefined {
  const wanted = typed.toLowerCase();
  const found = field.options.find(({ value, label }) =>
    [value, label.zh, label.en].some((name) => name.toLowerCase() === wanted),
  );
  return found?.value;
}

const readTown = (typed: string): string | undefined =>
  towns.find(
    ({ code, name }) => typed === code || `${typed}镇` === name.zh || typed === name.zh || typed === name.en,
  )?.code;

/**
 * What a person typed, or a cell holds, as the answer it means; undefined when it cannot be read as one.
 * Whether the answer is also right is for shared/forms to say.
 */
export function readScalar(field: ScalarField, typed: string): ScalarAnswer | undefined {
  const text = typed.trim();
  switch (field.type) {
    case 'integer':
      return readInteger(text);
    case 'money':
      return readMoney(text);
    case 'percentage':
      return readPercentage(text);
    case 'area':
      return readArea(text);
    case 'date':
      return readDate(text);
    case 'yes-no':
      return readYesNo(text);
    case 'choice':
      return readChoice(field, text);
    case 'town':
      return readTown(text);
    default:
      return text;
  }
}

/** Longer numbers have lost their last digits in the spreadsheet already: an ID or account typed as a number. */
const longestExactNumber = 15;

/** A cell as {@link readScalar} reads text; numbers mean what the spreadsheet means by them. */
export function readCell(field: ScalarField, cell: Cell): ScalarAnswer | undefined {
  if (typeof cell === 'boolean') return field.type === 'yes-no' ? cell : undefined;
  if (typeof cell === 'string') {
    return /^\d(?:\.\d+)?E\+\d+$/i.test(cell.trim()) ? undefined : readScalar(field, cell);
  }
  if (field.type === 'date') return dateOfSerial(cell) ?? readDate(String(cell));
  // A percentage is kept as a fraction there, but people also type plain 85 into such columns.
  if (field.type === 'percentage') return Math.round(cell <= 1 ? cell * 10_000 : cell * 100);
  if (field.type === 'money' || field.type === 'area') return Math.round(cell * 100);
  const text = String(cell);
  return text.replace(/\D/g, '').length > longestExactNumber ? undefined : readScalar(field, text);
}

/** An answer as it stands in an input or a template: the text {@link readScalar} reads back. */
export function writeScalar(field: ScalarField, value: ScalarAnswer): string {
  const scaled = field.type === 'money' || field.type === 'percentage' || field.type === 'area';
  return scaled && typeof value === 'number' ? writeHundredths(value) : String(value);
}
