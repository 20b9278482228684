import type { AwardStepDto } from '../api/dto/award.ts';
import { addMonths } from '../calendar/date.ts';
import type { Programme } from '../programmes/programme.ts';
import { confirmableMonths } from '../workflow/award/handing-over.ts';
import { unpaid } from '../workflow/award/sums.ts';
import type { StateOf } from '../workflow/state.ts';

type Approved = StateOf<'approved'>;

/** What comes next for an award, the most urgent first. `today` in Asia/Shanghai. */
export function awardStep(state: Approved, { benefit }: Programme, today: string): AwardStepDto {
  const { award, payment, breach, recovery, lease, duties = [] } = state;
  if (award === 'closed') return 'closed';
  if (award === 'in-recovery') return recovery?.writeOffBy === undefined ? 'to-repay' : 'to-write-off';
  if (payment !== undefined) return payment.approvedBy === undefined ? 'to-approve' : 'at-bank';
  if (breach !== undefined) return breach.over || today > breach.mendBy ? 'mend-over' : 'mending';
  if (state.owed !== undefined && (award === 'to-be-delivered' || unpaid(state) > 0)) return 'documents-owed';
  if (award === 'to-be-delivered' && benefit.kind === 'premises') return 'to-hand-over';
  if (duties.some(({ report }) => report !== undefined)) return 'to-assess';
  if (duties.some(({ due }) => due < today)) return 'overdue';
  if (lease?.confirmBy !== undefined && today >= addMonths(lease.confirmBy, -confirmableMonths))
    return 'to-confirm';
  return unpaid(state) > 0 ? 'to-prepare' : 'under-supervision';
}
