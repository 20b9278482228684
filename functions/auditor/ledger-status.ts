import { accept } from '../../shared/api/errors.ts';
import type { auditorRoutes } from '../../shared/api/routes/auditor.ts';
import { fault, LedgerDamagedError } from '../../shared/ledger/faults.ts';
import { readIndexState } from '../decisions/index-state.ts';
import type { AnswerOf } from '../http/endpoint.ts';
import { readProgress } from '../persistence/seal-register.ts';
import { findUnsealed, positionAt } from '../sealer/find-unsealed.ts';
import { KnownSeals } from '../sealer/known-seals.ts';
import { lookBack } from '../sealer/run-sealer.ts';
import type { AuditorSystem } from './auditor-system.ts';
import { currentLog } from './current-log.ts';

/** Counting stops here: who waits for more has another trouble than their number. */
const mostCounted = 500;
/** Before the first run nobody knows from when on events wait. */
const monthMs = 31 * 24 * 3_600_000;

/** How far sealing is behind: what the journal has and the log has not. */
export const ledgerStatus =
  (system: AuditorSystem) => async (): AnswerOf<typeof auditorRoutes.ledgerStatus> => {
    const { tables } = system;
    const [log, progress, index] = await Promise.all([
      currentLog(system),
      readProgress(tables),
      readIndexState(tables),
    ]);
    if (log.size < progress.entered) {
      throw new LedgerDamagedError(fault('rolled-back', { older: progress.entered, newer: log.size }));
    }
    const now = system.now();
    const from =
      progress.sealedThrough === undefined
        ? Date.parse(now) - monthMs
        : Date.parse(progress.sealedThrough) - lookBack.onDoorbell;
    const { entries, oldest, next } = await findUnsealed(
      tables,
      new KnownSeals(tables, progress),
      positionAt(new Date(from).toISOString()),
      now,
      mostCounted,
    );
    return accept({
      origin: log.origin,
      size: log.size,
      ...(progress.sealedAt !== undefined && { sealedAt: progress.sealedAt }),
      unsealed: {
        count: entries.length,
        atLeast: next !== undefined,
        ...(oldest !== undefined && { oldest }),
      },
      unindexed: Math.max(0, log.size - (index?.through ?? 0)),
    });
  };
