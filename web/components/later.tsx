import { type ComponentType, lazy } from 'react';
import { NoAnswer } from '../../shared/api/client.ts';
import { ProblemNotice } from './feedback/problem-notice.tsx';

/** Only loading the page anew helps: browsers remember that a script did not come and never ask again. */
const MissingPart = () => (
  <ProblemNotice error={new NoAnswer('a part of the page did not come')} onRetry={() => location.reload()} />
);

/**
 * A part of the portal that loads when it is first shown; `fetchAhead` gets it before that, for parts that may
 * be wanted when the network is gone. A part that does not come says so in its place and leaves the rest of
 * the page alone.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return {
    Component: lazy<ComponentType<Props>>(async () => ({ default: await load().catch(() => MissingPart) })),
    fetchAhead: (): void => void load().catch(() => undefined),
  };
}
