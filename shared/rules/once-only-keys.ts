import { addMonths, isDate } from '../calendar/date.ts';
import type { ProtectedAnswers, ProtectedRow } from '../forms/answers.ts';
import { fieldsOf } from '../forms/field.ts';
import type { OnceOnly, Programme } from '../programmes/programme.ts';
import { formValues } from './form-environment.ts';
import { environmentFor, parameterValues, rowVariables } from './programme-environment.ts';

/** What may be given only once: the hashed keys an application takes, without repetition. */
export type OnceOnlyKeys = {
  readonly id: string;
  readonly scope: string;
  /** Rows that stand for people by their resident ID, or things: decides how a second claim is refused. */
  readonly about: 'person' | 'item';
  readonly keys: readonly string[];
  /** So many keys in a row are of the same row: its months. */
  readonly perRow: number;
};

/**
 * The once-only keys of an application. Each is `hash` of the scope and the values of its key answers, of a
 * sensitive answer its HMAC key, so that nothing personal is in what is hashed. A row whose key answers are
 * not all given makes no key; neither does one for which `where` does not hold. A `where` that fails counts
 * every row: better one lock too many than money given twice.
 * `hash` must be deterministic; two different texts must not collide (SHA-256 or a keyed HMAC).
 */
export function onceOnlyKeys(
  programme: Programme,
  answers: ProtectedAnswers,
  today: string,
  hash: (text: string) => string,
): readonly OnceOnlyKeys[] {
  return programme.onceOnly.map((once) => {
    const months = monthsOf(once, answers);
    const bases = rowsThatCount(programme, once, answers, today).flatMap((row) => keyOf(once, answers, row));
    const keys = bases.flatMap((key) =>
      months.map((month) => JSON.stringify([once.scope, ...key, ...month])),
    );
    return {
      id: once.id,
      scope: once.scope,
      about: listsPeople(programme, once) ? 'person' : 'item',
      keys: [...new Set(keys)].map(hash),
      perRow: months.length,
    };
  });
}

function listsPeople({ form }: Programme, { each, key }: OnceOnly): boolean {
  const table = fieldsOf(form).find(({ id }) => id === each);
  return (
    table?.type === 'table' &&
    table.columns.some(({ id, type }) => type === 'resident-id' && key.includes(id))
  );
}

const nothing: ProtectedRow = {};

/** Asked of all rows in one expression: a thousand small evaluations cost far more than one large. */
function rowsThatCount(
  programme: Programme,
  { each, where }: OnceOnly,
  answers: ProtectedAnswers,
  today: string,
): readonly ProtectedRow[] {
  const rows = each === undefined ? [nothing] : rowsOf(answers[each]);
  if (where === undefined) return rows;
  const cel = environmentFor(programme, 'once-only', () => rowVariables(programme, undefined));
  const expression = each === undefined ? `[${where}]` : `${each}.map(row, ${where})`;
  const mentioned = cel.mentioned(expression);
  const values = { ...formValues(programme.form, answers, today, mentioned), ...parameterValues(programme) };
  const result = cel.evaluate(expression, cel.scope(values, mentioned));
  const counts = result.ok && Array.isArray(result.value) ? result.value : undefined;
  return rows.filter((_, index) => counts?.[index] !== false);
}

const rowsOf = (answer: ProtectedAnswers[string] | undefined): readonly ProtectedRow[] =>
  Array.isArray(answer) ? answer.filter((row) => typeof row === 'object') : [];

/** One key, or none when an answer it needs is not given. */
function keyOf(once: OnceOnly, answers: ProtectedAnswers, row: ProtectedRow): readonly (readonly string[])[] {
  const parts = once.key.map((name) =>
    partOf(
      name.startsWith('form.') || once.each === undefined ? answers[name.replace(/^form\./, '')] : row[name],
    ),
  );
  return parts.every((part) => part !== undefined) ? [parts] : [];
}

function partOf(value: ProtectedAnswers[string] | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'object') return 'key' in value ? value.key : undefined;
  return String(value).trim().toUpperCase();
}

/**
 * Far beyond any session the rules allow. Keeps a mistyped year from making keys without end: 500 people times
 * so many months is what the register takes in one transaction.
 */
const mostMonths = 18;

/** The months a key is made for, `YYYY-MM`; one empty set where it does not depend on the month. */
function monthsOf({ monthly }: OnceOnly, answers: ProtectedAnswers): readonly (readonly string[])[] {
  if (monthly === undefined) return [[]];
  const [from, to] = [answers[monthly.from], answers[monthly.to]];
  if (typeof from !== 'string' || typeof to !== 'string' || !isDate(from) || !isDate(to)) return [];
  const months: string[][] = [];
  for (
    let month = from.slice(0, 7);
    month <= to.slice(0, 7) && months.length < mostMonths;
    month = nextMonth(month)
  ) {
    months.push([month]);
  }
  return months;
}

const nextMonth = (month: string): string => addMonths(`${month}-01`, 1).slice(0, 7);
