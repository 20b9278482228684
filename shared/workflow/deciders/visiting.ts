import { accept } from '../../api/errors.ts';
import { dateInShanghai } from '../../calendar/instant.ts';
import { text } from '../../language/text.ts';
import { defineAct, type Gate, inOrder, notNow } from '../act.ts';
import { atOffice, deskRoles, handlesStage, notOwnCase } from '../gates.ts';
import { wrongInput } from '../input-checks.ts';
import { stageOf } from '../stages.ts';
import type { StateOf } from '../state.ts';
import { today } from '../today.ts';

type UnderReview = StateOf<'under-review'>;

/** A site visit, or where two officers decide without one, the minutes of their meeting. */
const needsRecord: Gate<UnderReview> = (state, view) => {
  const { siteVisit, officers } = stageOf(view.programme, state.stage);
  return siteVisit || officers === 2 ? undefined : notNow(state);
};

const notRecorded: Gate<UnderReview> = (state) => (state.visit === undefined ? undefined : notNow(state));

export const recordVisit = defineAct<'record-visit', 'under-review'>({
  roles: deskRoles,
  from: ['under-review'],
  gate: inOrder<UnderReview>(needsRecord, handlesStage, notRecorded),

  decide({ visitedOn, findings, agreesWithApplication }, state, context) {
    if (visitedOn > today(context) || visitedOn < dateInShanghai(state.submittedAt)) {
      return wrongInput(
        '/visitedOn',
        'date-out-of-range',
        text('日期应在申请提交之后，且不晚于今天。', 'The date must lie between submission and today.'),
      );
    }
    return accept({
      event: { type: 'site-visited', data: { visitedOn, findings, agreesWithApplication } },
      effects: [],
    });
  },
});

const awaitsSecondOfficer: Gate<UnderReview> = (state, { programme, actor }) => {
  const { visit } = state;
  if (stageOf(programme, state.stage).officers === 1) return notNow(state);
  if (visit === undefined || visit.confirmedBy !== undefined) return notNow(state);
  return visit.by === actor.id ? { code: 'second-officer-required' } : undefined;
};

/** Whoever confirms has seen it too and decides nothing, so an earlier stage of theirs does not matter. */
export const confirmVisit = defineAct<'confirm-visit', 'under-review'>({
  roles: deskRoles,
  from: ['under-review'],
  gate: inOrder<UnderReview>(atOffice, notOwnCase, awaitsSecondOfficer),
  decide: ({ note }) =>
    accept({
      event: { type: 'site-visit-confirmed', data: { ...(note !== undefined && { note }) } },
      effects: [],
    }),
});

/** Before an opinion or a yes: seen, and where two officers are needed, by both. */
export const visited: Gate<UnderReview> = ({ stage, visit }, { programme }) => {
  const { siteVisit, officers } = stageOf(programme, stage);
  if (visit === undefined) {
    if (siteVisit) return { code: 'site-visit-required' };
    return officers === 2 ? { code: 'second-officer-required' } : undefined;
  }
  return officers === 2 && visit.confirmedBy === undefined ? { code: 'second-officer-required' } : undefined;
};
