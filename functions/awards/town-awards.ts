import type { StateOf } from '../../shared/workflow/state.ts';
import { readAwardsOf } from '../persistence/award-list.ts';
import { headOf } from '../persistence/head.ts';
import { headKey } from '../persistence/keys.ts';
import { readItems } from '../persistence/tables.ts';
import type { System } from '../system.ts';

export type TownAward = { readonly state: StateOf<'approved'>; readonly enterpriseName: string };

/** The awards of a town that stand, closed ones too; what was cancelled is none any more. */
export async function townAwards({ tables }: System, town: string): Promise<readonly TownAward[]> {
  const caseIds = await readAwardsOf(tables, town);
  const heads = (await readItems(tables, caseIds.map(headKey))).map(headOf);
  return heads.flatMap(({ state, enterpriseName }) =>
    state.status === 'approved' ? [{ state, enterpriseName }] : [],
  );
}
