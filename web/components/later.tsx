import { type ComponentType, lazy } from 'react';
import { NoAnswer } from '../../shared/api/client.ts';
import { ProblemNotice } from './feedback/problem-notice.tsx';

/** Only loading the page anew helps: browsers remember that a script did not come and never ask again. */
const MissingPart = () => (
  <ProblemNotice error={new NoAnswer('a part of the page did not come')} onRetry={() => location.reload()} />
);

/** Whether the portal was released anew since this page was loaded: it is served with another first script now. */
async function isOutdated(): Promise<boolean> {
  const own = document.querySelector('script[type=module]')?.getAttribute('src');
  const page = await fetch('/', { cache: 'no-store' });
  return page.ok && typeof own === 'string' && !(await page.text()).includes(own);
}

/**
 * What to show for a part that did not come. A page whose parts a release took away loads itself anew, which cannot
 * happen twice; what was typed is kept on the device. Until then nothing is shown: the returned promise stays open.
 */
async function insteadOfPart(): Promise<typeof MissingPart> {
  if (!(await isOutdated().catch(() => false))) return MissingPart;
  location.reload();
  return new Promise(() => undefined);
}

/**
 * A part of the portal that loads when it is first shown; `fetchAhead` gets it before that, for parts that may
 * be wanted when the network is gone. A part that does not come says so in its place and leaves the rest of
 * the page alone.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return {
    Component: lazy<ComponentType<Props>>(async () => ({ default: await load().catch(insteadOfPart) })),
    fetchAhead: (): void => void load().catch(() => undefined),
  };
}
