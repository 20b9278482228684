import { type FormEvent, Suspense, useEffect } from 'react';
import { useLocation } from 'wouter';
import { ApiProblem, type OutputOf } from '../../../shared/api/client.ts';
import type { AwardDto, DutyDto } from '../../../shared/api/dto/award.ts';
import type { Section } from '../../../shared/forms/field.ts';
import { pointerLabel } from '../../../shared/letters/pointer-label.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { Button } from '../../components/button/button.tsx';
import { DocumentDeskContext } from '../../components/documents/document-desk.ts';
import { SaveStatus, SaveTrouble } from '../../components/draft/save-status.tsx';
import { useDraft } from '../../components/draft/use-draft.ts';
import { useDraftDesk } from '../../components/draft/use-draft-desk.ts';
import { words as draftWords } from '../../components/draft/words.ts';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { FieldEditor } from '../../components/form/field-editor.tsx';
import { useShownErrors } from '../../components/form/use-shown-errors.ts';
import { later } from '../../components/later.tsx';
import { Page } from '../../components/page/page.tsx';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './report-words.ts';
import { useOwnAct } from './use-own-act.ts';

const conflictDialog = later(
  async () => (await import('../../components/draft/conflict-dialog.tsx')).ConflictDialog,
);

type ReportFormProps = {
  readonly award: AwardDto;
  readonly programme: Programme;
  readonly duty: DutyDto;
  readonly opened: OutputOf<'getReportDraft'>;
};

/** A roster needs the room. */
const hasTable = ({ fields }: Section): boolean => fields.some(({ type }) => type === 'table');

/** What is asked of the enterprise. Throws where nothing is, although the duty said that it is reported on. */
function reportOf({ obligations }: Programme, id: string) {
  const { form, documents = [] } = obligations.find((one) => one.id === id) ?? {};
  if (form === undefined) throw new Error(`nothing is reported on ${id}`);
  return { form, slots: documents };
}

/** A report being written; it is kept like any draft, on the server and for as long as there is none on the device. */
export function ReportForm({ award, programme, duty, opened }: ReportFormProps) {
  const say = useText();
  const format = useFormat();
  const [, go] = useLocation();
  const { caseId } = award;
  const { form, slots } = reportOf(programme, duty.id);
  const params = { caseId, obligation: duty.id };
  const { draft, store, asked, errors } = useDraft({
    form,
    key: `${caseId}:${duty.id}:${opened.round}`,
    opened,
    load: () => call('getReportDraft', { params }),
    save: (body) => call('saveReportDraft', { params, body }),
  });
  const desk = useDraftDesk({ caseId, slots, known: opened.documents, store });
  const shown = useShownErrors(errors);
  useEffect(conflictDialog.fetchAhead, []);
  const back = `/applications/${caseId}/award`;
  const act = useOwnAct(award, () => {
    announce(words.reportDone);
    go(back, { replace: true });
  });
  const refused = act.error instanceof ApiProblem ? (act.error.problem.errors ?? []) : [];
  const sentBack = award.reports.find(
    ({ obligation, round, verdict }) =>
      obligation === duty.id && round === opened.round && verdict === 'sent-back',
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    shown.tryOn();
    if (desk.uploads.length > 0) return announce(draftWords.uploadsUnderWay, 'bad');
    if (errors.length > 0) return;
    await store.flush();
    const { status, answers } = store.state();
    if (status === 'saved') {
      act.mutate({ command: { type: 'submit-report', obligation: duty.id }, answers: { ...answers } });
    }
  };
  const sections = [...new Set(asked.map(({ section }) => section))];
  const named = shown.attempt > 0 ? [...errors, ...refused] : [];
  return (
    <Page
      title={say(words.reportTitle, { title: say(duty.title) })}
      eyebrow={<span className="numbers">{caseId}</span>}
      intro={say(words.reportIntro, { date: format.date(duty.due) })}
      back={{ to: back, label: say(words.ownTitle) }}
      width={form.sections.some(hasTable) ? 'page' : 'reading'}
    >
      <DocumentDeskContext value={desk}>
        <form className="stack-loose" noValidate onSubmit={submit}>
          {sentBack && (
            <Notice
              tone="attention"
              title={say(words.reportSentBack, { findings: sentBack.findings?.replace(/[。.]$/, '') ?? '' })}
            />
          )}
          <SaveTrouble draft={draft} />
          {named.length > 0 && (
            <ErrorSummary
              entries={named.map(({ path, message }) => ({
                path,
                name: say(pointerLabel({ ...programme, form }, path)),
                message,
              }))}
              attempt={shown.attempt}
            />
          )}
          {sections.map((section) => (
            <section key={section.id} className="stack">
              <h2>{say(section.title)}</h2>
              {asked
                .filter((one) => one.section === section)
                .map(({ field, required }) => (
                  <FieldEditor
                    key={field.id}
                    field={field}
                    required={required}
                    value={draft.answers[field.id]}
                    errors={shown.of(field)}
                    onChange={(value) => store.change(field.id, value)}
                    onLeave={(done) => shown.leave(field, done)}
                  />
                ))}
            </section>
          ))}
          {act.error !== null && <ProblemNotice error={act.error} />}
          <div className="stack">
            <SaveStatus draft={draft} />
            <div>
              <Button kind="primary" type="submit" busy={act.isPending}>
                {say(words.submitReport)}
              </Button>
            </div>
          </div>
        </form>
      </DocumentDeskContext>
      {draft.conflict && (
        <Suspense>
          <conflictDialog.Component
            form={form}
            answers={draft.answers}
            differences={draft.conflict.differences}
            onChosen={store.resolve}
          />
        </Suspense>
      )}
    </Page>
  );
}
