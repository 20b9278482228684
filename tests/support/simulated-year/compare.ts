import type { CaseEvent } from '../../../shared/workflow/event.ts';
import type { Envelope } from '../../../shared/workflow/evolver.ts';
import { crewOf, type Part } from './crew.ts';
import type { Happened } from './oracle.ts';
import type { Plan } from './plan.ts';

/** Whatever date or level an event sets. */
function saysOf({ data }: CaseEvent): string | undefined {
  if ('next' in data && data.next !== undefined && 'stage' in data.next) return data.next.due;
  if ('level' in data) return data.level;
  if ('after' in data) return data.after.to === 'notice' ? data.after.closesOn : data.after.deliverBy;
  if ('deliverBy' in data) return data.deliverBy;
  if ('reviewUntil' in data) return data.reviewUntil;
  return 'due' in data ? data.due : undefined;
}

/** What happened to a case, in the oracle's words. */
export function historyOf(
  plan: Plan,
  journal: readonly (Pick<Envelope, 'at' | 'actor'> & { readonly event: CaseEvent })[],
): readonly Happened[] {
  const parts = new Map(
    Object.entries(crewOf(plan.town, plan.index)).map(([part, { id }]) => [id, part as Part]),
  );
  return journal.map(({ at, actor, event }) => ({
    type: event.type,
    at,
    by: parts.get(actor) ?? 'clock',
    says: saysOf(event),
  }));
}
