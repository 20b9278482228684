import type { Plugin } from 'vite';
import { routes } from '../shared/api/routes.ts';

const publicId = 'virtual:route-table';
const resolvedId = `\0${publicId}`;

/** Method and path of every route: what the typed client needs at run time, without the schemas. */
const routeTableModule = (): string => {
  const table = Object.fromEntries(
    Object.entries(routes).map(([name, { method, path }]) => [name, { method, path }]),
  );
  return `export const routeTable = ${JSON.stringify(table)};`;
};

/** Gives the portal `virtual:route-table` from the one declaration of the API. */
export const routeTablePlugin = (): Plugin => ({
  name: 'route-table',
  resolveId: (id) => (id === publicId ? resolvedId : undefined),
  load: (id) => (id === resolvedId ? routeTableModule() : undefined),
});
