import { appointmentOf, dueTurn } from '../../../functions/cases/appointment.ts';
import type { Appointment } from '../../../functions/persistence/head.ts';
import { type WorkingCalendar, workingCalendar } from '../../../shared/calendar/working-calendar.ts';
import { type Message, recipientKey } from '../../../shared/messages/message.ts';
import { messagesOf } from '../../../shared/messages/messages-of.ts';
import { evolve } from '../../../shared/workflow/evolve.ts';
import type { CaseState } from '../../../shared/workflow/state.ts';
import { clock, nextTimedAct } from '../../../shared/workflow/timed-acts.ts';
import { aSubmission, CaseDesk } from '../case-desk.ts';
import { commandOf } from './commands.ts';
import { crewOf } from './crew.ts';
import { inForceFrom, notice2027 } from './holidays.ts';
import type { Act, Told } from './oracle.ts';
import type { Plan } from './plan.ts';

const before = workingCalendar();
const after = workingCalendar({ extraYears: [notice2027], since: inForceFrom });
const calendarAt = async (instant: string): Promise<WorkingCalendar> =>
  instant < inForceFrom ? before : after;

type Kept = { readonly plan: Plan; readonly desk: CaseDesk; appointment: Appointment };

/** A county in memory: the real core and the real rules of when the clock acts, and nothing else. */
export class PureCounty {
  private readonly cases = new Map<number, Kept>();

  /** One act of a person, before which everything that is due happens. */
  async act(plan: Plan, act: Act): Promise<void> {
    const kept = this.cases.get(plan.index) ?? this.open(plan);
    await this.settle(kept, act.at);
    await this.do(kept, act.at, crewOf(plan.town, plan.index)[act.by], act);
  }

  /** One run of the clock. */
  async tick(now: string): Promise<void> {
    for (const kept of this.cases.values()) {
      const { wake, calendar } = kept.appointment;
      const mayBeDue = (wake !== undefined && wake <= now) || (now >= inForceFrom && calendar === undefined);
      if (mayBeDue) await this.settle(kept, now);
    }
  }

  private open(plan: Plan): Kept {
    const desk = new CaseDesk();
    const { applicant } = crewOf(plan.town, plan.index);
    desk.state = { status: 'draft', caseId: `PL-${plan.index}`, applicant: applicant.id };
    const kept: Kept = { plan, desk, appointment: {} };
    this.cases.set(plan.index, kept);
    return kept;
  }

  private async settle({ desk, ...kept }: Kept, now: string): Promise<void> {
    for (;;) {
      if (desk.state.status === 'draft') return;
      const head = { state: desk.case, ...(this.cases.get(kept.plan.index)?.appointment ?? {}) };
      const { turn, anew } = await dueTurn({ calendarAt }, head, desk.programme, now);
      if (turn === undefined) {
        const current = this.cases.get(kept.plan.index);
        if (anew !== undefined && current) current.appointment = anew;
        return;
      }
      const calendar = await calendarAt(turn);
      const timed = nextTimedAct(desk.case, { now: turn, programme: desk.programme, calendar });
      if (timed === undefined || timed.at > turn) throw new Error('nothing is due');
      desk.calendar = calendar;
      desk.at(turn).do(clock, timed.command);
      await this.reckon(kept.plan, turn);
    }
  }

  private async do(
    { plan, desk }: Kept,
    at: string,
    actor: ReturnType<typeof crewOf>['applicant'],
    act: Act,
  ): Promise<void> {
    desk.calendar = await calendarAt(at);
    const revision = desk.state.status === 'draft' ? 1 : desk.case.revision + 1;
    desk.submission = aSubmission(revision, {
      town: plan.town,
      enterprise: `enterprise-${plan.index}`,
      changed: revision === 1 ? [] : ['/industry'],
    });
    desk.at(at).do(actor, commandOf(act));
    await this.reckon(plan, at);
  }

  private async reckon(plan: Plan, at: string): Promise<void> {
    const kept = this.cases.get(plan.index);
    if (kept === undefined) return;
    kept.appointment = await appointmentOf({ calendarAt }, kept.desk.case, kept.desk.programme, at);
  }

  journalOf(plan: Plan): CaseDesk['journal'] {
    return this.cases.get(plan.index)?.desk.journal ?? [];
  }

  /** What everybody was told of a case. */
  toldOf(plan: Plan): readonly Told[] {
    const programme = this.cases.get(plan.index)!.desk.programme;
    let state: CaseState | undefined;
    return this.journalOf(plan).flatMap(({ event, ...envelope }) => {
      const before = state;
      state = evolve(state, event, envelope);
      const facts = { before, after: state, programme, actor: envelope.actor, at: envelope.at };
      return messagesOf(event, facts).map(toldIn);
    });
  }
}

const toldIn = ({ to, template }: Pick<Message, 'to' | 'template'>): Told => ({
  to: recipientKey(to),
  template,
});
