import type { UnreadDto } from '../../shared/api/routes/auditor.ts';
import type { IndexState } from '../decisions/index-state.ts';

/** What an answer out of the index says of the cases that it cannot speak for; nothing when there are none. */
export const unreadPart = ({
  unread: { entries, cases },
}: Pick<IndexState, 'unread'>): { readonly unread?: UnreadDto } =>
  entries === 0
    ? {}
    : { unread: { entries, cases: cases.map(({ index, ...entry }) => ({ ...entry, logIndex: index })) } };
