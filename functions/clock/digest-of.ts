import { type Actor, hasRole } from '../../shared/identity/actor.ts';
import type { OpenCase } from '../persistence/open-cases.ts';

/** How many cases want something of an officer today. */
export type Digest = {
  readonly dueToday: number;
  readonly late: number;
  /** For the applicant's correction. */
  readonly waiting: number;
  readonly unclaimed: number;
};

/** An officer's own cases and those nobody holds; of the head of the office all. */
export function digestOf(officer: Actor, open: readonly OpenCase[], today: string): Digest {
  const head = hasRole(officer, 'supervisor', 'leader');
  const theirs = open.filter((row) => head || row.officer === undefined || row.officer === officer.id);
  const running = theirs.filter(({ status }) => status !== 'returned');
  return {
    dueToday: running.filter(({ due }) => due === today).length,
    late: running.filter(({ due }) => due < today).length,
    waiting: theirs.length - running.length,
    unclaimed: running.filter(({ status, officer: holder }) => status === 'under-review' && !holder).length,
  };
}
