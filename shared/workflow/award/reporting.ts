import { accept } from '../../api/errors.ts';
import { addCalendarDays } from '../../calendar/date.ts';
import { text } from '../../language/text.ts';
import { defineAct, type Gate, inOrder, notNow } from '../act.ts';
import type { View } from '../context.ts';
import { applicantOrFiler, clockRoles, deskRoles } from '../gates.ts';
import { wrongInput } from '../input-checks.ts';
import { needed } from '../needed.ts';
import type { CaseState } from '../state.ts';
import { today } from '../today.ts';
import { type Approved, atTownOffice, awardIs } from './award-gates.ts';
import type { Duty } from './award-state.ts';
import { breachOf } from './breaching.ts';
import { type Delivered, obligationOf, opensOn, roundAfter } from './schedule.ts';

const deliveredOf = ({ deliveredOn, lease }: Approved): Delivered => ({
  deliveredOn: needed(deliveredOn, 'a delivery'),
  endsOn: lease?.to,
});

/** What of the looker these questions need: nothing. */
type Moment = Pick<View, 'programme' | 'now'>;

const hasForm = ({ id }: Duty, { programme }: Moment): boolean =>
  obligationOf(programme, id).form !== undefined;

/** The duties whose round has begun. */
const begun = (state: Approved, view: Moment): readonly Duty[] =>
  (state.duties ?? []).filter((duty) => opensOn(view.programme, duty, deliveredOf(state)) <= today(view));

const reportable = (state: Approved, view: Moment): readonly Duty[] =>
  begun(state, view).filter((duty) => duty.report === undefined && hasForm(duty, view));

/** The duty of this obligation while a report on it can be written and handed in. */
export const reportableDuty = (state: CaseState, view: Moment, obligation: string): Duty | undefined =>
  state.status === 'approved' && state.award === 'active' && state.deliveredOn !== undefined
    ? reportable(state, view).find(({ id }) => id === obligation)
    : undefined;

/** What nobody reports on is looked at when its day has come. */
const assessable = (state: Approved, view: View): readonly Duty[] =>
  begun(state, view).filter(
    (duty) => duty.report !== undefined || (!hasForm(duty, view) && duty.due <= today(view)),
  );

const someOf =
  (select: (state: Approved, view: View) => readonly Duty[]): Gate<Approved> =>
  (state, view) =>
    select(state, view).length > 0 ? undefined : notNow(state);

const notThisOne = wrongInput(
  '/obligation',
  'not-open',
  text('该项义务目前没有需要办理的事项。', 'Nothing is open for this obligation now.'),
);

export const submitReport = defineAct<'submit-report', 'approved'>({
  roles: ['applicant', ...deskRoles],
  from: ['approved'],
  gate: inOrder<Approved>(applicantOrFiler, awardIs('active'), someOf(reportable)),

  decide({ obligation }, state, context) {
    const duty = reportable(state, context).find(({ id }) => id === obligation);
    if (duty === undefined) return notThisOne;
    const { digest, documents, kept } = needed(context.report, 'report');
    const report = { number: (state.reports ?? 0) + 1, digest, documents: [...documents] };
    const data = { obligation, round: duty.round, report, kept };
    return accept({ event: { type: 'report-submitted', data }, effects: [] });
  },
});

/** The town looks at a report, or where none is asked for, at the thing itself. */
export const assessReport = defineAct<'assess-report', 'approved'>({
  roles: deskRoles,
  from: ['approved'],
  gate: inOrder<Approved>(atTownOffice, awardIs('active'), someOf(assessable)),

  decide({ obligation, verdict, findings }, state, context) {
    const duty = assessable(state, context).find(({ id }) => id === obligation);
    if (duty === undefined) return notThisOne;
    if (verdict === 'breached') return breachOf(obligation, findings, state, context);
    if (verdict === 'kept') {
      const next = roundAfter(context.programme, duty, deliveredOf(state));
      const data = { obligation, round: duty.round, findings, ...(next && { next }) };
      return accept({ event: { type: 'obligation-kept', data }, effects: [] });
    }
    if (duty.report === undefined) {
      return wrongInput(
        '/verdict',
        'no-report',
        text('没有可退回的报告。', 'There is no report to send back.'),
      );
    }
    const data = { obligation, round: duty.round, findings };
    return accept({ event: { type: 'report-sent-back', data }, effects: [] });
  },
});

/** The first duty that is late and was not said to be; the clock says so of each round once. */
const unsaidOverdue = ({ duties = [] }: Approved): Duty | undefined =>
  duties
    .filter((duty) => duty.overdue === undefined && duty.report === undefined)
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))[0];

/** The day after which the next duty is late; undefined when none is open. */
const nextOverdueAfter = (state: Approved): string | undefined => unsaidOverdue(state)?.due;

const overdue: Gate<Approved> = (state, view) => {
  const due = nextOverdueAfter(state);
  if (due === undefined) return notNow(state);
  return today(view) > due ? undefined : { code: 'too-early', params: { earliest: addCalendarDays(due, 1) } };
};

export const markReportOverdue = defineAct<'mark-report-overdue', 'approved'>({
  roles: clockRoles,
  from: ['approved'],
  gate: inOrder<Approved>(awardIs('active'), overdue),
  decide(_, state) {
    const { id, round } = needed(unsaidOverdue(state), 'an overdue duty');
    return accept({ event: { type: 'report-fell-due', data: { obligation: id, round } }, effects: [] });
  },
});
