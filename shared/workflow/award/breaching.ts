import { accept, type Outcome } from '../../api/errors.ts';
import { addCalendarDays } from '../../calendar/date.ts';
import { text } from '../../language/text.ts';
import { type Decision, defineAct, type Gate, inOrder, notNow } from '../act.ts';
import type { Context } from '../context.ts';
import { clockRoles, deskRoles } from '../gates.ts';
import { wrongInput } from '../input-checks.ts';
import { needed } from '../needed.ts';
import { today } from '../today.ts';
import { type Approved, atTownOffice, awardIs, noBreach, someBreach } from './award-gates.ts';

/** Notice of a breach: the enterprise has the working days of the obligation to mend it. One at a time. */
export function breachOf(
  obligation: string,
  facts: string,
  { breach }: Approved,
  context: Context,
): Outcome<Decision> {
  const { programme, calendar } = context;
  const broken = programme.obligations.find(({ id }) => id === obligation);
  if (broken === undefined) {
    return wrongInput(
      '/obligation',
      'unknown-obligation',
      text('本项目没有这项义务。', 'The programme has no such obligation.'),
    );
  }
  if (breach !== undefined) {
    return wrongInput(
      '/obligation',
      'breach-open',
      text('已有一项违约正在整改。', 'Another breach is being mended already.'),
    );
  }
  const mendBy = calendar.addWorkingDays(today(context), broken.mendWorkingDays).date;
  return accept({ event: { type: 'breach-recorded', data: { obligation, facts, mendBy } }, effects: [] });
}

const someObligation: Gate<Approved> = (state, { programme }) =>
  programme.obligations.length > 0 ? undefined : notNow(state);

export const recordBreach = defineAct<'record-breach', 'approved'>({
  roles: deskRoles,
  from: ['approved'],
  gate: inOrder<Approved>(someObligation, atTownOffice, awardIs('active'), noBreach),
  decide: ({ obligation, facts }, state, context) => breachOf(obligation, facts, state, context),
});

/** Also after the days are over, as long as nobody has opened a recovery. */
export const confirmMended = defineAct<'confirm-mended', 'approved'>({
  roles: deskRoles,
  from: ['approved'],
  gate: inOrder<Approved>(atTownOffice, awardIs('active'), someBreach),
  decide({ findings }, state) {
    const { obligation } = needed(state.breach, 'a breach');
    return accept({ event: { type: 'breach-mended', data: { obligation, findings } }, effects: [] });
  },
});

const notSaidYet: Gate<Approved> = (state) => (state.breach?.over ? notNow(state) : undefined);

export const mendDaysOver: Gate<Approved> = ({ breach }, view) =>
  breach !== undefined && today(view) <= breach.mendBy
    ? { code: 'too-early', params: { earliest: addCalendarDays(breach.mendBy, 1) } }
    : undefined;

export const markMendOver = defineAct<'mark-mend-over', 'approved'>({
  roles: clockRoles,
  from: ['approved'],
  gate: inOrder<Approved>(awardIs('active'), someBreach, notSaidYet, mendDaysOver),
  decide(_, state) {
    const { obligation } = needed(state.breach, 'a breach');
    return accept({ event: { type: 'mend-ran-out', data: { obligation } }, effects: [] });
  },
});
