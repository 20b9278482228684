import type { Outcome, Refusal } from '../api/errors.ts';
import { hasRole, type Role } from '../identity/actor.ts';
import type { CaseCommand, CommandType } from './command.ts';
import type { Context, View } from './context.ts';
import type { Effect } from './effects.ts';
import type { CaseEvent } from './event.ts';
import type { CaseView, ViewOf, ViewStatus } from './state.ts';

/** One command's outcome: the event to append, and what else the same transaction must do. */
export type Decision = { readonly event: CaseEvent; readonly effects: readonly Effect[] };

/** Why this person cannot do it to this case now, whatever the command says; undefined when they can. */
export type Gate<S = CaseView> = (state: S, view: View) => Refusal | undefined;

/** What one command may do: who may send it and when, and what comes of it. */
export type Act<T extends CommandType = CommandType> = {
  readonly gate: Gate;
  readonly decide: (command: CaseCommand<T>, state: CaseView, context: Context) => Outcome<Decision>;
};

type Definition<T extends CommandType, S extends ViewStatus> = {
  /** Holding one of them is needed, and never enough: see the gate. */
  readonly roles: readonly Role[];
  readonly from: readonly S[];
  readonly gate: Gate<ViewOf<S>>;
  /** Sees only what passed the gate; refuses what is wrong with the command itself. */
  readonly decide: (command: CaseCommand<T>, state: ViewOf<S>, context: Context) => Outcome<Decision>;
};

export function defineAct<T extends CommandType, S extends ViewStatus>(definition: Definition<T, S>): Act<T> {
  const applies = (state: CaseView): state is ViewOf<S> =>
    definition.from.some((status) => status === state.status);

  return {
    gate(state, view) {
      if (!hasRole(view.actor, ...definition.roles)) return { code: 'not-permitted' };
      return applies(state) ? definition.gate(state, view) : notNow(state);
    },
    decide(command, state, context) {
      if (!applies(state)) throw new Error(`decided past the gate: ${command.type} while ${state.status}`);
      return definition.decide(command, state, context);
    },
  };
}

/** The state does not allow it, for anyone. */
export const notNow = (state: CaseView): Refusal => ({
  code: 'action-not-allowed',
  params: { status: state.status },
});

/** The first objection counts, so put who before when. */
export const inOrder =
  <S>(...gates: readonly Gate<S>[]): Gate<S> =>
  (state, view) => {
    for (const gate of gates) {
      const refusal = gate(state, view);
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  };
