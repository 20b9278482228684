import type { ApplicationDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { applicantRoutes } from '../../shared/api/routes/applicant.ts';
import { applicationPage, draftPage } from '../cases/application-view.ts';
import { isApplicantSide, maySeeAsApplicant } from '../cases/may-see.ts';
import { asOneselfOrMember } from '../cases/party.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { readCaseFile } from '../persistence/case-file.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof applicantRoutes.getApplication>;

export const getApplication =
  (system: System) =>
  async ({ actor, params: { caseId } }: Request): Promise<Outcome<ApplicationDto>> => {
    const dataKey = await system.dataKey();
    const file = await readCaseFile(system.tables, dataKey, caseId, system.now());
    const { head, draft, documents } = file;
    return asOneselfOrMember(system, actor, caseId, async (party) => {
      if (head) {
        if (!maySeeAsApplicant(party, head.state)) return refuse('case-not-found');
        return accept(await applicationPage(system, party, dataKey, head, file));
      }
      if (draft === undefined || !isApplicantSide(actor, draft)) return refuse('case-not-found');
      return accept(await draftPage(system, party, draft.open(), documents));
    });
  };
