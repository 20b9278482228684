import type { ErrorCode, Refusal } from '../api/errors.ts';
import { acts } from './acts.ts';
import { type CommandType, commandTypes } from './command.ts';
import type { View } from './context.ts';
import type { CaseView } from './state.ts';

export type AvailableAction = {
  readonly command: CommandType;
  readonly allowed: boolean;
  /** Why not: the same refusal `decide` would give. */
  readonly why?: ErrorCode;
  readonly params?: Refusal['params'];
};

/**
 * What this person may do to this case now: every command, allowed or with the reason why not. It is the
 * table `decide` refuses by, so a button that is shown is not refused for who presses it or when.
 */
export const availableActions = (state: CaseView, view: View): readonly AvailableAction[] =>
  commandTypes.map((command) => {
    const refusal = acts[command].gate(state, view);
    if (refusal === undefined) return { command, allowed: true };
    return {
      command,
      allowed: false,
      why: refusal.code,
      ...(refusal.params && { params: refusal.params }),
    };
  });
