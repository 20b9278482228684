import type { Effect } from './effects.ts';
import type { CaseState } from './state.ts';

type Subject = Pick<CaseState, 'enterprise' | 'site' | 'routing'> & {
  readonly programme: { readonly id: string };
};

/**
 * One live application per programme, enterprise and site; per stream too where answers route a programme to
 * several offices, because an enterprise holds two streams of training side by side.
 */
const liveLock = ({ programme, enterprise, site, routing = {} }: Subject): string =>
  [
    'live',
    programme.id,
    enterprise,
    site,
    ...Object.keys(routing)
      .sort()
      .map((answer) => routing[answer]),
  ].join(':');

/** Refused with `already-applied`. */
export const takeLiveLock = (subject: Subject): Effect => ({
  kind: 'take-lock',
  lock: liveLock(subject),
  refusal: 'already-applied',
});

/** The application is over, or has become an award. */
export const releaseLiveLock = (subject: Subject): Effect => ({
  kind: 'release-lock',
  lock: liveLock(subject),
});

/** When a correction changed what the lock is made of. */
export const moveLiveLock = (from: Subject, to: Subject): readonly Effect[] =>
  liveLock(from) === liveLock(to) ? [] : [releaseLiveLock(from), takeLiveLock(to)];
