import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { ownHelperRoutes } from '../../shared/api/routes/helpers.ts';
import { townOfficeId } from '../../shared/identity/office.ts';
import { isApplicantSide } from '../cases/may-see.ts';
import { visitsTo } from '../helpers/visits.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { readHead } from '../persistence/head.ts';
import { readHelper } from '../persistence/helper.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof ownHelperRoutes.getOwnHelper>;
type Answer = {
  helper?: { name: string; office: string; since: string };
  visits: { visitedOn: string }[];
};

/** Who looks after the applicant's enterprise: by name, because they come to the door. */
export const getOwnHelper =
  ({ tables }: System) =>
  async ({ actor, params: { caseId } }: Request): Promise<Outcome<Answer>> => {
    const head = await readHead(tables, caseId);
    if (head === undefined || !isApplicantSide(actor, head.state)) return refuse('case-not-found');
    const { town, enterprise } = head.state;
    const helper = await readHelper(tables, town, enterprise);
    if (helper === undefined) return accept({ visits: [] });
    const { officer, since } = helper;
    const visits = (await visitsTo(tables, town, enterprise)).map(({ visitedOn }) => ({ visitedOn }));
    return accept({ helper: { name: officer.name, office: townOfficeId(town), since }, visits });
  };
