import { hash } from 'node:crypto';
import { canonicalText } from '../../shared/ledger/canonical-bytes.ts';
import type { CaseCommand } from '../../shared/workflow/command.ts';

/**
 * Tells a repeated command from another one under the same id. 64 bits, kept in the event; it need not
 * resist anybody, since a forger could only be refused their own act.
 */
export const commandDigest = (command: CaseCommand): string =>
  hash('sha256', canonicalText(command)).slice(0, 16);
