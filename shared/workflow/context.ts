import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Actor } from '../identity/actor.ts';
import type { Programme } from '../programmes/programme.ts';
import type { ReportJudgement } from '../rules/evaluate-report.ts';
import type { EvaluationRecord } from '../rules/evaluation.ts';
import type { PaymentsSoFar } from './award/payments-so-far.ts';
import type { Grant, RevisionRecord } from './event.ts';
import type { DocumentRecord } from './schema-parts.ts';

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
  /** For resubmit: the pointers the latest correction notice named. */
  readonly open?: readonly string[];
  /** For delegate: the officer it goes to, as the directory knows them. */
  readonly delegate?: Party;
  /**
   * What the approval took: for acts that give it back (withdraw, answer-objection, cancel-award), for
   * confirm-handover, and for open-recovery and approve-write-off where premises were given.
   */
  readonly grant?: Grant;
  /** For supply-documents: what is handed in, checked in the store. */
  readonly documents?: readonly DocumentRecord[];
  /** For record-sent-back. */
  readonly payments?: PaymentsSoFar;
  /** For submit-report. */
  readonly report?: Report;
  /** For open-recovery: fen, by the `recovery` of the breached obligation on the last report. */
  readonly recoverable?: number;
};

/** A report on an obligation, stored like a revision, and what the rule says of it. */
export type Report = {
  readonly digest: string;
  readonly documents: readonly DocumentRecord[];
  readonly kept: ReportJudgement['kept'];
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
  /** Slots of required documents that may follow or are needed for delivery only, and are not here yet. */
  readonly owed?: readonly string[];
  /** Values of the answers that the programme's `by-answer` office references name. */
  readonly routing: Readonly<Record<string, string>>;
  readonly revision: RevisionRecord;
  /** Pointers that differ from the previous revision; documents as `/documents/<slot>`. */
  readonly changed: readonly string[];
};
