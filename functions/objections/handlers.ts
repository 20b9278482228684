import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { objectionRoutes } from '../../shared/api/routes/notices.ts';
import type { AnonymousRequestOf } from '../http/endpoint.ts';
import { type Filed, fileObjection } from '../notices/file-objection.ts';
import { type ObjectionAnswer, objectionAnswers } from '../notices/objection-answers.ts';
import { readChain } from '../persistence/journal.ts';
import { readReceipt } from '../persistence/objection.ts';
import type { System } from '../system.ts';

export const objectionFiling =
  (system: System) =>
  ({
    params: { caseId },
    body: { commandId, grounds, name, mobile },
    source,
  }: AnonymousRequestOf<typeof objectionRoutes.fileObjection>): Promise<Outcome<Filed>> => {
    const words = {
      grounds,
      ...(name !== undefined && { name }),
      ...(mobile !== undefined && { mobile }),
    };
    return fileObjection(system, caseId, { commandId, words, source });
  };

type Status = ObjectionAnswer & { caseId: string; number: number; at: string };

export const objectionStatus =
  ({ tables }: System) =>
  async ({
    params: { receipt },
  }: AnonymousRequestOf<typeof objectionRoutes.objectionStatus>): Promise<Outcome<Status>> => {
    const known = await readReceipt(tables, receipt);
    if (known === undefined) return refuse('not-found');
    const { caseId, number } = known;
    const events = await readChain(tables, caseId);
    const filed = events.find(({ commandId }) => commandId === receipt);
    if (filed === undefined) throw new Error(`${caseId} has a receipt without an event`);
    return accept({ caseId, number, at: filed.at, ...objectionAnswers(events)(number) });
  };
