import { type Actor, hasRole } from '../../../shared/identity/actor.ts';
import { guessed2027, inForceFrom, notice2026, notice2027 } from './holidays.ts';
import type { Life, Standing } from './oracle.ts';

/** What officers and applicants are told of a day, worked out from where the oracle says each case stands. */
const standingAt = ({ history, standings }: Life, at: string): Standing | undefined =>
  standings[history.findLastIndex((happened) => happened.at <= at)];

const isWorkday = (date: string, at: string): boolean => {
  const years = [notice2026, at < inForceFrom ? guessed2027 : notice2027];
  if (years.some(({ makeUpWorkdays }) => makeUpWorkdays.some((day) => day === date))) return true;
  const weekday = new Date(date).getUTCDay();
  return weekday % 6 !== 0 && !years.some(({ holidays }) => holidays.some((day) => day === date));
};

/** Runs of the clock at twenty past eight in Beijing are runs of the same date in UTC. */
const dateOf = (at: string): string => at.slice(0, 10);

/** The list of an officer at a run of the clock, as its four figures; undefined when there is none. */
export function listOf(officer: Actor, lives: readonly Life[], at: string): readonly number[] | undefined {
  const today = dateOf(at);
  if (!isWorkday(today, at)) return undefined;
  const mine = lives.flatMap((life) => {
    const standing = standingAt(life, at);
    if (standing === undefined || standing.office !== officer.office) return [];
    const head = hasRole(officer, 'supervisor', 'leader');
    return head || standing.holder === undefined || standing.holder === officer.id ? [standing] : [];
  });
  const figures = [
    mine.filter(({ returned, due }) => !returned && due === today).length,
    mine.filter(({ returned, due }) => !returned && due < today).length,
    mine.filter(({ returned }) => returned).length,
    mine.filter(({ claimable, holder }) => claimable && holder === undefined).length,
  ];
  return figures.some((figure) => figure > 0) ? figures : undefined;
}

/** How often the applicant is reminded of a correction: at the first run with three working days left or fewer. */
export function remindersOf(life: Life, runs: readonly string[]): number {
  const reminded = new Set<string>();
  for (const at of runs) {
    const last = life.history.findLastIndex((happened) => happened.at <= at);
    const standing = life.standings[last];
    const today = dateOf(at);
    if (!standing?.returned || !isWorkday(today, at) || standing.due < today) continue;
    let left = 0;
    for (let day = Date.parse(today) + 86_400_000; day <= Date.parse(standing.due); day += 86_400_000) {
      if (isWorkday(dateOf(new Date(day).toISOString()), at)) left += 1;
    }
    // A date that moved is another version of the case, and worth another reminder.
    if (left <= 3) reminded.add(String(last));
  }
  return reminded.size;
}
