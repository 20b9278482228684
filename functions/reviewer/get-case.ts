import type { CaseDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { reviewerRoutes } from '../../shared/api/routes/reviewer.ts';
import { casePage } from '../cases/case-view.ts';
import { mayOfficialSee } from '../cases/may-see.ts';
import { asOfficial } from '../cases/party.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { readCaseFile } from '../persistence/case-file.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof reviewerRoutes.getCase>;

export const getCase =
  (system: System) =>
  async ({ actor, params: { caseId } }: Request): Promise<Outcome<CaseDto>> => {
    const dataKey = await system.dataKey();
    const file = await readCaseFile(system.tables, dataKey, caseId, system.now());
    if (file.head === undefined) return refuse('case-not-found');
    const { programme } = await pinnedProgramme(system, file.head.state.programme);
    if (!mayOfficialSee(actor, file.head.state, programme)) return refuse('case-not-found');
    return accept(await casePage(system, await asOfficial(system, actor), dataKey, file.head, file));
  };
