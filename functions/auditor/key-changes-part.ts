import type { CurrentLog } from './current-log.ts';

/** What a file says of changes of the log's key: nothing where there were none. */
export const keyChangesPart = ({
  keyChanges,
}: Pick<CurrentLog, 'keyChanges'>): { readonly keyChanges?: string[] } =>
  keyChanges.length === 0 ? {} : { keyChanges: [...keyChanges] };
