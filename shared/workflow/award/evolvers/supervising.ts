import { dateInShanghai } from '../../../calendar/instant.ts';
import { evolver } from '../../evolver.ts';
import type { Approved } from '../award-gates.ts';
import type { Duty, Round } from '../award-state.ts';
import { settled } from '../standing.ts';

/** One duty changed, replaced by its next round, or gone with the last. */
function withDuty(state: Approved, id: string, change: (duty: Duty) => Duty | undefined): Approved {
  const { duties = [], ...rest } = state;
  const left = duties.flatMap((duty) => (duty.id === id ? (change(duty) ?? []) : [duty]));
  return { ...rest, ...(left.length > 0 && { duties: left }) };
}

export const withNextRound = (state: Approved, id: string, next: Round | undefined): Approved =>
  withDuty(state, id, () => next);

const withoutReport = (state: Approved, id: string): Approved =>
  withDuty(state, id, ({ report: _, ...duty }) => duty);

export const premisesHandedOver = evolver<'premises-handed-over', 'approved'>(
  ['approved'],
  ({ escalated: _, ...state }, { lease, schedule }, { at }) =>
    settled({
      ...state,
      award: 'active',
      deliveredOn: dateInShanghai(at),
      lease,
      ...(schedule.length > 0 && { duties: schedule }),
    }),
);

export const leaseConfirmed = evolver<'lease-confirmed', 'approved'>(
  ['approved'],
  ({ lease, ...state }, { confirmBy }) =>
    settled({
      ...state,
      ...(lease && {
        lease: { from: lease.from, to: lease.to, ...(confirmBy !== undefined && { confirmBy }) },
      }),
    }),
);

export const reportSubmitted = evolver<'report-submitted', 'approved'>(
  ['approved'],
  (state, { obligation, report }) => ({
    ...withDuty(state, obligation, (duty) => ({ ...duty, report: report.number })),
    reports: report.number,
  }),
);

export const obligationKept = evolver<'obligation-kept', 'approved'>(
  ['approved'],
  (state, { obligation, next }) => {
    const { breach, ...rest } = withNextRound(state, obligation, next);
    const other = breach !== undefined && breach.obligation !== obligation;
    return settled({ ...rest, ...(other && { breach }) });
  },
);

export const reportSentBack = evolver<'report-sent-back', 'approved'>(['approved'], (state, { obligation }) =>
  withoutReport(state, obligation),
);

export const reportFellDue = evolver<'report-fell-due', 'approved'>(['approved'], (state, { obligation }) =>
  withDuty(state, obligation, (duty) => ({ ...duty, overdue: true })),
);

export const breachRecorded = evolver<'breach-recorded', 'approved'>(
  ['approved'],
  (state, { obligation, mendBy }, { actor }) =>
    settled({ ...withoutReport(state, obligation), breach: { obligation, by: actor, mendBy } }),
);

export const breachMended = evolver<'breach-mended', 'approved'>(['approved'], ({ breach: _, ...state }) =>
  settled(state),
);

export const mendRanOut = evolver<'mend-ran-out', 'approved'>(['approved'], (state) => ({
  ...state,
  ...(state.breach && { breach: { ...state.breach, over: true } }),
}));
