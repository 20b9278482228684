import type { CaseCommand } from '../../shared/workflow/command.ts';

/** A command as it is asked for: once (`commandId`), and on which version of the case. */
export type Envelope<C extends CaseCommand = CaseCommand> = {
  readonly commandId: string;
  readonly version: number;
  readonly command: C;
};
