import type { HelpedReminder } from '../../shared/helpers/helper.ts';
import { text } from '../../shared/language/text.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { obligationOf } from '../../shared/workflow/award/schedule.ts';
import type { CaseState } from '../../shared/workflow/state.ts';

const correction = text('补正材料', 'Correct the application');
const leaseCheck = text('厂房年度核查', 'Yearly confirmation of the lease');

/** What an enterprise has to do next in a case, as its helper would remind it. */
export function remindersOf(state: CaseState, programme: Programme): readonly HelpedReminder[] {
  const { caseId } = state;
  if (state.status === 'returned') return [{ caseId, kind: 'correct', title: correction, due: state.due }];
  if (state.status !== 'approved' || state.award !== 'active') return [];
  const { duties = [], breach, lease } = state;
  const titleOf = (id: string) => obligationOf(programme, id).title;
  return [
    ...(breach
      ? [{ caseId, kind: 'mend', title: titleOf(breach.obligation), due: breach.mendBy } as const]
      : []),
    ...duties
      .filter(({ report }) => report === undefined)
      .map(({ id, due }) => ({ caseId, kind: 'report', title: titleOf(id), due }) as const),
    ...(lease?.confirmBy === undefined
      ? []
      : [{ caseId, kind: 'confirm-lease', title: leaseCheck, due: lease.confirmBy } as const]),
  ];
}
