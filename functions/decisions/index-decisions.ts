import { soundOrThrow } from '../../shared/ledger/faults.ts';
import { readEntries } from '../../shared/ledger/log-proof.ts';
import { type TileReader, tileWidth } from '../../shared/ledger/tile.ts';
import { appendRows, foldWhatIsDue } from './append-rows.ts';
import {
  type IndexState,
  moveIndexState,
  newIndexState,
  readIndexState,
  type Which,
  withUnread,
} from './index-state.ts';
import { Overtaken, putForward } from './put-forward.ts';
import { type PlacedEntry, type RowSources, rowsOfEntries } from './rows-of-entries.ts';

/** The sealed log, as far as its checkpoint reaches. */
export type SealedLog = { readonly size: number; readonly read: TileReader };

/** Entries of the log that are looked at together: two bundles. */
const stepSize = 2 * tileWidth;

/**
 * Brings the index over decisions up to the end of the log; also one that is being made anew, which then takes
 * the place of the current one. The log is the order and the journal the content, so nothing that was ever
 * recorded is missing, whenever the index was begun.
 * @param mayGoOn asked before every step; what is left is for the next run.
 */
export async function indexDecisions(
  sources: RowSources,
  log: SealedLog,
  now: string,
  mayGoOn: () => boolean = () => true,
): Promise<void> {
  const { tables } = sources;
  try {
    const current = await readIndexState(tables, 'current');
    await catchUp(sources, log, 'current', current ?? (await begin(sources, 'current')), now, mayGoOn);
    const coming = await readIndexState(tables, 'coming');
    if (coming === undefined || coming.making === current?.making) return;
    const made = await catchUp(sources, log, 'coming', coming, now, mayGoOn);
    const standing = await readIndexState(tables, 'current');
    // One that was put in place before stays as `coming` too, which is how a later run knows that it is.
    if (made.through === log.size && standing?.making !== made.making) {
      await moveIndexState(tables, 'current', standing, made);
    }
  } catch (error) {
    // The other run does what is left.
    if (!(error instanceof Overtaken)) throw error;
  }
}

/** Has the index made anew from the log by the runs that follow; the current one serves until it is complete. */
export async function beginAnew({ tables }: Pick<RowSources, 'tables'>): Promise<void> {
  await moveIndexState(tables, 'coming', await readIndexState(tables, 'coming'), newIndexState());
}

async function begin({ tables }: RowSources, which: Which): Promise<IndexState> {
  const state = newIndexState();
  if (!(await moveIndexState(tables, which, undefined, state))) throw new Overtaken();
  return state;
}

async function catchUp(
  sources: RowSources,
  log: SealedLog,
  which: Which,
  begun: IndexState,
  now: string,
  mayGoOn: () => boolean,
): Promise<IndexState> {
  let state = await foldWhatIsDue(sources.tables, which, begun);
  while (state.through < log.size && mayGoOn()) {
    const to = Math.min(log.size, state.through + stepSize);
    const entries = await entriesBetween(log, state.through, to);
    const { rows, recipients, unread } = await rowsOfEntries(sources, state.making, entries);
    await putForward(sources.tables, recipients);
    const lastAt = to === log.size ? now : undefined;
    state = await appendRows(sources.tables, which, state, rows, {
      through: to,
      unread: withUnread(state.unread, unread),
      ...(lastAt !== undefined && { lastAt }),
    });
  }
  return state;
}

async function entriesBetween(
  { size, read }: SealedLog,
  from: number,
  to: number,
): Promise<readonly PlacedEntry[]> {
  const entries: PlacedEntry[] = [];
  for (let block = Math.floor(from / tileWidth); block * tileWidth < to; block += 1) {
    const bundle = soundOrThrow(await readEntries(block, size, read));
    entries.push(...bundle.map((entry, at) => ({ ...entry, index: block * tileWidth + at })));
  }
  return entries.filter(({ index }) => index >= from && index < to);
}
