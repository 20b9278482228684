import type { CaseDto } from '../../shared/api/dto/case.ts';
import { yearOf } from '../../shared/calendar/date.ts';
import { compareAnswers } from '../../shared/forms/compare-answers.ts';
import { restoreAnswers } from '../../shared/forms/protect-answers.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { type EvaluationRecord, EvaluationRecordSchema } from '../../shared/rules/evaluation.ts';
import { explain } from '../../shared/rules/explain.ts';
import type { Party, View } from '../../shared/workflow/context.ts';
import { fundId } from '../../shared/workflow/grant.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import type { CaseFile } from '../persistence/case-file.ts';
import type { DataKey } from '../persistence/data-key.ts';
import type { Head } from '../persistence/head.ts';
import { readChain } from '../persistence/journal.ts';
import { readOfficerNames } from '../persistence/officer-directory.ts';
import type { Revision } from '../persistence/revision.ts';
import type { System } from '../system.ts';
import { actionsPart, correctionPart, documentsPart, programmePart, standingPart } from './case-parts.ts';
import { historyForOfficials, lettersFrom } from './history.ts';
import { appraiseCurrent } from './load-context.ts';
import { pinnedProgramme } from './pinned-programme.ts';
import { sensitiveTypeAt } from './sensitive-pointer.ts';

/** A case as its office sees it: names and mobiles to work with, identifiers masked until someone asks. */
export async function casePage(
  system: System,
  party: Party,
  dataKey: DataKey,
  head: Head,
  { revisions, documents }: CaseFile,
): Promise<CaseDto> {
  const { state, enterpriseName } = head;
  const published = await pinnedProgramme(system, state.programme);
  const { programme } = published;
  const now = system.now();
  const view: View = { ...party, now, programme, calendar: await system.calendarAt(now) };
  const events = await readChain(system.tables, state.caseId);
  const names = await readOfficerNames(system.tables, seatsOf(state, events));
  const current = revisions.find(({ number }) => number === state.revision);
  if (current === undefined) throw new Error(`revision ${state.revision} of ${state.caseId} is missing`);
  const previous = revisions.find(({ number }) => number === state.revision - 1);
  const shown = (revision: Revision) => forOfficials(programme, revision, dataKey);
  const evaluation = await evaluationToShow(system, programme, state, events);
  const officer = 'officer' in state ? state.officer : undefined;
  return {
    caseId: state.caseId,
    programme: programmePart(published),
    ...standingPart(state, programme, view),
    enterpriseName,
    answers: shown(current),
    documents: documentsPart(documents),
    ...correctionPart(state, events),
    letters: lettersFrom(events, programme),
    history: historyForOfficials(events, names),
    actions: actionsPart(state, view),
    ...(officer !== undefined && { officer: { id: officer, name: names.get(officer) ?? officer } }),
    explanation: explain(evaluation, programme, current.answers),
    changes: previous
      ? compareAnswers(shown(previous), shown(current)).map(({ path, before, after }) => ({
          path,
          before,
          after,
        }))
      : [],
    ...('visit' in state && state.visit && { visit: state.visit }),
    ...('expediteBy' in state &&
      state.expediteBy !== undefined && { expedite: { requestedBy: state.expediteBy } }),
    corrections: state.corrections,
    consequences: consequencesOf(programme, state, evaluation, current),
  };
}

/** The latest revision as officials read it. */
const forOfficials = (programme: Programme, revision: Revision, dataKey: DataKey) =>
  restoreAnswers(revision.answers, revision.secrets(dataKey), (pointer) => {
    const type = sensitiveTypeAt(programme.form, pointer);
    return type === 'person-name' || type === 'mobile';
  });

/** Under review: what the rules say today. Later: what they said when it was last decided. */
async function evaluationToShow(
  system: System,
  programme: Programme,
  state: CaseState,
  events: readonly JournalEvent[],
): Promise<EvaluationRecord> {
  if (state.status === 'under-review') {
    return (await appraiseCurrent(system, programme, state)).appraisal.evaluation;
  }
  const last = events.findLast(({ data }) => data.evaluation !== undefined);
  return EvaluationRecordSchema.parse(last?.data.evaluation);
}

function seatsOf(state: CaseState, events: readonly JournalEvent[]) {
  const acted = events.flatMap(({ actor: { id, office } }) => (office === undefined ? [] : [{ id, office }]));
  return 'officer' in state && state.officer !== undefined && state.office !== undefined
    ? [...acted, { id: state.officer, office: state.office }]
    : acted;
}

/** What approving as proposed would leave behind. */
function consequencesOf(
  { benefit, owner }: Programme,
  state: CaseState,
  { facts, amount, terms }: EvaluationRecord,
  { answers }: Revision,
): CaseDto['consequences'] {
  if (state.status !== 'under-review') return {};
  if (benefit.kind === 'money') {
    const id = fundId(benefit.fund, owner, state, yearOf(facts.today));
    return { fund: { id, available: facts.fundAvailable - (state.proposed ?? amount) } };
  }
  const area = terms.find(({ name }) => name === benefit.area)?.value;
  const taken = typeof area === 'number' ? area : 0;
  return { premises: { unit: String(answers[benefit.unit]), freeArea: facts.premises.freeArea - taken } };
}
