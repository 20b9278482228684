import { type ComponentType, lazy } from 'react';

/**
 * A part of a page that loads when it is first shown; `fetchAhead` gets it before that, for parts that may be
 * wanted when the network is gone.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return {
    Component: lazy(async () => ({ default: await load() })),
    fetchAhead: (): void => void load().catch(() => undefined),
  };
}
