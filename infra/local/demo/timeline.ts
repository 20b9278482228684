import type { WorkingCalendar } from '../../../shared/calendar/working-calendar.ts';

/** A case's life as it unfolds: each step says how many working days pass before the next. */
export type Life = AsyncGenerator<number, void, void>;

type Turn = { readonly at: string; readonly life: Life };

export type Timeline = {
  readonly calendar: WorkingCalendar;
  readonly setNow: (instant: string) => void;
  /** What happens by itself, before people come in and after they have left. */
  readonly overnight: () => Promise<void>;
  /** Last day, Asia/Shanghai. */
  readonly until: string;
};

/** Minutes after nine in Beijing at which the nth act of a day takes place. */
const officeHour = (date: string, nth: number): string =>
  new Date(Date.parse(`${date}T01:00:00.000Z`) + nth * 7 * 60_000).toISOString();

/**
 * Lets many lives unfold side by side in the order of their days, so that the history they write is one
 * that could have been. Lives that are not over on the last day stay as they are then.
 */
export async function unfold(
  lives: readonly { readonly startsOn: string; readonly life: Life }[],
  { calendar, setNow, overnight, until }: Timeline,
): Promise<void> {
  const turns: Turn[] = lives.map(({ startsOn, life }) => ({ at: startsOn, life }));
  for (;;) {
    const day = turns.map(({ at }) => at).sort()[0];
    if (day === undefined || day > until) return;
    setNow(officeHour(day, -8));
    await overnight();
    const today = turns.filter(({ at }) => at === day);
    for (const [nth, turn] of today.entries()) {
      turns.splice(turns.indexOf(turn), 1);
      setNow(officeHour(day, nth));
      const step = await turn.life.next();
      if (!step.done) turns.push({ at: calendar.addWorkingDays(day, step.value).date, life: turn.life });
    }
    setNow(officeHour(day, 60));
    await overnight();
  }
}
