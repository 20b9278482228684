import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { DuplicateVerdict } from '../../shared/duplicates/compare-applications.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { untilSettled } from '../cases/act-on-case.ts';
import { type DuplicateDecision, duplicateWrite, readDuplicate } from '../persistence/duplicate.ts';
import { eventWrite } from '../persistence/journal.ts';
import { duplicateChain, pairOf } from '../persistence/keys.ts';
import { commit } from '../persistence/transaction.ts';
import { nextEvent, wasMade } from '../registers/change.ts';
import type { System } from '../system.ts';

type Deciding = {
  readonly commandId: string;
  readonly version: number;
  readonly verdict: DuplicateVerdict;
  readonly findings: string;
};

/**
 * Records what was found of two cases that look alike, in a chain of the pair's own, so that it stands beside
 * both. Refuses with `stale-version`.
 */
export const decideOnPair = (
  system: System,
  actor: Actor,
  [one, other]: readonly [string, string],
  { commandId, version, verdict, findings }: Deciding,
): Promise<Outcome<DuplicateDecision>> =>
  untilSettled(async () => {
    const { tables } = system;
    const pair = pairOf(one, other);
    const before = await readDuplicate(tables, pair);
    if ((before?.version ?? 0) !== version) {
      const repeated = before && (await wasMade(system, actor, duplicateChain(pair), version, commandId));
      return repeated ? accept(before) : refuse('stale-version', { current: before });
    }
    const data = { from: one, about: other, verdict, findings };
    const event = nextEvent(system, actor, duplicateChain(pair), before, {
      type: 'duplicate-decided',
      commandId,
      data,
    });
    const decision: DuplicateDecision = {
      pair,
      version: event.seq,
      hash: event.hash,
      verdict,
      findings,
      at: event.at,
      by: actor.id,
      ...(actor.office !== undefined && { office: actor.office }),
    };
    const saved = await commit(tables, [duplicateWrite(tables, decision), eventWrite(tables, event)]);
    return saved.ok ? accept(decision) : 'moved';
  });
