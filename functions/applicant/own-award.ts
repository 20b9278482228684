import type { AwardDto } from '../../shared/api/dto/award.ts';
import type { ActResultDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { ownAwardRoutes } from '../../shared/api/routes/awards.ts';
import { awardPage, maskedFor } from '../awards/award-view.ts';
import { submitReport } from '../awards/submit-report.ts';
import { actOnCase } from '../cases/act-on-case.ts';
import { historyForApplicants } from '../cases/history.ts';
import { maySeeAsApplicant } from '../cases/may-see.ts';
import { asOneselfOrMember } from '../cases/party.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { readHead } from '../persistence/head.ts';
import type { System } from '../system.ts';

type Request<N extends keyof typeof ownAwardRoutes> = SignedInRequestOf<(typeof ownAwardRoutes)[N]>;

/** One's own award, in full. */
export const getOwnAward =
  (system: System) =>
  ({ actor, params: { caseId } }: Request<'getOwnAward'>): Promise<Outcome<AwardDto>> =>
    asOneselfOrMember(system, actor, caseId, async (party) => {
      const head = await readHead(system.tables, caseId);
      if (head?.state.status !== 'approved' || !maySeeAsApplicant(party, head.state)) {
        return refuse('case-not-found');
      }
      const page = await awardPage(system, head, head.state, {
        party,
        history: historyForApplicants,
        shown: maskedFor(() => true),
      });
      return accept(page);
    });

export const actOnOwnAward =
  (system: System) =>
  ({ actor, params: { caseId }, body }: Request<'actOnOwnAward'>): Promise<Outcome<ActResultDto>> => {
    const { command, answers, ...rest } = body;
    return asOneselfOrMember(system, actor, caseId, (party) =>
      command.type === 'submit-report'
        ? submitReport(system, party, maySeeAsApplicant, caseId, { ...rest, command }, answers)
        : actOnCase(system, party, maySeeAsApplicant, caseId, { ...rest, command }),
    );
  };
