import type { ReplayDto } from '../../../shared/api/dto/dossier.ts';
import { accept, type Outcome, refuse } from '../../../shared/api/errors.ts';
import type { dossierRoutes } from '../../../shared/api/routes/dossier.ts';
import { replayEvents } from '../../../shared/rules/replay-events.ts';
import { recordAccess } from '../../cases/record-access.ts';
import type { SignedInRequestOf } from '../../http/endpoint.ts';
import type { AuditorSystem } from '../auditor-system.ts';
import { eventsAmong, loadCase } from './load-case.ts';

type Request = SignedInRequestOf<typeof dossierRoutes.replayCase>;

/** Refuses with `case-not-found`, or `programme-not-found` for a version that was never published. */
export const replayCase =
  (system: AuditorSystem) =>
  async ({ actor, params: { caseId }, query }: Request): Promise<Outcome<ReplayDto>> => {
    const loaded = await loadCase(system, caseId);
    if (!loaded.ok) return loaded;
    const { head, found, revisions } = loaded.value;
    if (head === undefined) return refuse('case-not-found');
    const { id, version: pinned } = head.state.programme;
    const under = query.version ?? pinned;
    const published = await system.programmes.version(id, under);
    if (published === undefined) return refuse('programme-not-found');
    await recordAccess(system, actor, caseId, 'case-read', { view: 'replay', version: under });
    const forms = new Map(revisions.map(({ digest, answers }) => [digest, answers]));
    return accept({
      caseId,
      programme: id,
      pinned,
      under,
      decisions: [...replayEvents(eventsAmong(found), (digest) => forms.get(digest), published.programme)],
    });
  };
