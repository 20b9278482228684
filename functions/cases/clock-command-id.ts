import { derivedId } from './derived-id.ts';

/** The command id of an act of the clock: the same for the same act on the same version of a case, whichever run of the clock comes to it. */
export const clockCommandId = (caseId: string, version: number, command: string): string =>
  derivedId('clock', caseId, version, command);
