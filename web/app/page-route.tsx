import type { ComponentType } from 'react';
import { Route } from 'wouter';
import type { Role } from '../../shared/identity/actor.ts';
import { Gate } from './shell/gate.tsx';

export type PageRoute = {
  readonly path: string;
  readonly page: ComponentType;
  /** Who it is for; anyone when absent. */
  readonly roles?: readonly Role[];
};

export const routesOf = (pages: readonly PageRoute[]) =>
  pages.map(({ path, page: PageOfRoute, roles }) => (
    <Route key={path} path={path}>
      {roles ? (
        <Gate roles={roles}>
          <PageOfRoute />
        </Gate>
      ) : (
        <PageOfRoute />
      )}
    </Route>
  ));
