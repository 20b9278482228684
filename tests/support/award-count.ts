import { capKey } from '../../functions/persistence/keys.ts';
import { readItem, type Tables } from '../../functions/persistence/tables.ts';

/** Fen counted under a cap. */
export async function readAwardCount(tables: Tables, cap: string): Promise<number> {
  return Number((await readItem(tables, capKey(cap)))?.used ?? 0);
}
