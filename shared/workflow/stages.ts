import { dueDate, type PromiseClock, promiseStatus, startPromise } from '../calendar/promise-clock.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { townOfficeId } from '../identity/office.ts';
import type { OfficeRef, Programme, Stage } from '../programmes/programme.ts';
import type { Context, View } from './context.ts';
import type { NextStage, TimeKept } from './event.ts';
import type { CaseState } from './state.ts';
import { today } from './today.ts';

/** Throws when the programme has no such stage: a case never leaves the version it pinned. */
export function stageOf(programme: Programme, id: string): Stage {
  const stage = programme.stages.find((candidate) => candidate.id === id);
  if (stage === undefined) throw new Error(`${programme.id} v${programme.version} has no stage ${id}`);
  return stage;
}

/** The office a reference means for this case. Throws on an answer the programme does not route. */
export function officeOf(ref: OfficeRef, place: Pick<CaseState, 'town' | 'routing'>): string {
  if (ref.kind === 'town-of-case') return townOfficeId(place.town);
  if (ref.kind === 'office') return ref.office;
  const answer = place.routing?.[ref.answer] ?? '';
  const office = ref.offices[answer];
  if (office === undefined) throw new Error(`no office for ${ref.answer} = ${answer}`);
  return office;
}

/**
 * The stage after `from` (the first one when undefined), passing over those whose condition does not hold
 * for this amount in fen; undefined after the last.
 */
export function stageAfter(
  from: string | undefined,
  amount: number,
  { programme, appraisal }: Context,
): Stage | undefined {
  const start = from === undefined ? 0 : programme.stages.indexOf(stageOf(programme, from)) + 1;
  return programme.stages.slice(start).find((stage) => {
    if (stage.when === undefined) return true;
    if (appraisal === undefined) throw new Error(`stage ${stage.id} has a condition: an appraisal is needed`);
    return appraisal.stageApplies(stage.id, amount);
  });
}

/** The last day of a running clock. Throws while it stands. */
export function dueOn(clock: PromiseClock, calendar: WorkingCalendar): string {
  const due = dueDate(clock, calendar);
  if (due === undefined) throw new Error('the clock stands: nothing is due');
  return due.date;
}

/** Days of an expedited promise: the programme's share of them, rounded up, at least one. */
export const shortened = (days: number, { expedite }: Programme): number =>
  Math.max(1, Math.ceil((days * expedite.share) / 10_000));

/** The case arrives at a stage today, with a fresh promise. */
export function arriveAt(
  stage: Stage,
  place: Pick<CaseState, 'town' | 'routing' | 'expedited'>,
  view: View,
): NextStage {
  const days = place.expedited ? shortened(stage.workingDays, view.programme) : stage.workingDays;
  const clock = startPromise(days, today(view));
  return {
    stage: stage.id,
    office: officeOf(stage.office, place),
    clock,
    due: dueOn(clock, view.calendar),
  };
}

/** What the stage that ends today used of its promise, in working days. */
export function timeKept(clock: PromiseClock, view: View): TimeKept {
  const { used, promised } = promiseStatus(clock, today(view), view.calendar);
  return { used, promised };
}
