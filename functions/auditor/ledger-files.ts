import { accept, refuse } from '../../shared/api/errors.ts';
import type { ledgerRoutes } from '../../shared/api/routes/ledger.ts';
import type { AnswerOf, RequestOf } from '../http/endpoint.ts';
import { newestNote } from '../ledger/checkpoint-file.ts';
import type { AuditorSystem } from './auditor-system.ts';

type Routes = typeof ledgerRoutes;

/** The files of the log as they lie there: whoever reads them verifies them, so nothing is checked here. */
export const ledgerCheckpoint =
  ({ ledger }: AuditorSystem) =>
  async (): AnswerOf<Routes['ledgerCheckpoint']> => {
    const note = await newestNote(ledger.store);
    return note === undefined ? refuse('nothing-sealed') : accept(note);
  };

/** Partial tiles are never removed, so what a checkpoint needs is always there. */
export const ledgerTile =
  ({ ledger }: AuditorSystem) =>
  async ({ params }: RequestOf<Routes['ledgerTile']>): AnswerOf<Routes['ledgerTile']> => {
    const bytes = await ledger.store.read(`tile/${params.path}`);
    return bytes === undefined ? refuse('not-found') : accept(new Uint8Array(bytes));
  };
