import type { Outcome } from '../api/errors.ts';
import type { Act, Decision } from './act.ts';
import { acts } from './acts.ts';
import { availableActions } from './available-actions.ts';
import type { CaseCommand, CommandType } from './command.ts';
import type { Context } from './context.ts';
import type { CaseView } from './state.ts';

/**
 * What comes of a command: exactly one event and the writes that go with it, or a refusal from the
 * catalogue. A refusal for who sends it or when names what the same person may do instead.
 */
export function decide<T extends CommandType>(
  command: CaseCommand<T>,
  state: CaseView,
  context: Context,
): Outcome<Decision> {
  const type: T = command.type;
  const act: Act<T> = acts[type];
  const refusal = act.gate(state, context);
  if (refusal === undefined) return act.decide(command, state, context);
  const allowed = availableActions(state, context).flatMap((action) =>
    action.allowed ? [action.command] : [],
  );
  return { ok: false, refusal: { ...refusal, allowed } };
}
