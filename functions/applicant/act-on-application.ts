import type { ActResultDto } from '../../shared/api/dto/case.ts';
import type { Outcome } from '../../shared/api/errors.ts';
import type { applicantRoutes } from '../../shared/api/routes/applicant.ts';
import { actOnCase } from '../cases/act-on-case.ts';
import { maySeeAsApplicant } from '../cases/may-see.ts';
import { asApplicant, asOneselfOrMember } from '../cases/party.ts';
import { resubmitCorrection } from '../cases/resubmit-correction.ts';
import { submitDraft } from '../cases/submit-draft.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof applicantRoutes.actOnApplication>;

export const actOnApplication =
  (system: System) =>
  ({ actor, params: { caseId }, body }: Request): Promise<Outcome<ActResultDto>> => {
    const { command, ...rest } = body;
    if (command.type === 'submit')
      return submitDraft(system, asApplicant(actor), caseId, { ...rest, command });
    return asOneselfOrMember(system, actor, caseId, (party) =>
      command.type === 'resubmit'
        ? resubmitCorrection(system, party, maySeeAsApplicant, caseId, { ...rest, command })
        : actOnCase(system, party, maySeeAsApplicant, caseId, body),
    );
  };
