import type { PromiseClock } from '../calendar/promise-clock.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Actor } from '../identity/actor.ts';
import type { Programme } from '../programmes/programme.ts';
import type { EvaluationRecord } from '../rules/evaluation.ts';
import type { DocumentRecord, Grant } from './event.ts';

/** All that `decide` may know besides state and command. It reads no clock and no storage. */
export type Context = {
  /** Instant, UTC. */
  readonly now: string;
  readonly actor: Actor;
  /** The programme version the case pinned. */
  readonly programme: Programme;
  readonly programmeHash: string;
  readonly calendar: WorkingCalendar;
  /** Of the current revision with freshly loaded facts; needed by the deciding commands. */
  readonly evaluation?: EvaluationRecord;
  /** What is being handed in: needed by submit and resubmit. */
  readonly submission?: Submission;
  /** The officer a case is delegated to, as the directory knows them. */
  readonly delegate?: Actor;
  /** What an earlier approval took; needed by acts that give it back. */
  readonly grant?: Grant;
  readonly clock?: PromiseClock;
};

export type Submission = {
  readonly caseId: string;
  readonly applicant: string;
  readonly filedBy?: string;
  /** Document id of the recorded authority when filed on behalf. */
  readonly authority?: string;
  readonly town: string;
  readonly enterprise: string;
  readonly site: string;
  readonly revision: { readonly number: number; readonly digest: string; readonly documents: readonly DocumentRecord[] };
  readonly evaluation: EvaluationRecord;
  /** Pointers that differ from the previous revision. */
  readonly changed: readonly string[];
  /** Office per `by-answer` reference and condition values per stage id, resolved from the answers. */
  readonly answers: Readonly<Record<string, unknown>>;
};
