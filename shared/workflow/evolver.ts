import type { CaseEvent, EventType } from './event.ts';
import type { CaseState, CaseStatus, Common, StateOf } from './state.ts';

/** What the journal knows of an event besides its content. */
export type Envelope = {
  readonly caseId: string;
  /** From 1; becomes the version of the case. */
  readonly seq: number;
  /** Instant, UTC. */
  readonly at: string;
  /** Id of the actor. */
  readonly actor: string;
};

export type Evolver<T extends EventType = EventType> = (
  state: CaseState | undefined,
  data: CaseEvent<T>['data'],
  envelope: Envelope,
) => CaseState;

/** The next state of a case in one of the named statuses. An event that cannot follow throws: the journal is broken. */
export function evolver<T extends EventType, S extends CaseStatus>(
  from: readonly S[],
  next: (state: StateOf<S>, data: CaseEvent<T>['data'], envelope: Envelope) => CaseState,
): Evolver<T> {
  const applies = (state: CaseState): state is StateOf<S> => from.some((status) => status === state.status);
  return (state, data, envelope) => {
    if (state === undefined || !applies(state)) {
      throw new Error(
        `event ${envelope.seq} of ${envelope.caseId} cannot follow ${state?.status ?? 'nothing'}`,
      );
    }
    return next(state, data, envelope);
  };
}

/** What stays whatever the status. */
export function common(state: CaseState): Common {
  const { caseId, version, programme, applicant, town, enterprise, site, submittedAt, revision } = state;
  const { corrections, participants, computed, filedBy, routing, proposed } = state;
  const { owed, expedited, reviewed } = state;
  return {
    caseId,
    version,
    programme,
    applicant,
    ...(filedBy !== undefined && { filedBy }),
    town,
    enterprise,
    site,
    ...(routing && { routing }),
    submittedAt,
    revision,
    corrections,
    participants,
    computed,
    ...(proposed !== undefined && { proposed }),
    ...(owed && { owed }),
    ...(expedited && { expedited }),
    ...(reviewed && { reviewed }),
  };
}

/** Once it is an award nobody decides the application any more: who did is in the events. */
export function decided(state: CaseState): Common {
  const { proposed: _, ...carried } = common(state);
  return { ...carried, participants: [] };
}

/** The people who have decided something, each once, in order. */
export const withParticipants = (state: CaseState, ...deciders: readonly string[]): Common => ({
  ...common(state),
  participants: [...new Set([...state.participants, ...deciders])],
});
