import type { FieldError } from '../../../shared/api/errors.ts';
import type { Field } from '../../../shared/forms/field.ts';
import { stepsOf } from '../../../shared/forms/pointer.ts';
import { text } from '../../../shared/language/text.ts';
import type { SummaryEntry } from '../../components/form/error-summary.tsx';
import type { Say } from '../../lib/i18n/use-text.ts';

const rowWord = text('第 {n} 行', 'row {n}');

/** Errors by the names people know: field, row, column. */
export function summaryEntries(
  errors: readonly FieldError[],
  fields: readonly Field[],
  say: Say,
): readonly SummaryEntry[] {
  return errors.map(({ path, message }) => {
    const [id, row, columnId] = stepsOf(path);
    const field = fields.find((one) => one.id === id);
    const column = field?.type === 'table' ? field.columns.find((one) => one.id === columnId) : undefined;
    const parts = [
      field ? say(field.label) : path,
      row !== undefined && field?.type === 'table' ? say(rowWord, { n: Number(row) + 1 }) : '',
      column ? say(column.label) : '',
    ];
    return { path, name: parts.filter(Boolean).join(' '), message };
  });
}
