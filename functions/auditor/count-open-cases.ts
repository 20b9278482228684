import { accept } from '../../shared/api/errors.ts';
import type { auditorRoutes, Phase } from '../../shared/api/routes/auditor.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { offices } from '../../shared/identity/office.ts';
import { stageOf } from '../../shared/workflow/stages.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import type { AnswerOf } from '../http/endpoint.ts';
import { concurrently } from '../persistence/concurrently.ts';
import { isOverdue, type OpenCase, openCasesOf } from '../persistence/open-cases.ts';
import type { System } from '../system.ts';

type Answer = AnswerOf<(typeof auditorRoutes)['countOpenCases']>;

/**
 * One query of the worklist index for each office of the county: it reads what is open and never what is over,
 * so it costs the same however long the history.
 */
export const countOpenCases = (system: System) => async (): Answer => {
  const now = system.now();
  const today = dateInShanghai(now);
  const open = (await concurrently(offices, ({ id }) => openCasesOf(system.tables, id))).flat();
  const placed = await Promise.all(open.map(async (row) => ({ row, phase: await phaseOf(system, row) })));
  const groups = Map.groupBy(placed, ({ row, phase }) => `${row.town}#${row.programme.id}#${phase}`);
  const items = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { row, phase } = first;
    const late = group.filter((one) => isOverdue(one.row, today)).length;
    return [{ town: row.town, programme: row.programme.id, phase, count: group.length, late }];
  });
  return accept({ at: now, items });
};

async function phaseOf(system: System, { status, stage, programme }: OpenCase): Promise<Phase> {
  switch (status) {
    case 'returned':
      return 'correction';
    case 'in-notice':
      return 'notice';
    case 'approved':
      return 'award';
    case 'rejected':
      return 'internal-review';
    case 'under-review': {
      const pinned = await pinnedProgramme(system, programme);
      return stageOf(pinned.programme, stage ?? '').kind;
    }
  }
}
