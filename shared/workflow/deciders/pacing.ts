import { accept } from '../../api/errors.ts';
import { addCalendarDays } from '../../calendar/date.ts';
import {
  extendPromise,
  halfwayDate,
  type PromiseClock,
  promiseStatus,
} from '../../calendar/promise-clock.ts';
import { hasRole } from '../../identity/actor.ts';
import { defineAct, type Gate, inOrder, notNow } from '../act.ts';
import type { View } from '../context.ts';
import { atOffice, clockRoles, deskRoles, holdsCase, notAfterDue, notOwnCase, supervises } from '../gates.ts';
import { dueOn, shortened, stageOf } from '../stages.ts';
import type { StateOf } from '../state.ts';
import { today } from '../today.ts';

type UnderReview = StateOf<'under-review'>;

const notFasterYet: Gate<UnderReview> = (state) =>
  state.expedited || state.expediteBy !== undefined ? notNow(state) : undefined;

export const requestExpedite = defineAct<'request-expedite', 'under-review'>({
  roles: deskRoles,
  from: ['under-review'],
  gate: inOrder<UnderReview>(notFasterYet, atOffice, notOwnCase, holdsCase),
  decide: ({ reason }) => accept({ event: { type: 'expedite-requested', data: { reason } }, effects: [] }),
});

const requested: Gate<UnderReview> = (state) => (state.expediteBy === undefined ? notNow(state) : undefined);

/** The head of the office, or a county leader whatever the office. */
const mayConsent: Gate<UnderReview> = (state, view) => {
  if (hasRole(view.actor, 'leader') || supervises(view, state)) return undefined;
  return hasRole(view.actor, 'supervisor') ? { code: 'outside-your-office' } : { code: 'not-permitted' };
};

const secondPerson: Gate<UnderReview> = ({ expediteBy }, { actor }) =>
  expediteBy === actor.id ? { code: 'expedite-needs-second-person' } : undefined;

/** What remains of the promise shrinks to the programme's share; an extension is used up with it. */
function hastened(clock: PromiseClock, view: View): PromiseClock {
  const { used, remaining } = promiseStatus(clock, today(view), view.calendar);
  const left = remaining === 0 ? 0 : shortened(remaining, view.programme);
  return { ...clock, promisedDays: used + left, ...(clock.extendedBy !== undefined && { extendedBy: 0 }) };
}

export const consentExpedite = defineAct<'consent-expedite', 'under-review'>({
  roles: ['supervisor', 'leader'],
  from: ['under-review'],
  gate: inOrder<UnderReview>(requested, mayConsent, notOwnCase, secondPerson),

  decide({ agreed, reason }, state, context) {
    const clock = agreed ? hastened(state.clock, context) : state.clock;
    const due = dueOn(clock, context.calendar);
    return accept({ event: { type: 'expedite-decided', data: { agreed, reason, clock, due } }, effects: [] });
  },
});

const notExtendedYet: Gate<UnderReview> = ({ clock }) =>
  clock.extendedBy === undefined ? undefined : { code: 'extension-already-used' };

const headOfOffice: Gate<UnderReview> = (state, view) =>
  supervises(view, state) ? undefined : { code: 'outside-your-office' };

/** Once a stage, before the days are over, and by the head of the office (行政许可法 art. 42 by analogy). */
export const extendClock = defineAct<'extend-clock', 'under-review'>({
  roles: ['supervisor', 'leader'],
  from: ['under-review'],
  gate: inOrder<UnderReview>(headOfOffice, notOwnCase, notExtendedYet, notAfterDue),

  decide({ reason }, state, context) {
    const extended = extendPromise(state.clock, context.programme.extension.workingDays);
    if (!extended.ok) return extended;
    const clock = extended.value;
    const data = { reason, clock, due: dueOn(clock, context.calendar) };
    return accept({ event: { type: 'clock-extended', data }, effects: [] });
  },
});

type Escalation = { readonly level: 'half' | 'end'; readonly from: string };
type Escalating = StateOf<'under-review' | 'approved'>;

/** The next reminder upward and its first day. Where silence accepts, none follows the last day. */
function escalationOfStage(state: UnderReview, view: View): Escalation | undefined {
  const over = today(view) > state.due;
  const half = over || state.escalated !== undefined ? undefined : halfwayDate(state.clock, view.calendar);
  if (half !== undefined) return { level: 'half', from: half.date };
  const silence = stageOf(view.programme, state.stage).onSilence === 'accept';
  return silence || state.escalated === 'end'
    ? undefined
    : { level: 'end', from: addCalendarDays(state.due, 1) };
}

/** Payment or handover is late: one reminder. */
const escalationOfDelivery = ({ award, due, escalated }: StateOf<'approved'>): Escalation | undefined =>
  award === 'to-be-delivered' && due !== undefined && escalated === undefined
    ? { level: 'end', from: addCalendarDays(due, 1) }
    : undefined;

const nextEscalation = (state: Escalating, view: View): Escalation | undefined =>
  state.status === 'approved' ? escalationOfDelivery(state) : escalationOfStage(state, view);

const escalationDue: Gate<Escalating> = (state, view) => {
  const next = nextEscalation(state, view);
  if (next === undefined) return notNow(state);
  return today(view) < next.from ? { code: 'too-early', params: { earliest: next.from } } : undefined;
};

export const escalate = defineAct<'escalate', 'under-review' | 'approved'>({
  roles: clockRoles,
  from: ['under-review', 'approved'],
  gate: escalationDue,

  decide(_, state, context) {
    const level = nextEscalation(state, context)?.level ?? 'end';
    return accept({ event: { type: 'case-escalated', data: { level } }, effects: [] });
  },
});
