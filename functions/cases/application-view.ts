import type { ApplicationDto } from '../../shared/api/dto/case.ts';
import type { FieldError } from '../../shared/api/errors.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { contentErrors, type ParsedAnswers, parseAnswers } from '../../shared/forms/parse-answers.ts';
import { restoreAnswers } from '../../shared/forms/protect-answers.ts';
import type { EvaluateCondition } from '../../shared/forms/visibility.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { formConditions } from '../../shared/rules/form-environment.ts';
import type { Party, View } from '../../shared/workflow/context.ts';
import type { CaseFile } from '../persistence/case-file.ts';
import type { DataKey } from '../persistence/data-key.ts';
import { isPresent } from '../persistence/document.ts';
import type { StoredDraft } from '../persistence/draft.ts';
import type { Head } from '../persistence/head.ts';
import { readChain } from '../persistence/journal.ts';
import type { System } from '../system.ts';
import { actionsPart, correctionPart, documentsPart, programmePart, standingPart } from './case-parts.ts';
import { draftSummary } from './case-summary.ts';
import { historyForApplicants, lettersFrom } from './history.ts';
import { pinnedProgramme } from './pinned-programme.ts';
import { documentErrors } from './required-documents.ts';
import { draftView } from './submit-draft.ts';

/** What would keep these answers and documents from being handed in now. */
export function submissionErrors(
  programme: Programme,
  answers: unknown,
  documents: CaseFile['documents'],
  now: string,
): FieldError[] {
  const today = dateInShanghai(now);
  const evaluateCondition = formConditions(programme.form, today);
  const parsed = parseAnswers(programme.form, answers, { today, complete: true, evaluateCondition });
  const missing = documentErrors(programme, parsed.answers, documents.filter(isPresent), evaluateCondition);
  return [...parsed.errors, ...missing];
}

/** The same of answers that have just been parsed without an error as a draft. */
export function remainingErrors(
  programme: Programme,
  parsed: ParsedAnswers,
  documents: CaseFile['documents'],
  { today, evaluateCondition }: { readonly today: string; readonly evaluateCondition: EvaluateCondition },
): FieldError[] {
  return [
    ...contentErrors(parsed, today),
    ...documentErrors(programme, parsed.answers, documents.filter(isPresent), evaluateCondition),
  ];
}

/** The applicant's own page of a draft. */
export async function draftPage(
  system: System,
  party: Party,
  draft: StoredDraft,
  documents: CaseFile['documents'],
): Promise<ApplicationDto> {
  const published = await pinnedProgramme(system, draft.programme);
  const { programme } = published;
  const view = await viewOf(system, party, programme);
  const { caseId, enterpriseName, town } = draftSummary(draft, programme);
  return {
    caseId,
    version: 0,
    programme: programmePart(published),
    status: 'draft',
    ...(town !== '' && { town }),
    enterpriseName,
    revision: 0,
    answers: draft.answers,
    documents: documentsPart(documents),
    letters: [],
    history: [],
    actions: actionsPart(draftView(draft), view),
    draftVersion: draft.draftVersion,
    savedAt: draft.savedAt,
    onBehalf: draft.filedBy !== undefined,
    errors: submissionErrors(programme, draft.answers, documents, view.now),
  };
}

/** The applicant's own page of a case: while it is returned, with the correction as far as it is written. */
export async function applicationPage(
  system: System,
  party: Party,
  dataKey: DataKey,
  head: Head,
  { draft, revisions, documents }: CaseFile,
): Promise<ApplicationDto> {
  const { state, enterpriseName } = head;
  const published = await pinnedProgramme(system, state.programme);
  const { programme } = published;
  const view = await viewOf(system, party, programme);
  const events = await readChain(system.tables, state.caseId);
  const revision = revisions.find(({ number }) => number === state.revision);
  if (revision === undefined) throw new Error(`revision ${state.revision} of ${state.caseId} is missing`);
  const filed = restoreAnswers(revision.answers, revision.secrets(dataKey), () => true);
  const correcting = state.status === 'returned' ? draft?.open() : undefined;
  const answers = correcting?.answers ?? filed;
  return {
    caseId: state.caseId,
    programme: programmePart(published),
    ...standingPart(state, programme, view),
    enterpriseName,
    answers,
    documents: documentsPart(documents),
    ...correctionPart(state, events),
    letters: lettersFrom(events, programme),
    history: historyForApplicants(events),
    actions: actionsPart(state, view),
    draftVersion: correcting?.draftVersion ?? 0,
    ...(correcting && { savedAt: correcting.savedAt }),
    onBehalf: state.filedBy !== undefined,
    errors: state.status === 'returned' ? submissionErrors(programme, answers, documents, view.now) : [],
  };
}

async function viewOf(system: System, party: Party, programme: Programme): Promise<View> {
  const now = system.now();
  return { ...party, now, programme, calendar: await system.calendarAt(now) };
}
