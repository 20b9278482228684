import { accept, type Outcome } from '../../shared/api/errors.ts';
import type { applicantRoutes } from '../../shared/api/routes/applicant.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';

type Request = SignedInRequestOf<typeof applicantRoutes.getMe>;
type Me = { id: string; name: string; roles: string[]; office?: string; town?: string };

/** Who the token speaks of, as the system understands it. */
export const getMe = async ({ actor }: Request): Promise<Outcome<Me>> =>
  accept({
    id: actor.id,
    name: actor.displayName,
    roles: [...actor.roles],
    ...(actor.office !== undefined && { office: actor.office }),
    ...(actor.town !== undefined && { town: actor.town }),
  });
