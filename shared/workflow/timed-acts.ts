import type * as z from 'zod';
import { addCalendarDays } from '../calendar/date.ts';
import { startOfDayInstant } from '../calendar/instant.ts';
import type { CaseCommand, ClockCommandSchema } from './command.ts';
import type { View } from './context.ts';
import { nextEscalation } from './deciders/pacing.ts';
import { stageOf } from './stages.ts';
import type { CaseState } from './state.ts';

type ClockCommandType = z.infer<typeof ClockCommandSchema>['type'];

/** The first day (Asia/Shanghai) on which the clock may do this to the case as it stands; undefined: never. */
type FirstDay = (state: CaseState, view: View) => string | undefined;

const dayAfter = (due: string): string => addCalendarDays(due, 1);

/** Every act of the clock. It says the same as the act's gate, as a date instead of yes or no. */
const firstDays: { readonly [T in ClockCommandType]: FirstDay } = {
  'deem-accepted': (state, { programme }) => {
    if (state.status !== 'under-review') return undefined;
    const { kind, onSilence } = stageOf(programme, state.stage);
    return kind === 'acceptance' && onSilence === 'accept' ? dayAfter(state.due) : undefined;
  },
  escalate: (state, view) =>
    state.status === 'under-review' ? nextEscalation(state, view)?.from : undefined,
  lapse: (state) => (state.status === 'returned' ? dayAfter(state.due) : undefined),
  'close-notice': (state) =>
    state.status === 'in-notice' && state.objections.open.length === 0 ? dayAfter(state.due) : undefined,
};

const isClockCommandType = (name: string): name is ClockCommandType => Object.hasOwn(firstDays, name);
const clockCommandTypes = Object.keys(firstDays).filter(isClockCommandType);

/** What the clock does next to a case, and the instant from which it is due. */
export type TimedAct = { readonly command: CaseCommand<ClockCommandType>; readonly at: string };

/**
 * The earliest act that falls due by itself if nothing else happens before. `at` is the first instant of its
 * day, or `view.now` where that is later: an act of today can make another overdue, such as expediting a case
 * that is past half of its shortened promise.
 */
export function nextTimedAct(state: CaseState, view: View): TimedAct | undefined {
  const [first] = clockCommandTypes
    .flatMap((type) => {
      const from = firstDays[type](state, view);
      return from === undefined ? [] : [{ type, from }];
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (first === undefined) return undefined;
  const start = startOfDayInstant(first.from);
  const overdue = start < view.now;
  return { command: { type: first.type }, at: overdue ? view.now : start };
}
