import { evolver } from '../../evolver.ts';
import type { Approved } from '../award-gates.ts';
import { closed, settled } from '../standing.ts';
import { withNextRound } from './supervising.ts';

/** All is repaid: the award goes on, or is over when the recovery ended it. */
function recovered({ recovery, ...state }: Approved): Approved {
  const sum = (state.recovered ?? 0) + (recovery?.amount ?? 0);
  const after: Approved = { ...state, award: 'active', ...(sum > 0 && { recovered: sum }) };
  return recovery?.terminates ? closed(after) : settled(after);
}

export const recoveryOpened = evolver<'recovery-opened', 'approved'>(
  ['approved'],
  (state, { obligation, amount, terminates, released, office, due, next }) => {
    const { breach: _, ...rest } = withNextRound(state, obligation, next);
    const { duties: __, ...ended } = rest;
    const opened: Approved = {
      ...(terminates ? ended : rest),
      award: 'in-recovery',
      office,
      due,
      ...(released > 0 && { released: (state.released ?? 0) + released }),
      recovery: { amount, repaid: 0, ...(terminates && { terminates }) },
    };
    return amount === 0 ? recovered(opened) : opened;
  },
);

export const repaymentRecorded = evolver<'repayment-recorded', 'approved'>(
  ['approved'],
  (state, { amount }) => {
    if (state.recovery === undefined) throw new Error(`${state.caseId} recovers nothing`);
    const recovery = { ...state.recovery, repaid: state.recovery.repaid + amount };
    const repaid = { ...state, recovery };
    return recovery.repaid === recovery.amount ? recovered(repaid) : repaid;
  },
);
