import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { objectionReadingRoutes } from '../../shared/api/routes/notices.ts';
import { worksAt } from '../../shared/workflow/gates.ts';
import { mayOfficialSee } from '../cases/may-see.ts';
import { asOfficial } from '../cases/party.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { recordAccess } from '../cases/record-access.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { type ObjectionAnswer, objectionAnswers } from '../notices/objection-answers.ts';
import { readHead } from '../persistence/head.ts';
import { readChain } from '../persistence/journal.ts';
import { readObjections } from '../persistence/objection.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof objectionReadingRoutes.caseObjections>;
type Item = ObjectionAnswer & { number: number; at: string; grounds: string; name?: string; mobile?: string };

/** What the public wrote. Whoever wrote it is shown to those who answer, while they answer. */
export const caseObjections =
  (system: System) =>
  async ({ actor, params: { caseId } }: Request): Promise<Outcome<{ items: Item[] }>> => {
    const head = await readHead(system.tables, caseId);
    if (head === undefined) return refuse('case-not-found');
    const { state } = head;
    const { programme } = await pinnedProgramme(system, state.programme);
    if (!mayOfficialSee(actor, state, programme)) return refuse('case-not-found');
    const objections = await readObjections(system.tables, caseId);
    if (objections.length === 0) return accept({ items: [] });
    await recordAccess(system, actor, caseId, 'case-read', { view: 'objections' });
    const answers = state.status === 'in-notice' && worksAt(await asOfficial(system, actor), state);
    const dataKey = await system.dataKey();
    const answerTo = objectionAnswers(await readChain(system.tables, caseId));
    return accept({
      items: objections.map(({ number, at, words }) => {
        const { grounds, name, mobile } = words(dataKey);
        return {
          number,
          at,
          grounds,
          ...(answers && name !== undefined && { name }),
          ...(answers && mobile !== undefined && { mobile }),
          ...answerTo(number),
        };
      }),
    });
  };
