import type { ActResultDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import { awardSoFar } from '../../shared/awards/award-so-far.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { Answers } from '../../shared/forms/answers.ts';
import { type Form, fieldsOf } from '../../shared/forms/field.ts';
import { parseAnswers } from '../../shared/forms/parse-answers.ts';
import { type Protected, protectAnswers } from '../../shared/forms/protect-answers.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { evaluateReport } from '../../shared/rules/evaluate-report.ts';
import { formConditions } from '../../shared/rules/form-environment.ts';
import { reportableDuty } from '../../shared/workflow/award/reporting.ts';
import type { CaseCommand } from '../../shared/workflow/command.ts';
import type { Context, Party, Report } from '../../shared/workflow/context.ts';
import { decide } from '../../shared/workflow/decide.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import { type MaySee, openCase, resultOf, untilSettled } from '../cases/act-on-case.ts';
import type { Envelope } from '../cases/envelope.ts';
import { unknownDocuments } from '../cases/required-documents.ts';
import { saveAct } from '../cases/save-act.ts';
import type { ReceivedDocument } from '../persistence/document.ts';
import { draftRemoval, readReportDraft } from '../persistence/draft.ts';
import { readChain } from '../persistence/journal.ts';
import { reportDigest, reportWrite } from '../persistence/report.ts';
import type { System } from '../system.ts';
import { approvalIn } from './approval.ts';
import { reportDocuments } from './writable-report.ts';

/**
 * Hands a report in: read by the form of its obligation, protected, judged by its rule, kept beside the case in
 * the same transaction as its event. Refuses with `invalid-input` naming every field.
 */
export const submitReport = (
  system: System,
  party: Party,
  maySee: MaySee,
  caseId: string,
  envelope: Envelope<CaseCommand<'submit-report'>>,
  answers: unknown,
): Promise<Outcome<ActResultDto>> =>
  untilSettled(async () => {
    const opened = await openCase(system, party, maySee, caseId, envelope);
    if (!opened.ok) return opened;
    if ('repeated' in opened.value) return accept(opened.value.repeated);
    const { head, published } = opened.value;
    const { programme, hash } = published;
    const now = system.now();
    const prepared = await prepareReport(system, programme, head.state, envelope.command, answers, now);
    if (!prepared.ok) return prepared;
    const context: Context = {
      ...party,
      now,
      programme,
      programmeHash: hash,
      calendar: await system.calendarAt(now),
      report: prepared.value.report,
    };
    const decision = decide(envelope.command, head.state, context);
    if (!decision.ok) return decision;
    const { event } = decision.value;
    if (event.type !== 'report-submitted') throw new Error(`a report became ${event.type}`);
    const { obligation, round, report } = event.data;
    const { number, digest } = report;
    const dataKey = await system.dataKey();
    const named = { caseId, report: { obligation, round } };
    const draft = await readReportDraft(system.tables, dataKey, named, now);
    return resultOf(
      await saveAct(system, {
        caseId,
        head,
        actor: party.actor,
        envelope,
        now,
        programme,
        decision: decision.value,
        enterpriseName: head.enterpriseName,
        writes: [
          reportWrite(
            system.tables,
            dataKey,
            { caseId, number, obligation, round, at: now, digest },
            prepared.value.answers,
          ),
          ...(draft ? [draftRemoval(system.tables, draft)] : []),
        ],
      }),
    );
  });

type Prepared = { readonly report: Report; readonly answers: Protected };
const nothing: Protected = { answers: {}, secrets: {} };

/** What cannot be reported on now is the workflow's to refuse, so it gets an empty report to refuse. */
async function prepareReport(
  system: System,
  programme: Programme,
  state: CaseState,
  { obligation: id }: CaseCommand<'submit-report'>,
  raw: unknown,
  now: string,
): Promise<Outcome<Prepared>> {
  const obligation = programme.obligations.find((candidate) => candidate.id === id);
  const duty = reportableDuty(state, { programme, now }, id);
  if (state.status !== 'approved' || obligation?.form === undefined || duty === undefined) {
    const report: Report = { digest: reportDigest({}), documents: [], kept: 'unclear' };
    return accept({ report, answers: nothing });
  }
  const { form } = obligation;
  const today = dateInShanghai(now);
  const evaluateCondition = formConditions(form, today);
  const parsed = parseAnswers(form, raw ?? {}, { today, complete: true, evaluateCondition });
  const there = await reportDocuments(system, programme, {
    caseId: state.caseId,
    report: { obligation: id, round: duty.round },
  });
  const errors = [...parsed.errors, ...unknownDocuments(form, parsed.answers, there)];
  if (errors.length > 0) return refuse('invalid-input', { errors });
  const documents = documentsIn(form, parsed.answers, there);
  if (documents.some((document) => document.state === 'pending')) return refuse('document-pending');
  const dataKey = await system.dataKey();
  const answers = protectAnswers(form, parsed.answers, {
    keyOf: (type, value) => dataKey.keyedHash(type, value),
    today,
  });
  const events = await readChain(system.tables, state.caseId);
  const { kept } = evaluateReport(
    programme,
    obligation,
    approvalIn(events).evaluation,
    answers.answers,
    awardSoFar(state, obligation, today),
    today,
  );
  const report: Report = {
    digest: reportDigest(answers.answers),
    documents: documents.map(({ slot, id: document, sha256, size, type }) => ({
      slot,
      id: document,
      sha256,
      size,
      type,
    })),
    kept,
  };
  return accept({ report, answers });
}

/** Only what the answers name is handed in: a file that lies beside them is none of the report. */
function documentsIn(
  form: Form,
  answers: Answers,
  there: readonly ReceivedDocument[],
): readonly ReceivedDocument[] {
  const named = new Set(
    fieldsOf(form).flatMap(({ id, type }) => {
      const value = type === 'document' ? answers[id] : undefined;
      return Array.isArray(value) ? value : [];
    }),
  );
  return there.filter(({ id }) => named.has(id));
}
