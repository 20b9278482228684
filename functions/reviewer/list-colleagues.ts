import { accept, type Outcome } from '../../shared/api/errors.ts';
import type { reviewerRoutes } from '../../shared/api/routes/reviewer.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { readOfficers } from '../persistence/officer-directory.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof reviewerRoutes.listColleagues>;
type Colleague = { id: string; name: string; roles: string[] };

/** Whoever else could handle the caller's cases. */
export const listColleagues =
  (system: System) =>
  async ({ actor }: Request): Promise<Outcome<{ items: Colleague[] }>> => {
    const officers = actor.office === undefined ? [] : await readOfficers(system.tables, actor.office);
    const items = officers
      .filter(({ id }) => id !== actor.id)
      .map(({ id, displayName, roles }) => ({ id, name: displayName, roles: [...roles] }));
    return accept({ items });
  };
