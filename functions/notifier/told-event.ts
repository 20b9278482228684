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

/** An event of a case by its number; throws when the journal does not have it. */
export type ToldCase = (seq: number) => ToldEvent;

/** Reads a case's events once and folds them; those that come later are told of another time. */
export async function toldCase(
  { tables, programmes }: Pick<NotifierSystem, 'tables' | 'programmes'>,
  caseId: string,
): Promise<ToldCase> {
  const told = new Map<number, ToldEvent>();
  let before: CaseState | undefined;
  for (const journalled of await readChain(tables, caseId)) {
    const event = CaseEventSchema.parse({ type: journalled.type, data: journalled.data });
    const { at, actor, seq } = journalled;
    const after = evolve(before, event, { caseId, seq, at, actor: actor.id });
    const { id, version } = after.programme;
    const published = await programmes.version(id, version);
    if (published === undefined) throw new Error(`programme ${id} v${version} is missing`);
    told.set(seq, { journalled, event, before, after, programme: published.programme });
    before = after;
  }
  return (seq) => {
    const found = told.get(seq);
    if (found === undefined) throw new Error(`${caseId} has no event ${seq}`);
    return found;
  };
}
