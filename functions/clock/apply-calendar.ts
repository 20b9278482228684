import { settleCase } from '../cases/settle-case.ts';
import { type Log, traceOf } from '../http/log.ts';
import { openCasesOf } from '../persistence/open-cases.ts';
import type { System } from '../system.ts';
import { oncePerOffice } from './once-per-office.ts';

/**
 * When holidays that were published come into force, looks once at every open case whether its date moves.
 * @returns how many cases it looked at.
 */
export async function applyCalendar(system: System, log: Log): Promise<number> {
  const { since } = await system.calendarAt(system.now());
  if (since === undefined) return 0;
  return oncePerOffice(system, `calendar:${since}`, async (office) => {
    const open = await openCasesOf(system.tables, office);
    for (const { caseId } of open) {
      // One that cannot be settled does not hold up the others; the next act on it tries again.
      await settleCase(system, caseId).catch((error: unknown) =>
        log('error', { function: 'clock', caseId, ...traceOf(error) }),
      );
    }
    return open.length;
  });
}
