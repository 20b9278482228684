import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import { isWithin } from '../../shared/forms/pointer.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { text } from '../../shared/language/text.ts';
import type { Obligation, Programme, Slot } from '../../shared/programmes/programme.ts';
import { reportableDuty } from '../../shared/workflow/award/reporting.ts';
import type { CaseState, CaseStatus } from '../../shared/workflow/state.ts';
import { isApplicantSide } from '../cases/may-see.ts';
import { openPointers } from '../cases/open-pointers.ts';
import { standsBehind } from '../cases/party.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { authoritySlot } from '../cases/required-documents.ts';
import { readDraftCover } from '../persistence/draft.ts';
import { readHead } from '../persistence/head.ts';
import type { System } from '../system.ts';

/** A recorded authority 授权书 is no programme's document, but looks like one. */
const authority: Slot = {
  id: authoritySlot,
  title: text('代办授权书', 'Authority to file for the applicant'),
  source: text('申请人签署', 'Signed by the applicant'),
  accept: ['image/jpeg', 'image/png', 'application/pdf'],
  maxBytes: 10_000_000,
  maxFiles: 3,
};

const slotOf = (programme: Programme, id: string): Slot | undefined =>
  id === authoritySlot ? authority : programme.documents.find((slot) => slot.id === id);

/** While these last, documents that may follow can be handed in; see workflow/award/supplying.ts. */
const mayFollowNow: ReadonlySet<CaseStatus> = new Set(['under-review', 'in-notice', 'approved']);

export type OpenSlot = {
  readonly slot: Slot;
  /** True while nothing has been handed in, so that what is taken out may vanish. */
  readonly draft: boolean;
  /** Of a report: the round that is open. */
  readonly round?: number;
};

/**
 * The slot the caller may put documents into or take them out of now: any of their draft, one that a
 * correction notice names, one whose documents were allowed to follow, or one of a report that is open. Refuses with `case-not-found`, `not-found`, `action-not-allowed` or
 * `field-not-open-for-correction`.
 */
export async function openSlot(
  system: System,
  actor: Actor,
  caseId: string,
  slotId: string,
): Promise<Outcome<OpenSlot>> {
  const head = await readHead(system.tables, caseId);
  if (head === undefined) {
    const draft = await readDraftCover(system.tables, caseId, system.now());
    if (draft === undefined || !isApplicantSide(actor, draft)) return refuse('case-not-found');
    const { programme } = await pinnedProgramme(system, draft.programme);
    const slot = slotOf(programme, slotId);
    return slot ? accept({ slot, draft: true }) : refuse('not-found');
  }
  const { state } = head;
  if (!(await standsBehind(system, actor, state))) return refuse('case-not-found');
  const { programme } = await pinnedProgramme(system, state.programme);
  const reported = programme.obligations.find(({ documents }) => documents?.some(({ id }) => id === slotId));
  if (reported) return openForReport(state, { programme, now: system.now() }, reported, slotId);
  const slot = slotOf(programme, slotId);
  if (slot === undefined) return refuse('not-found');
  // 容缺后补: what may follow is open until it has been handed in.
  if (state.status !== 'returned' && state.owed?.includes(slotId) && mayFollowNow.has(state.status)) {
    return accept({ slot, draft: false });
  }
  if (state.status !== 'returned') return refuse('action-not-allowed', { params: { status: state.status } });
  const open = await openPointers(system, programme, caseId, state.version);
  return open.some((pointer) => isWithin(`/documents/${slotId}`, pointer))
    ? accept({ slot, draft: false })
    : refuse('field-not-open-for-correction');
}

/** While the report can be written; each round has its files to itself. */
function openForReport(
  state: CaseState,
  moment: { readonly programme: Programme; readonly now: string },
  { id, documents = [] }: Obligation,
  slotId: string,
): Outcome<OpenSlot> {
  const duty = reportableDuty(state, moment, id);
  const slot = documents.find((one) => one.id === slotId);
  return duty && slot
    ? accept({ slot, draft: false, round: duty.round })
    : refuse('action-not-allowed', { params: { status: state.status } });
}
