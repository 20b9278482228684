import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import { rosterFieldOf } from '../../shared/employees/job-figures.ts';
import { isRows, type ProtectedAnswers } from '../../shared/forms/answers.ts';
import type { Form } from '../../shared/forms/field.ts';
import { restoreAnswers } from '../../shared/forms/protect-answers.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { Round } from '../../shared/workflow/award/award-state.ts';
import { reportableDuty } from '../../shared/workflow/award/reporting.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import { standsBehind } from '../cases/party.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { latestRoster } from '../employees/latest-roster.ts';
import { isPresent, type ReceivedDocument, readDocuments } from '../persistence/document.ts';
import { type ClosedDraft, closedDraft, readReportDraft } from '../persistence/draft.ts';
import { readHead } from '../persistence/head.ts';
import { readReports } from '../persistence/report.ts';
import type { System } from '../system.ts';
import { reportSlots } from './report-slots.ts';

export type WritableReport = {
  readonly draft: ClosedDraft;
  readonly duty: Round;
  readonly form: Form;
  /** Of this round, those of a report that was sent back included. */
  readonly documents: readonly ReceivedDocument[];
};

/**
 * The report on a duty, while it can be written: as far as it is written, or with what a report that was sent back
 * said (version 0 until it is first saved). Refuses with `case-not-found` or `action-not-allowed`.
 */
export async function writableReport(
  system: System,
  actor: Actor,
  caseId: string,
  obligation: string,
): Promise<Outcome<WritableReport>> {
  const { tables } = system;
  const now = system.now();
  const state = (await readHead(tables, caseId))?.state;
  if (state === undefined || !(await standsBehind(system, actor, state))) return refuse('case-not-found');
  const { programme } = await pinnedProgramme(system, state.programme);
  const duty = reportableDuty(state, { programme, now }, obligation);
  const form = programme.obligations.find(({ id }) => id === obligation)?.form;
  if (duty === undefined || form === undefined) {
    return refuse('action-not-allowed', { params: { status: state.status } });
  }
  const report = { obligation, round: duty.round };
  const [draft, documents] = await Promise.all([
    readReportDraft(tables, await system.dataKey(), { caseId, report }, now),
    reportDocuments(system, programme, { caseId, report }),
  ]);
  return accept({
    draft: draft ?? (await freshDraft(system, state, programme, report)),
    duty,
    form,
    documents,
  });
}

type Of = { readonly caseId: string; readonly report: NonNullable<ClosedDraft['report']> };

/** What lies in the slots of this round of an obligation. */
export async function reportDocuments(
  { tables }: System,
  programme: Programme,
  { caseId, report: { obligation, round } }: Of,
): Promise<readonly ReceivedDocument[]> {
  const slots = reportSlots(programme, obligation);
  if (slots.length === 0) return [];
  return (await readDocuments(tables, caseId))
    .filter(isPresent)
    .filter((one) => one.round === round && slots.some(({ id }) => id === one.slot));
}

/** Nothing is asked twice: a report that was sent back is gone on with, another one begins with the roster as it was. */
async function freshDraft(
  system: System,
  state: CaseState,
  programme: Programme,
  report: Of['report'],
): Promise<ClosedDraft> {
  const { caseId, applicant, filedBy, submittedAt } = state;
  const before = (await readReports(system.tables, caseId)).findLast(
    ({ obligation, round }) => obligation === report.obligation && round === report.round,
  );
  const key = await system.dataKey();
  const answers = before
    ? restoreAnswers(before.answers, before.secrets(key), () => true)
    : await rosterAnswer(system, state, programme, report.obligation);
  const cover = {
    caseId,
    applicant,
    ...(filedBy !== undefined && { filedBy }),
    programme: state.programme,
    startedAt: submittedAt,
    savedAt: submittedAt,
    draftVersion: 0,
    report,
  };
  return closedDraft(cover, () => ({ answers }));
}

/** The people of the latest roster, as far as the form of this report asks for them. */
async function rosterAnswer(
  system: System,
  state: CaseState,
  programme: Programme,
  obligation: string,
): Promise<ProtectedAnswers> {
  const form = programme.obligations.find(({ id }) => id === obligation)?.form;
  const field = form && rosterFieldOf(form);
  if (field === undefined) return {};
  const roster = await latestRoster(system, state, programme);
  if (roster === undefined) return {};
  const restored = restoreAnswers(roster.answers, roster.secrets(await system.dataKey()), () => true);
  const rows = restored[roster.field.id];
  const asked = new Set(field.columns.map(({ id }) => id));
  return isRows(rows)
    ? {
        [field.id]: rows.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([id]) => asked.has(id))),
        ),
      }
    : {};
}
