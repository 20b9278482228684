import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { reviewerRoutes } from '../../shared/api/routes/reviewer.ts';
import { mayOfficialSee } from '../cases/may-see.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { recordAccess } from '../cases/record-access.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { readHead } from '../persistence/head.ts';
import { readRevision } from '../persistence/revision.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof reviewerRoutes.revealAnswer>;

/** One value in full. The record is written first: if it cannot be, nothing is shown. */
export const revealAnswer =
  (system: System) =>
  async ({ actor, params: { caseId }, body }: Request): Promise<Outcome<{ path: string; value: string }>> => {
    const head = await readHead(system.tables, caseId);
    if (head === undefined) return refuse('case-not-found');
    const { state } = head;
    const { programme } = await pinnedProgramme(system, state.programme);
    if (!mayOfficialSee(actor, state, programme)) return refuse('case-not-found');
    const number = body.revision ?? state.revision;
    if (number > state.revision) return refuse('not-found');
    const revision = await readRevision(system.tables, caseId, number);
    const secrets = new Map(Object.entries(revision.secrets(await system.dataKey())));
    const value = secrets.get(body.path);
    if (value === undefined) return refuse('not-found');
    await recordAccess(system, actor, caseId, 'answer-revealed', {
      revision: number,
      path: body.path,
      reason: body.reason,
    });
    return accept({ path: body.path, value });
  };
