import type { Tampering } from './tampering.ts';
import { withTheForm } from './with-the-form.ts';
import { withTheJournal } from './with-the-journal.ts';
import { withTheLedger } from './with-the-ledger.ts';

/** Every way to falsify history that the demonstration and the tests try. */
export const tamperings: readonly Tampering[] = [...withTheJournal, ...withTheForm, ...withTheLedger];
