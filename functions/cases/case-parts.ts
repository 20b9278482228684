import type { DocumentDto } from '../../shared/api/dto/common.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { promiseStatus } from '../../shared/calendar/promise-clock.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { availableActions } from '../../shared/workflow/available-actions.ts';
import type { View } from '../../shared/workflow/context.ts';
import { CaseEventSchema } from '../../shared/workflow/event.ts';
import type { CaseState, CaseView } from '../../shared/workflow/state.ts';
import { isPresent, type ReceivedDocument, type StoredDocument } from '../persistence/document.ts';
import type { PublishedProgramme } from '../persistence/programme-shelf.ts';

/** Parts of a page about a case that do not depend on who looks at it. */

export const programmePart = ({ programme, hash }: PublishedProgramme) => ({
  id: programme.id,
  version: programme.version,
  title: programme.title,
  hash,
});

/** Where the case stands and until when. */
export function standingPart(state: CaseState, programme: Programme, view: View) {
  const stageId = 'stage' in state ? state.stage : undefined;
  const stage = programme.stages.find(({ id }) => id === stageId);
  const office = 'office' in state ? state.office : undefined;
  const due = 'due' in state ? state.due : undefined;
  return {
    version: state.version,
    status: state.status,
    revision: state.revision,
    town: state.town,
    submittedAt: state.submittedAt,
    ...(stage && { stage: { id: stage.id, title: stage.title, kind: stage.kind } }),
    ...(office !== undefined && { office }),
    ...(due !== undefined && { due }),
    ...('clock' in state && {
      promise: promiseStatus(state.clock, dateInShanghai(view.now), view.calendar),
    }),
    amount: {
      computed: state.computed,
      ...(state.proposed !== undefined && { proposed: state.proposed }),
      ...('amount' in state && { approved: state.amount }),
    },
  };
}

export const documentPart = ({
  id,
  slot,
  name,
  type,
  size,
  sha256,
  state,
  uploadedAt,
  round,
}: ReceivedDocument): DocumentDto => ({
  id,
  slot,
  name,
  type,
  size,
  sha256,
  state,
  uploadedAt,
  ...(round !== undefined && { round }),
});

/** Of the application; those of reports after approval stand with their reports. */
export const documentsPart = (documents: readonly StoredDocument[]): DocumentDto[] =>
  documents
    .filter(isPresent)
    .filter(({ round }) => round === undefined)
    .map(documentPart);

/** The correction notice the case was returned by, while it is returned. */
export function correctionPart(state: CaseState, events: readonly JournalEvent[]) {
  if (state.status !== 'returned') return {};
  const event = events.findLast(({ type }) => type === 'correction-requested');
  const parsed = event && CaseEventSchema.parse({ type: event.type, data: event.data });
  return parsed?.type === 'correction-requested'
    ? { correction: { items: parsed.data.items, due: state.due } }
    : {};
}

/** What the looker could ever do in this role: now, or why not now. */
export const actionsPart = (state: CaseView, view: View) =>
  availableActions(state, view)
    .filter(({ why }) => why !== 'not-permitted')
    .map(({ command, allowed, why }) => ({ command, allowed, ...(why !== undefined && { why }) }));
