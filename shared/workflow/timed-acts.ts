import type * as z from 'zod';
import { startOfDayInstant } from '../calendar/instant.ts';
import type { Actor } from '../identity/actor.ts';
import { acts } from './acts.ts';
import { ClockCommandSchema, commandTypes } from './command.ts';
import type { View } from './context.ts';
import type { CaseState } from './state.ts';
import { today } from './today.ts';

/** Who acts when nobody does 系统时钟. */
export const clock: Actor = { id: 'clock', roles: ['system'], displayName: '系统' };

type ClockCommand = z.infer<typeof ClockCommandSchema>;

let known: readonly ClockCommand[] | undefined;

/**
 * Its commands carry nothing but their type: whatever they are about, the state knows. Told by their schema when first
 * asked for, because a schema that is made while a function loads holds up its first request.
 */
function clockCommands(): readonly ClockCommand[] {
  known ??= commandTypes.flatMap((type) => {
    const parsed = ClockCommandSchema.safeParse({ type });
    return parsed.success ? [parsed.data] : [];
  });
  return known;
}

/**
 * The first day (Asia/Shanghai) on which the clock may do this if nothing else happens before: the gate itself
 * says so, by letting it pass or by refusing it as too early. Undefined when it waits for something else.
 */
function firstDay({ type }: ClockCommand, state: CaseState, view: View): string | undefined {
  const refusal = acts[type].gate(state, view);
  if (refusal === undefined) return today(view);
  return refusal.code === 'too-early' ? String(refusal.params?.earliest) : undefined;
}

/** What the clock does next to a case, and the instant as of which it does it. */
export type TimedAct = { readonly command: ClockCommand; readonly at: string };

/**
 * The earliest act that falls due by itself. `at` is the first instant of its day, or `now` where that is
 * later: an act of today can make another one overdue, such as expediting a case that is past half of its
 * shortened promise.
 */
export function nextTimedAct(
  state: CaseState,
  { now, programme, calendar }: Pick<View, 'now' | 'programme' | 'calendar'>,
): TimedAct | undefined {
  const view: View = { actor: clock, enterprises: [], now, programme, calendar };
  const [first] = clockCommands()
    .flatMap((command) => {
      const day = firstDay(command, state, view);
      return day === undefined ? [] : [{ command, day }];
    })
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
  if (first === undefined) return undefined;
  const start = startOfDayInstant(first.day);
  const overdue = start < now;
  return { command: first.command, at: overdue ? now : start };
}
