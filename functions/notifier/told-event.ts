import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { type CaseEvent, CaseEventSchema } from '../../shared/workflow/event.ts';
import { evolve } from '../../shared/workflow/evolve.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import { readChain } from '../persistence/journal.ts';
import type { NotifierSystem } from './notifier-system.ts';

/** An event with the case before and after it. */
export type ToldEvent = {
  readonly journalled: JournalEvent;
  readonly event: CaseEvent;
  readonly before: CaseState | undefined;
  readonly after: CaseState;
  readonly programme: Programme;
};

/** Folds a case's events up to the one asked for. Throws when the journal does not have it. */
export async function toldEvent(
  { tables, programmes }: Pick<NotifierSystem, 'tables' | 'programmes'>,
  caseId: string,
  seq: number,
): Promise<ToldEvent> {
  let before: CaseState | undefined;
  for (const journalled of await readChain(tables, caseId)) {
    const event = CaseEventSchema.parse({ type: journalled.type, data: journalled.data });
    const { at, actor } = journalled;
    const after = evolve(before, event, { caseId, seq: journalled.seq, at, actor: actor.id });
    if (journalled.seq === seq) {
      const { id, version } = after.programme;
      const published = await programmes.version(id, version);
      if (published === undefined) throw new Error(`programme ${id} v${version} is missing`);
      return { journalled, event, before, after, programme: published.programme };
    }
    before = after;
  }
  throw new Error(`${caseId} has no event ${seq}`);
}
