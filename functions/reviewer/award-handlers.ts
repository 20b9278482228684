import type { AwardDto, AwardStepDto, AwardSummaryDto } from '../../shared/api/dto/award.ts';
import type { ActResultDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { awardRoutes } from '../../shared/api/routes/awards.ts';
import { awardPage, maskedFor } from '../awards/award-view.ts';
import { awardsAt } from '../awards/awards-at.ts';
import { actOnCase, type MaySee } from '../cases/act-on-case.ts';
import { historyForOfficials } from '../cases/history.ts';
import { mayOfficialSee } from '../cases/may-see.ts';
import { asOfficial } from '../cases/party.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { sensitiveTypeAt } from '../cases/sensitive-pointer.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { cursorOf, placeOf } from '../persistence/cursor.ts';
import { readHead } from '../persistence/head.ts';
import { readOfficerNames } from '../persistence/officer-directory.ts';
import { PlaceSchema } from '../persistence/open-cases.ts';
import type { System } from '../system.ts';

type Request<N extends keyof typeof awardRoutes> = SignedInRequestOf<(typeof awardRoutes)[N]>;

const maySee: MaySee = ({ actor }, state, programme) => mayOfficialSee(actor, state, programme);

/** The same path for whoever pays and whoever supervises: the workflow knows which of them may what. */
export const actOnAward =
  (system: System) =>
  async ({
    actor,
    params: { caseId },
    body,
  }: Request<'actOnPayment'> | Request<'superviseAward'>): Promise<Outcome<ActResultDto>> =>
    actOnCase(system, await asOfficial(system, actor), maySee, caseId, body);

export const getAward =
  (system: System) =>
  async ({ actor, params: { caseId } }: Request<'getAward'>): Promise<Outcome<AwardDto>> => {
    const head = await readHead(system.tables, caseId);
    if (head?.state.status !== 'approved') return refuse('case-not-found');
    const { programme } = await pinnedProgramme(system, head.state.programme);
    if (!mayOfficialSee(actor, head.state, programme)) return refuse('case-not-found');
    const page = await awardPage(system, head, head.state, {
      party: await asOfficial(system, actor),
      history: async (events) => {
        const actors = events.map(({ actor: acted }) => acted);
        return historyForOfficials(events, await readOfficerNames(system.tables, actors));
      },
      shown: maskedFor((form, pointer) => {
        const type = sensitiveTypeAt(form, pointer);
        return type === 'person-name' || type === 'mobile';
      }),
    });
    return accept(page);
  };

const pageSize = 50;
type Page = {
  items: AwardSummaryDto[];
  next?: string;
  counts: { step: AwardStepDto; count: number }[];
};

/** The awards that wait at the caller's office, the earliest due first. */
export const listAwards =
  (system: System) =>
  async ({ actor, query }: Request<'listAwards'>): Promise<Outcome<Page>> => {
    if (actor.office === undefined) return refuse('not-permitted');
    const place = placeOf(PlaceSchema, query.cursor);
    if (!place.ok) return place;
    const after = place.value;
    const rows = (await awardsAt(system, actor)).map(({ summary }) => summary);
    const wanted = rows.filter(
      ({ step, town, due = '', caseId }) =>
        (query.step === undefined || step === query.step) &&
        (query.town === undefined || town === query.town) &&
        (after === undefined || due > after.due || (due === after.due && caseId > after.caseId)),
    );
    const items = wanted.slice(0, pageSize);
    const last = items.at(-1);
    const counts = Map.groupBy(rows, ({ step }) => step);
    return accept({
      items,
      ...(last !== undefined &&
        wanted.length > pageSize && { next: cursorOf({ due: last.due ?? '', caseId: last.caseId }) }),
      counts: [...counts].map(([step, of]) => ({ step, count: of.length })),
    });
  };
