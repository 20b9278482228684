import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Actor } from '../identity/actor.ts';
import type { Programme } from '../programmes/programme.ts';
import type { EvaluationRecord } from '../rules/evaluation.ts';
import type { Grant, RevisionRecord } from './event.ts';

/** Someone at the desk: who they are and for whom they may act. */
export type Party = {
  readonly actor: Actor;
  /** Keys of the enterprises the actor may act for, as in the case's `enterprise`. */
  readonly enterprises: readonly string[];
};

/** What it takes to say who may do what now. */
export type View = Party & {
  /** Instant, UTC. */
  readonly now: string;
  /** The programme version the case pinned. */
  readonly programme: Programme;
  readonly calendar: WorkingCalendar;
};

/**
 * All that `decide` may know besides state and command; it reads no clock and no storage. The optional
 * parts are loaded for the commands that need them; one that is missing is a programming error and throws.
 */
export type Context = View & {
  readonly programmeHash: string;
  /** For submit, resubmit, recommend, approve, refuse; and to enter or pass a stage that has a condition. */
  readonly appraisal?: Appraisal;
  /** For submit and resubmit. */
  readonly submission?: Submission;
  /** For resubmit: the pointers the correction notice named (event of the state's version). */
  readonly open?: readonly string[];
  /** For delegate: the officer it goes to, as the directory knows them. */
  readonly delegate?: Party;
  /** For acts that take an approval back (withdraw, answer-objection, while in notice): what it took. */
  readonly grant?: Grant;
};

/** The current revision as the rules see it, with freshly loaded facts. */
export type Appraisal = {
  readonly evaluation: EvaluationRecord;
  /** Whether a stage's `when` holds with this amount in fen (proposed, or computed before anyone proposed). */
  readonly stageApplies: (stageId: string, amount: number) => boolean;
  /** The unit asked for and the wished first day; for programmes that give premises. */
  readonly premises?: { readonly unit: string; readonly startsOn: string };
  /** Once-only keys (keyed hashes), or the reservation that holds those of a long roster. */
  readonly onceOnly: { readonly locks: readonly string[]; readonly reservation?: string };
};

/** What is handed in, besides the appraisal of it. */
export type Submission = {
  readonly town: string;
  readonly enterprise: string;
  readonly site: string;
  /** Document id of the recorded authority when filed on behalf. */
  readonly authority?: string;
  /** Values of the answers that the programme's `by-answer` office references name. */
  readonly routing: Readonly<Record<string, string>>;
  readonly revision: RevisionRecord;
  /** Pointers that differ from the previous revision; documents as `/documents/<slot>`. */
  readonly changed: readonly string[];
};
