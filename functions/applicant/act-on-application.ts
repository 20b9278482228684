import type { ActResultDto } from '../../shared/api/dto/case.ts';
import type { Outcome } from '../../shared/api/errors.ts';
import type { applicantRoutes } from '../../shared/api/routes/applicant.ts';
import { actOnCase, type MaySee } from '../cases/act-on-case.ts';
import { isApplicantSide } from '../cases/may-see.ts';
import { asApplicant } from '../cases/party.ts';
import { resubmitCorrection } from '../cases/resubmit-correction.ts';
import { submitDraft } from '../cases/submit-draft.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof applicantRoutes.actOnApplication>;

const maySee: MaySee = ({ actor }, state) => isApplicantSide(actor, state);

export const actOnApplication =
  (system: System) =>
  ({ actor, params: { caseId }, body }: Request): Promise<Outcome<ActResultDto>> => {
    const party = asApplicant(actor);
    const { command, ...rest } = body;
    if (command.type === 'submit') return submitDraft(system, party, caseId, { ...rest, command });
    if (command.type === 'resubmit')
      return resubmitCorrection(system, party, maySee, caseId, { ...rest, command });
    return actOnCase(system, party, maySee, caseId, body);
  };
