import { evolver } from '../evolver.ts';

export const expediteRequested = evolver<'expedite-requested', 'under-review'>(
  ['under-review'],
  (state, _, { actor }) => ({ ...state, expediteBy: actor }),
);

export const expediteDecided = evolver<'expedite-decided', 'under-review'>(
  ['under-review'],
  ({ expediteBy: _, ...state }, { agreed, clock, due }) => ({
    ...state,
    clock,
    due,
    ...(agreed && { expedited: agreed }),
  }),
);

export const clockExtended = evolver<'clock-extended', 'under-review'>(
  ['under-review'],
  (state, { clock, due }) => ({ ...state, clock, due }),
);

export const caseEscalated = evolver<'case-escalated', 'under-review' | 'approved'>(
  ['under-review', 'approved'],
  (state, { level }) =>
    state.status === 'approved' ? { ...state, escalated: 'end' } : { ...state, escalated: level },
);

export const dueDateMoved = evolver<'due-date-moved', 'under-review' | 'returned' | 'in-notice' | 'rejected'>(
  ['under-review', 'returned', 'in-notice', 'rejected'],
  (state, { due }) => ({ ...state, due }),
);
