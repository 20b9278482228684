import {
  isProtectedValue,
  isRows,
  type ProtectedAnswers,
  type ProtectedAnswerValue,
  type ProtectedRow,
  type ProtectedScalar,
} from './answers.ts';
import type { Form } from './field.ts';
import { isWithin, pointerTo, stepsOf } from './pointer.ts';
import { askedFields, type EvaluateCondition } from './visibility.ts';

/** One difference between two revisions; a side is absent where nothing was answered. */
export type AnswerChange = {
  readonly path: string;
  readonly before?: ProtectedAnswerValue | ProtectedRow;
  readonly after?: ProtectedAnswerValue | ProtectedRow;
};

/**
 * What changed from one revision to the next, by cell where a table's row stayed in its place. Rows that
 * match from the top and from the bottom are left out, so that a row put in or taken out is one change and
 * not a change of every row below it. Sensitive values are compared by their keys.
 */
export function compareAnswers(before: ProtectedAnswers, after: ProtectedAnswers): readonly AnswerChange[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].flatMap((id) => compareValue(pointerTo(id), before[id], after[id]));
}

function compareValue(
  path: string,
  before: ProtectedAnswerValue | undefined,
  after: ProtectedAnswerValue | undefined,
): readonly AnswerChange[] {
  if (isRows(before) && isRows(after)) return compareRows(path, before, after);
  return sameness(before) === sameness(after) ? [] : [change(path, before, after)];
}

function compareRows(
  path: string,
  before: readonly ProtectedRow[],
  after: readonly ProtectedRow[],
): readonly AnswerChange[] {
  const [old, young] = [before.map(sameness), after.map(sameness)];
  const shorter = Math.min(old.length, young.length);
  let top = 0;
  while (top < shorter && old[top] === young[top]) top += 1;
  let bottom = 0;
  while (bottom < shorter - top && old.at(-1 - bottom) === young.at(-1 - bottom)) bottom += 1;

  const oldMiddle = before.slice(top, before.length - bottom);
  const youngMiddle = after.slice(top, after.length - bottom);
  return Array.from({ length: Math.max(oldMiddle.length, youngMiddle.length) }, (_, offset) => {
    const at = path + pointerTo(top + offset);
    const [oldRow, youngRow] = [oldMiddle[offset], youngMiddle[offset]];
    return oldRow && youngRow ? compareCells(at, oldRow, youngRow) : [change(at, oldRow, youngRow)];
  }).flat();
}

const compareCells = (path: string, before: ProtectedRow, after: ProtectedRow): readonly AnswerChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((id) =>
    compareValue(path + pointerTo(id), before[id], after[id]),
  );

const change = (
  path: string,
  before: AnswerChange['before'] | undefined,
  after: AnswerChange['after'] | undefined,
): AnswerChange => ({
  path,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

/** A text that is equal for equal values, whatever the order in which a row's columns were written. */
function sameness(value: ProtectedAnswerValue | ProtectedRow | undefined): string {
  if (isProtectedValue(value)) return `key:${value.key}`;
  if (typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value) ?? '';
  const cells: readonly (readonly [string, ProtectedScalar])[] = Object.entries(value);
  return JSON.stringify(cells.map(([id, cell]) => [id, sameness(cell)]).toSorted());
}

/**
 * The changes a correction was not asked for: pointers of changes outside the `open` ones. Left out are
 * fields that an open answer brought in, removed, or made required, since the form itself asks for those.
 */
export function changedOutside(
  form: Form,
  before: ProtectedAnswers,
  after: ProtectedAnswers,
  open: readonly string[],
  evaluateCondition: EvaluateCondition,
): readonly string[] {
  const askedBefore = howAsked(form, before, evaluateCondition);
  const askedAfter = howAsked(form, after, evaluateCondition);
  const followsFromOther = (path: string): boolean => {
    const [id = ''] = stepsOf(path);
    const [was, is] = [askedBefore.get(id), askedAfter.get(id)];
    return (was === undefined) !== (is === undefined) || (before[id] === undefined && !was && is === true);
  };
  return compareAnswers(before, after)
    .map(({ path }) => path)
    .filter((path) => !open.some((allowed) => isWithin(path, allowed)) && !followsFromOther(path));
}

/** Required or not, by id of the fields that are asked for. */
const howAsked = (form: Form, answers: ProtectedAnswers, evaluateCondition: EvaluateCondition) =>
  new Map(askedFields(form, answers, evaluateCondition).map(({ field, required }) => [field.id, required]));
