import { accept, type Outcome } from '../../shared/api/errors.ts';
import type { applicantRoutes } from '../../shared/api/routes/applicant.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { keepContact } from '../persistence/contact.ts';
import { enterOfficer } from '../persistence/officer-directory.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof applicantRoutes.getMe>;
type Me = { id: string; name: string; roles: string[]; office?: string; town?: string };

/** Who the token speaks of, as the system understands it. What others need to know of them is kept on the way. */
export const getMe =
  ({ tables }: Pick<System, 'tables'>) =>
  async ({ actor, contact }: Request): Promise<Outcome<Me>> => {
    if (actor.office !== undefined) await enterOfficer(tables, actor);
    await keepContact(tables, actor.id, contact);
    return accept({
      id: actor.id,
      name: actor.displayName,
      roles: [...actor.roles],
      ...(actor.office !== undefined && { office: actor.office }),
      ...(actor.town !== undefined && { town: actor.town }),
    });
  };
