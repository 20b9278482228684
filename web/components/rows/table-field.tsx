import './rows.css';
import { type ClipboardEvent, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FieldError } from '../../../shared/api/errors.ts';
import type { RowAnswer, ScalarAnswer } from '../../../shared/forms/answers.ts';
import type { TableField as TableFieldType } from '../../../shared/forms/field.ts';
import { isWithin, pointerTo, stepsOf } from '../../../shared/forms/pointer.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { Button } from '../button/button.tsx';
import { focusAnswer, onReveal } from '../form/field-id.ts';
import { Icon } from '../icon.tsx';
import { later } from '../later.tsx';
import { useNarrow } from '../use-narrow.ts';
import { Pager } from './pager.tsx';
import { cellErrorsByRow } from './row-errors.ts';
import { useRowKeys } from './use-row-keys.ts';
import { words } from './words.ts';

type TableFieldProps = {
  readonly field: TableFieldType;
  readonly rows: readonly RowAnswer[];
  readonly errors: readonly FieldError[];
  readonly onChange: (rows: readonly RowAnswer[] | undefined) => void;
  /** `done`: the rows came from a spreadsheet, nothing more is to be expected of them. */
  readonly onLeave: (done?: boolean) => void;
  /** While correcting, whether the cell of a pointer may be changed; everything may when absent. */
  readonly mayChange?: ((pointer: string) => boolean) | undefined;
};

const importDialog = later(async () => (await import('./import-dialog.tsx')).ImportDialog);
const rowGrid = later(async () => (await import('./row-grid.tsx')).RowGrid);
const rowCards = later(async () => (await import('./row-cards.tsx')).RowCards);

/** A phone shows fewer, so that the next question is not out of reach. */
const rowsAPage = { grid: 25, cards: 10 } as const;

const withCell = (row: RowAnswer, id: string, value: ScalarAnswer | undefined): RowAnswer => {
  const { [id]: _, ...rest } = row;
  return value === undefined ? rest : { ...rest, [id]: value };
};

/** A table of rows: a grid of cells where it fits, cards on a phone; filled by hand or from a spreadsheet. */
export function TableField({ field, rows, errors, onChange, onLeave, mayChange }: TableFieldProps) {
  const say = useText();
  const isNarrow = useNarrow();
  const perPage = isNarrow ? rowsAPage.cards : rowsAPage.grid;
  const { keys, taken, renewed } = useRowKeys(rows.length);
  const [page, setPage] = useState(0);
  // Which rows were wrong when the person asked for them: a row that is mended stays under their hands.
  const [picked, setPicked] = useState<readonly number[]>();
  const [importing, setImporting] = useState<{ readonly text: string }>();
  const at = pointerTo(field.id);
  const errorsOf = useMemo(() => cellErrorsByRow(errors), [errors]);

  const wrong = rows.flatMap((_, index) => (Object.keys(errorsOf(index)).length > 0 ? [index] : []));
  const listed = picked ?? rows.map((_, index) => index);
  const pages = Math.max(1, Math.ceil(listed.length / perPage));
  const current = Math.min(page, pages - 1);
  const visible = listed.slice(current * perPage, (current + 1) * perPage);
  const whole = mayChange === undefined || mayChange(at);

  useEffect(
    () =>
      onReveal((pointer) => {
        const [, row] = stepsOf(pointer);
        if (!isWithin(pointer, at) || row === undefined) return;
        setPicked(undefined);
        setPage(Math.floor(Number(row) / perPage));
      }),
    [at, perPage],
  );

  // Fetched ahead: the network may be gone when the person wants to paste.
  useEffect(() => {
    importDialog.fetchAhead();
    (isNarrow ? rowCards : rowGrid).fetchAhead();
  }, [isNarrow]);

  // The part that shows rows may still be on its way when the first row is added.
  const isShown = useRef(false);
  const wanted = useRef<string>(undefined);
  const onShown = useCallback(() => {
    isShown.current = true;
    if (wanted.current !== undefined) focusAnswer(wanted.current);
    wanted.current = undefined;
    return () => {
      isShown.current = false;
    };
  }, []);

  const set = (next: readonly RowAnswer[]) => onChange(next.length === 0 ? undefined : next);
  const add = () => {
    set([...rows, {}]);
    setPicked(undefined);
    setPage(Math.floor(rows.length / perPage));
    const [first] = field.columns;
    // On the grid the cursor goes to its first cell, on a phone its card opens.
    if (!first) return;
    const cell = pointerTo(field.id, rows.length, first.id);
    if (isShown.current) requestAnimationFrame(() => focusAnswer(cell));
    else wanted.current = cell;
  };
  const rowProps = {
    field,
    rows,
    visible,
    keys,
    errorsOf,
    onShown,
    onLeave: () => onLeave(),
    mayChange: mayChange ?? (() => true),
    onCell: (index: number, id: string, value: ScalarAnswer | undefined) =>
      set(rows.map((row, other) => (other === index ? withCell(row, id, value) : row))),
    ...(whole && rows.length < field.maxRows && { onAdd: add }),
    ...(whole && {
      onRemove: (index: number) => {
        taken(index);
        setPicked(undefined);
        set(rows.toSpliced(index, 1));
        onLeave();
      },
    }),
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    // One cell is typed text; several are rows.
    if (!whole || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    setImporting({ text });
  };

  return (
    <div className="rows" onPaste={paste}>
      {rows.length === 0 ? (
        <p className="soft">{say(words.noRows)}</p>
      ) : isNarrow ? (
        <Suspense>
          <rowCards.Component {...rowProps} />
        </Suspense>
      ) : (
        <Suspense>
          <rowGrid.Component {...rowProps} />
        </Suspense>
      )}
      <Pager
        page={current}
        pages={pages}
        from={(visible[0] ?? 0) + 1}
        to={(visible.at(-1) ?? 0) + 1}
        total={rows.length}
        wrong={wrong.length}
        onlyWrong={picked !== undefined}
        onOnlyWrong={(only) => setPicked(only ? wrong : undefined)}
        onPage={setPage}
      />
      {whole && (
        <div className="row">
          <Button onClick={add} disabled={rows.length >= field.maxRows}>
            <Icon name="plus" />
            {say(words.addRow)}
          </Button>
          <Button onClick={() => setImporting({ text: '' })}>
            <Icon name="paste" />
            {say(words.fromSheet)}
          </Button>
        </div>
      )}
      {importing && (
        <Suspense>
          <importDialog.Component
            field={field}
            existing={rows}
            text={importing.text}
            onClose={() => setImporting(undefined)}
            onRows={(next) => {
              renewed(next.length);
              setPicked(undefined);
              set(next);
              onLeave(true);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
