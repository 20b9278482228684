import type { RowAnswer } from './answers.ts';
import type { TableField } from './field.ts';
import { type FieldFault, fault, missingAnswer } from './field-error.ts';
import { pointerTo } from './pointer.ts';
import { type DateBounds, scalarFault, textOf } from './value-fault.ts';

/** A fault and where it is, as a pointer relative to the field's value: '' or `/3/residentId`. */
export type PlacedFault = readonly [path: string, fault: FieldFault];

/** Everything wrong with the rows of a table, each bad cell by name. */
export function tableFaults(
  table: TableField,
  rows: readonly RowAnswer[],
  bounds: DateBounds,
): readonly PlacedFault[] {
  const cells = rows.flatMap((row, index) => {
    const inRow: DateBounds = { ...bounds, dateOf: (id) => textOf(row[id]) ?? bounds.dateOf(id) };
    return table.columns.flatMap((column): readonly PlacedFault[] => {
      const value = row[column.id];
      const found =
        value === undefined
          ? column.required
            ? missingAnswer(column.type)
            : undefined
          : scalarFault(column, value, inRow);
      return found ? [[pointerTo(index, column.id), found]] : [];
    });
  });
  const tooFew: readonly PlacedFault[] =
    rows.length < table.minRows ? [['', fault('too-few-rows', { min: table.minRows })]] : [];
  return [...tooFew, ...cells, ...duplicates(table, rows)];
}

/** Each row that repeats an earlier one is named at the first column that should tell them apart. */
function duplicates({ uniqueBy = [] }: TableField, rows: readonly RowAnswer[]): readonly PlacedFault[] {
  const [column] = uniqueBy;
  if (column === undefined) return [];
  const firstRow = new Map<string, number>();
  return rows.flatMap((row, index): readonly PlacedFault[] => {
    const values = uniqueBy.map((id) => row[id]);
    if (values.includes(undefined)) return [];
    const key = JSON.stringify(values);
    const first = firstRow.get(key);
    if (first === undefined) {
      firstRow.set(key, index);
      return [];
    }
    return [[pointerTo(index, column), fault('duplicate-row', { row: first + 1 })]];
  });
}
