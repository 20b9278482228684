import type { Programme } from '../../shared/programmes/programme.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import { nextTimedAct } from '../../shared/workflow/timed-acts.ts';
import type { Appointment, Head } from '../persistence/head.ts';
import type { System } from '../system.ts';

type Reckoning = Pick<System, 'calendarAt'>;

/** When the clock has something to do with a case next, as the calendar of this instant says. */
export async function appointmentOf(
  { calendarAt }: Reckoning,
  state: CaseState,
  programme: Programme,
  now: string,
): Promise<Appointment> {
  const calendar = await calendarAt(now);
  const timed = nextTimedAct(state, { now, programme, calendar });
  return {
    ...(timed && { wake: timed.at }),
    ...(calendar.since !== undefined && { calendar: calendar.since }),
  };
}

export type DueTurn = {
  /** The instant as of which the clock acts; absent when nothing has fallen due. */
  readonly turn?: string;
  /** Present when another calendar has come into force since the appointment was made. */
  readonly anew?: Appointment;
};

/**
 * What the clock has to do with this case by now. An appointment that was made with another calendar is made
 * anew as of the instant at which the present one came into force, unless it was due before that.
 */
export async function dueTurn(
  system: Reckoning,
  { state, wake, calendar: made = '' }: Pick<Head, 'state' | 'wake' | 'calendar'>,
  programme: Programme,
  now: string,
): Promise<DueTurn> {
  const { since } = await system.calendarAt(now);
  if (since === undefined || made >= since || (wake !== undefined && wake < since)) {
    return wake !== undefined && wake <= now ? { turn: wake } : {};
  }
  const anew = await appointmentOf(system, state, programme, since);
  return { anew, ...(anew.wake !== undefined && anew.wake <= now && { turn: anew.wake }) };
}
