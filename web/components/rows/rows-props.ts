import type { RowAnswer, ScalarAnswer } from '../../../shared/forms/answers.ts';
import type { TableField } from '../../../shared/forms/field.ts';
import type { CellErrors } from './row-errors.ts';

/** What grid and cards are told alike. */
export type RowsProps = {
  readonly field: TableField;
  readonly rows: readonly RowAnswer[];
  /** Indexes of the rows to show. */
  readonly visible: readonly number[];
  readonly keys: readonly number[];
  readonly errorsOf: (row: number) => CellErrors;
  readonly onCell: (row: number, column: string, value: ScalarAnswer | undefined) => void;
  /** Adds an empty row and opens it; absent where no more may be. */
  readonly onAdd?: () => void;
  readonly onRemove?: (row: number) => void;
  readonly onLeave: () => void;
  /** Told once the rows stand on the page; gives what is to be told when they leave it. */
  readonly onShown: () => () => void;
  readonly mayChange: (pointer: string) => boolean;
};

export const isScalarAnswer = (value: unknown): value is ScalarAnswer =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
