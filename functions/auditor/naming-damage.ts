import { type Outcome, refuse } from '../../shared/api/errors.ts';
import { LedgerDamagedError } from '../../shared/ledger/faults.ts';

/** A handler that reads the log: what it finds damaged there is an answer, not an accident. */
export const namingDamage =
  <Request, Answer>(handle: (request: Request) => Promise<Outcome<Answer>>) =>
  async (request: Request): Promise<Outcome<Answer>> => {
    try {
      return await handle(request);
    } catch (error) {
      if (!(error instanceof LedgerDamagedError)) throw error;
      const { reason } = error.fault;
      return refuse('ledger-damaged', { params: { zh: reason.zh, en: reason.en } });
    }
  };
