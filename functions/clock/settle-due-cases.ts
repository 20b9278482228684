import { settleCase } from '../cases/settle-case.ts';
import { type Log, traceOf } from '../http/log.ts';
import { appointments } from '../persistence/agenda.ts';
import { agendas, caseIdOf } from '../persistence/keys.ts';
import type { System } from '../system.ts';

export type Settled = { readonly settled: number; readonly failed: number };

/** Cases are independent of each other, so a few at a time shorten a long catching up. */
const atATime = 4;

/**
 * Settles every case on the clock's agenda. One that cannot be settled is logged and stays on the agenda; it
 * does not hold up the others. Stops early when `mayGoOn` says so: the next run takes up the rest.
 */
export async function settleDueCases(system: System, log: Log, mayGoOn: () => boolean): Promise<Settled> {
  let settled = 0;
  let failed = 0;
  const settle = async (caseId: string): Promise<void> => {
    try {
      await settleCase(system, caseId);
      settled += 1;
    } catch (error) {
      failed += 1;
      log('error', { function: 'clock', caseId, ...traceOf(error) });
    }
  };
  for await (const due of appointments(system.tables, agendas.clock, system.now())) {
    for (let next = 0; next < due.length; next += atATime) {
      if (!mayGoOn()) return { settled, failed };
      await Promise.all(due.slice(next, next + atATime).map(({ pk }) => settle(caseIdOf(pk))));
    }
  }
  return { settled, failed };
}
