import * as z from 'zod';
import { type DecisionRow, DecisionRowSchema } from '../../shared/decisions/decision-row.ts';
import { decisionRowsKey, decisionRowsPartition } from '../persistence/keys.ts';
import { packJson, unpackJson } from '../persistence/packed-json.ts';
import { type RawItem, readItems, readPage, type Tables } from '../persistence/tables.ts';
import type { IndexItem } from './put-forward.ts';

/** So many packed rows take less than 4 KB together: one read unit, or half of one. */
export const chunkSize = 32;
export const chunkOf = (place: number): number => Math.floor(place / chunkSize);

const ChunkSchema = z.object({ chunk: z.int(), rows: z.instanceof(Uint8Array) });
const RowsSchema = z.array(DecisionRowSchema);
type Chunk = { readonly chunk: number; readonly rows: readonly DecisionRow[] };

const chunkFrom = (item: RawItem): Chunk => {
  const { chunk, rows } = ChunkSchema.parse(item);
  return { chunk, rows: RowsSchema.parse(unpackJson(rows)) };
};

/** The chunks that rows from `from` on fill or go on filling; `begun` is what the first of them holds already. */
export function chunkItems(
  making: string,
  from: number,
  begun: readonly DecisionRow[],
  rows: readonly DecisionRow[],
): readonly IndexItem[] {
  const first = chunkOf(from);
  const all = [...begun.slice(0, from - first * chunkSize), ...rows];
  return Array.from({ length: Math.ceil(all.length / chunkSize) }, (_, nth) => {
    const own = all.slice(nth * chunkSize, (nth + 1) * chunkSize);
    const chunk = first + nth;
    return {
      ...decisionRowsKey(making, chunk),
      chunk,
      rows: packJson(own),
      through: chunk * chunkSize + own.length,
    };
  });
}

/** The rows from place `from` up to `to`, strongly consistent, in order: for the last few hundred. */
export async function readRowsFrom(
  tables: Tables,
  making: string,
  from: number,
  to: number,
): Promise<readonly DecisionRow[]> {
  if (to <= from) return [];
  const rows: DecisionRow[] = [];
  let after: RawItem | undefined;
  do {
    const page = await readPage(tables, {
      TableName: tables.registry,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': decisionRowsPartition(making),
        ':from': decisionRowsKey(making, chunkOf(from)).sk,
        ':to': decisionRowsKey(making, chunkOf(to - 1)).sk,
      },
      ConsistentRead: true,
      ...(after && { ExclusiveStartKey: after }),
    });
    rows.push(...page.items.flatMap((item) => chunkFrom(item).rows));
    after = page.lastKey;
  } while (after);
  const begin = chunkOf(from) * chunkSize;
  const wanted = rows.slice(from - begin, to - begin);
  if (wanted.length < to - from) throw new Error(`decisions ${from} to ${to} are not all there`);
  return wanted;
}

/** The rows at these places. Chunks of long ago are read the cheap way, and again if the answer was not up to date. */
export async function readRowsAt(
  tables: Tables,
  making: string,
  places: readonly number[],
): Promise<ReadonlyMap<number, DecisionRow>> {
  const chunks = [...new Set(places.map(chunkOf))];
  const found = await readChunks(tables, making, chunks, false);
  const outdated = [...new Set(places.filter((place) => !rowAt(found, place)).map(chunkOf))];
  const all =
    outdated.length > 0 ? new Map([...found, ...(await readChunks(tables, making, outdated, true))]) : found;
  return new Map(
    places.map((place) => {
      const row = rowAt(all, place);
      if (row === undefined) throw new Error(`decision ${place} is not in the index`);
      return [place, row];
    }),
  );
}

type Chunks = ReadonlyMap<number, readonly DecisionRow[]>;
const rowAt = (chunks: Chunks, place: number): DecisionRow | undefined =>
  chunks.get(chunkOf(place))?.[place % chunkSize];

async function readChunks(
  tables: Tables,
  making: string,
  chunks: readonly number[],
  consistent: boolean,
): Promise<Chunks> {
  const keys = chunks.map((chunk) => decisionRowsKey(making, chunk));
  const items = await readItems(tables, keys, { consistent });
  return new Map(items.map(chunkFrom).map(({ chunk, rows }) => [chunk, rows]));
}
