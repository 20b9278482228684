import { common, evolver } from '../../evolver.ts';
import { closed } from '../standing.ts';

export const documentsSupplied = evolver<'documents-supplied', 'under-review' | 'in-notice' | 'approved'>(
  ['under-review', 'in-notice', 'approved'],
  ({ owed = [], ...state }, { documents }) => {
    const left = owed.filter((slot) => documents.every((document) => document.slot !== slot));
    return { ...state, ...(left.length > 0 && { owed: left }) };
  },
);

/** Nothing was delivered and nothing will be. */
export const awardCancelled = evolver<'award-cancelled', 'approved'>(['approved'], (state) => ({
  ...common(state),
  status: 'approved',
  office: state.office,
  approvedAt: state.approvedAt,
  amount: 0,
  award: 'closed',
  ...(state.rated !== undefined && { rated: state.rated }),
}));

export const awardClosed = evolver<'award-closed', 'approved'>(['approved'], closed);
