import type { ActResultDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome, type Problem, toProblem } from '../../shared/api/errors.ts';
import type { reviewerRoutes } from '../../shared/api/routes/reviewer.ts';
import { actOnCase, type MaySee } from '../cases/act-on-case.ts';
import { mayOfficialSee } from '../cases/may-see.ts';
import { asOfficial } from '../cases/party.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import type { System } from '../system.ts';

type OneRequest = SignedInRequestOf<typeof reviewerRoutes.actOnCase>;
type ManyRequest = SignedInRequestOf<typeof reviewerRoutes.actOnCases>;
type Result = { caseId: string; result?: ActResultDto; problem?: Problem };

const maySee: MaySee = ({ actor }, state, programme) => mayOfficialSee(actor, state, programme);

export const actOnOneCase =
  (system: System) =>
  async ({ actor, params: { caseId }, body }: OneRequest): Promise<Outcome<ActResultDto>> =>
    actOnCase(system, await asOfficial(system, actor), maySee, caseId, body);

/** Each case is decided on its own: what one refuses holds up no other. */
export const actOnSeveralCases =
  (system: System) =>
  async ({ actor, body }: ManyRequest): Promise<Outcome<{ results: Result[] }>> => {
    const party = await asOfficial(system, actor);
    const results: Result[] = [];
    // One after the other: approvals of one fund would only get into each other's way.
    for (const { caseId, ...envelope } of body.items) {
      const outcome = await actOnCase(system, party, maySee, caseId, envelope);
      results.push(
        outcome.ok ? { caseId, result: outcome.value } : { caseId, problem: toProblem(outcome.refusal) },
      );
    }
    return accept({ results });
  };
