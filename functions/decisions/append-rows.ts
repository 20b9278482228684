import type { DecisionRow } from '../../shared/decisions/decision-row.ts';
import type { Tables } from '../persistence/tables.ts';
import { foldRows, foldSize } from './fold-rows.ts';
import { type IndexState, moveIndexState, type Which } from './index-state.ts';
import { Overtaken, putForward } from './put-forward.ts';
import { chunkItems, chunkOf, chunkSize, readRowsFrom } from './row-chunks.ts';

/**
 * Adds the decisions found among the entries of the log up to `through`. Rows first, then the state that says
 * they are there; then, when enough have come together, they are folded in, and the state says so. A run that ends
 * in between is repeated by the next one.
 * @throws Overtaken when another run is further ahead.
 */
export async function appendRows(
  tables: Tables,
  which: Which,
  state: IndexState,
  rows: readonly DecisionRow[],
  reached: Pick<IndexState, 'through'> & Partial<Pick<IndexState, 'lastAt' | 'unread'>>,
): Promise<IndexState> {
  const { making } = state;
  if (rows.length > 0) {
    const begun = await readRowsFrom(tables, making, chunkOf(state.rows) * chunkSize, state.rows);
    await putForward(tables, chunkItems(making, state.rows, begun, rows));
  }
  const appended = { ...state, ...reached, rows: state.rows + rows.length };
  if (!(await moveIndexState(tables, which, state, appended))) throw new Overtaken();
  return foldWhatIsDue(tables, which, appended);
}

/** Folds in whole lots. @throws Overtaken */
export async function foldWhatIsDue(tables: Tables, which: Which, state: IndexState): Promise<IndexState> {
  const folded = Math.floor(state.rows / foldSize) * foldSize;
  if (folded === state.folded) return state;
  const rows = await readRowsFrom(tables, state.making, state.folded, folded);
  await foldRows(tables, state.making, state.folded, rows);
  const next = { ...state, folded };
  if (!(await moveIndexState(tables, which, state, next))) throw new Overtaken();
  return next;
}
