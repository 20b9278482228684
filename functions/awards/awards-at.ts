import type { AwardSummaryDto } from '../../shared/api/dto/award.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { headOf } from '../persistence/head.ts';
import { headKey } from '../persistence/keys.ts';
import { openCasesOf } from '../persistence/open-cases.ts';
import { readItems } from '../persistence/tables.ts';
import type { System } from '../system.ts';
import { type Approved, awardSummary } from './award-view.ts';

export type OpenAward = { readonly state: Approved; readonly summary: AwardSummaryDto };

/**
 * The awards that wait at this person's office, in the order in which they are due. The worklist index says
 * which; what of them is due is in their heads, under 1 KB each.
 */
export async function awardsAt(system: System, { office, town }: Actor): Promise<readonly OpenAward[]> {
  if (office === undefined) return [];
  const rows = (await openCasesOf(system.tables, office)).filter(
    (row) => row.status === 'approved' && (town === undefined || row.town === town),
  );
  const items = await readItems(
    system.tables,
    rows.map(({ caseId }) => headKey(caseId)),
  );
  const heads = new Map(items.map(headOf).map((head) => [head.state.caseId, head]));
  const now = system.now();
  const calendar = await system.calendarAt(now);
  const found = await Promise.all(
    rows.map(async ({ caseId }): Promise<readonly OpenAward[]> => {
      const head = heads.get(caseId);
      // The index may be a moment behind.
      if (head?.state.status !== 'approved') return [];
      const { programme } = await pinnedProgramme(system, head.state.programme);
      return [{ state: head.state, summary: awardSummary(head, head.state, programme, { now, calendar }) }];
    }),
  );
  return found.flat();
}
