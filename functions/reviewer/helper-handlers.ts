import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { helperRoutes } from '../../shared/api/routes/helpers.ts';
import type { Helped, Helper } from '../../shared/helpers/helper.ts';
import { summaryOf } from '../cases/case-summary.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { assignHelper, helperDto, recordFactoryVisit } from '../helpers/keep-helper.ts';
import { remindersOf } from '../helpers/reminders.ts';
import { visitsTo } from '../helpers/visits.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { concurrently } from '../persistence/concurrently.ts';
import { readEnterpriseCases } from '../persistence/enterprise.ts';
import { headOf } from '../persistence/head.ts';
import { readHelper, readHelpersOf } from '../persistence/helper.ts';
import { headKey } from '../persistence/keys.ts';
import { readItems } from '../persistence/tables.ts';
import type { System } from '../system.ts';

type Request<N extends keyof typeof helperRoutes> = SignedInRequestOf<(typeof helperRoutes)[N]>;

export const listHelpers =
  ({ tables }: System) =>
  async ({ actor }: Request<'listHelpers'>): Promise<Outcome<{ items: Helper[] }>> =>
    accept({
      items: actor.town === undefined ? [] : (await readHelpersOf(tables, actor.town)).map(helperDto),
    });

export const helperAssigning =
  (system: System) =>
  ({ actor, params, body }: Request<'assignHelper'>): Promise<Outcome<Helper>> =>
    assignHelper(system, actor, params.caseId, body);

export const factoryVisiting =
  (system: System) =>
  ({ actor, params, body }: Request<'recordFactoryVisit'>): Promise<Outcome<Helper>> =>
    recordFactoryVisit(system, actor, params, body);

/** The latest cases of an enterprise: more than one has in a year. */
const most = 50;

export const getHelped =
  (system: System) =>
  async ({ actor, params: { town, enterprise } }: Request<'getHelped'>): Promise<Outcome<Helped>> => {
    const { tables } = system;
    if (actor.town !== town) return refuse('outside-your-town');
    const helper = await readHelper(tables, town, enterprise);
    if (helper === undefined) return refuse('not-found');
    const caseIds = await readEnterpriseCases(tables, enterprise, most);
    const heads = (await readItems(tables, [...new Set(caseIds)].map(headKey))).map(headOf);
    const now = system.now();
    const calendar = await system.calendarAt(now);
    const theirs = heads
      .filter(({ state }) => state.enterprise === enterprise && state.town === town)
      .toSorted((one, other) => (one.state.submittedAt > other.state.submittedAt ? -1 : 1));
    const looked = await concurrently(theirs, async ({ state, enterpriseName }) => {
      const { programme } = await pinnedProgramme(system, state.programme);
      return {
        summary: summaryOf({ ...state, enterpriseName }, programme, calendar, now),
        reminders: remindersOf(state, programme),
      };
    });
    const account = helper.officer.id === actor.id ? theirs[0]?.state.applicant : undefined;
    return accept({
      helper: helperDto(helper),
      ...(account !== undefined && { account }),
      reminders: looked
        .flatMap(({ reminders }) => reminders)
        .toSorted((one, other) => (one.due < other.due ? -1 : 1)),
      cases: looked.map(({ summary }) => summary),
      visits: await visitsTo(tables, town, enterprise),
    });
  };
