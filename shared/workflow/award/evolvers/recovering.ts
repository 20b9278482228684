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
    if (state.recovery === undefined) return repaidAfterAll(state, amount);
    const recovery = { ...state.recovery, repaid: state.recovery.repaid + amount };
    const repaid = { ...state, recovery };
    return recovery.repaid === recovery.amount ? recovered(repaid) : repaid;
  },
);

/** Of a debt that was written off: the award stays closed. */
function repaidAfterAll({ writtenOff: owed = 0, ...state }: Approved, amount: number): Approved {
  if (amount > owed) throw new Error(`${state.caseId} recovers nothing`);
  return {
    ...state,
    recovered: (state.recovered ?? 0) + amount,
    ...(owed > amount && { writtenOff: owed - amount }),
  };
}

export const writeOffProposed = evolver<'write-off-proposed', 'approved'>(
  ['approved'],
  (state, { office }, { actor }) => ({
    ...state,
    office,
    ...(state.recovery && { recovery: { ...state.recovery, writeOffBy: actor } }),
  }),
);

export const writeOffDeclined = evolver<'write-off-declined', 'approved'>(
  ['approved'],
  ({ recovery, ...state }, { office }) => {
    if (recovery === undefined) throw new Error(`${state.caseId} recovers nothing`);
    const { writeOffBy: _, ...goesOn } = recovery;
    return { ...state, office, recovery: goesOn };
  },
);

export const writtenOff = evolver<'written-off', 'approved'>(['approved'], (state, { amount, released }) => {
  const recovered = (state.recovered ?? 0) + (state.recovery?.repaid ?? 0);
  return closed({
    ...state,
    writtenOff: amount,
    ...(recovered > 0 && { recovered }),
    ...(released > 0 && { released: (state.released ?? 0) + released }),
  });
});
