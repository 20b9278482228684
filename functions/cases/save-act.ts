import type { Refusal } from '../../shared/api/errors.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { type Actor, hasRole } from '../../shared/identity/actor.ts';
import { noPredecessor, sealEvent } from '../../shared/ledger/journal-event.ts';
import { JsonObjectSchema } from '../../shared/ledger/json-value.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { Decision } from '../../shared/workflow/act.ts';
import { evolve } from '../../shared/workflow/evolve.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import { awardEntryWrite } from '../persistence/award-list.ts';
import { effectWrites } from '../persistence/effect-writes.ts';
import { type Head, headWrite } from '../persistence/head.ts';
import { eventWrite } from '../persistence/journal.ts';
import { noticeWrites } from '../persistence/notice.ts';
import type { OnceOnlyKey } from '../persistence/once-only-register.ts';
import { sha256 } from '../persistence/sha256.ts';
import { type ConditionalWrite, commit, type Failure } from '../persistence/transaction.ts';
import type { System } from '../system.ts';
import { appointmentOf, dueTurn } from './appointment.ts';
import { commandDigest } from './command-digest.ts';
import type { Envelope } from './envelope.ts';

export type Act = {
  readonly caseId: string;
  /** Undefined for the first event of a case. */
  readonly head: Head | undefined;
  readonly actor: Actor;
  readonly envelope: Envelope;
  readonly now: string;
  /** When it is written, if that is later than the act: only the clock catches up. */
  readonly recordedAt?: string;
  readonly programme: Programme;
  readonly decision: Decision;
  readonly enterpriseName: string;
  readonly onceOnlyKeys?: readonly OnceOnlyKey[];
  readonly awardedToEnterprise?: number;
  /** What this act writes besides: a revision, the end of a draft. */
  readonly writes?: readonly ConditionalWrite[];
};

export type Saved =
  | { readonly kind: 'saved'; readonly head: Head; readonly event: string; readonly at: string }
  | { readonly kind: 'moved' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * One act, one transaction: the state on the version it was decided on, the event, and what the event
 * needs. Nothing of it is written unless all of it is. What has fallen due by itself comes before any act of a
 * person: then the case has moved, however late the clock is.
 */
export async function saveAct(system: System, act: Act): Promise<Saved> {
  const { tables } = system;
  const { caseId, head, actor, envelope, now, recordedAt, programme, decision } = act;
  const due = head && (await dueTurn(system, head, programme, now));
  if (due?.turn !== undefined && !hasRole(actor, 'system')) return { kind: 'moved' };
  const event = sealEvent(
    {
      caseId,
      seq: (head?.state.version ?? 0) + 1,
      type: decision.event.type,
      at: now,
      ...(recordedAt !== undefined && { recordedAt }),
      actor: {
        id: actor.id,
        roles: actor.roles,
        ...(actor.office !== undefined && { office: actor.office }),
      },
      commandId: envelope.commandId,
      basis: {
        programme: programme.id,
        version: programme.version,
        command: commandDigest(envelope.command),
      },
      data: JsonObjectSchema.parse(decision.event.data),
    },
    head?.hash ?? noPredecessor,
    sha256,
  );
  const state = evolve(head?.state, decision.event, { caseId, seq: event.seq, at: now, actor: actor.id });
  const next: Head = {
    state,
    ...(await appointmentOf(system, state, programme, now)),
    hash: event.hash,
    commandId: envelope.commandId,
    enterpriseName: act.enterpriseName,
  };
  const effects = await effectWrites(tables, decision.effects, {
    caseId,
    enterprise: state.enterprise,
    site: state.site,
    seq: event.seq,
    at: now,
    today: dateInShanghai(now),
    onceOnlyKeys: act.onceOnlyKeys ?? [],
    awardedToEnterprise: act.awardedToEnterprise ?? 0,
  });
  if (!effects.ok) return { kind: 'refused', refusal: effects.refusal };
  const committed = await commit(tables, [
    headWrite(tables, next, envelope.version),
    eventWrite(tables, event),
    ...effects.value,
    ...(becomesAward(head?.state, state) ? [awardEntryWrite(tables, state)] : []),
    ...noticeWrites(tables, {
      before: head?.state,
      after: state,
      event: decision.event,
      enterpriseName: act.enterpriseName,
    }),
    ...(act.writes ?? []),
  ]);
  return committed.ok
    ? { kind: 'saved', head: next, event: event.type, at: now }
    : outcomeOf(committed.failures);
}

const becomesAward = (before: CaseState | undefined, after: CaseState): boolean =>
  after.status === 'approved' && before?.status !== 'approved';

/** That something moved comes first: then the refusals may be about a state that is over. */
function outcomeOf(failures: readonly Failure[]): Exclude<Saved, { kind: 'saved' }> {
  const refusals = failures.filter((failure) => failure.kind === 'refused');
  const [first] = refusals;
  if (first === undefined || refusals.length < failures.length) return { kind: 'moved' };
  const rows = new Set(refusals.flatMap((failure) => failure.rows ?? []));
  const refusal = rows.size > 0 ? { ...first.refusal, params: { count: peopleOf(rows) } } : first.refusal;
  return { kind: 'refused', refusal };
}

/** The same people stand in the rows of each once-only item, so the longest list of rows is all of them. */
const peopleOf = (rows: ReadonlySet<string>): number =>
  Math.max(
    ...Map.groupBy(rows, (row) => row.split(':')[0])
      .values()
      .map((ofItem) => ofItem.length),
  );
