import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { ApiProblem } from '../../../shared/api/client.ts';
import type { ApplicationDto } from '../../../shared/api/dto/case.ts';
import { isWithin, pointerTo } from '../../../shared/forms/pointer.ts';
import { AnswerList } from '../../components/answers/answer-list.tsx';
import { Button } from '../../components/button/button.tsx';
import { SaveStatus, SaveTrouble } from '../../components/draft/save-status.tsx';
import { words as draftWords } from '../../components/draft/words.ts';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { FieldEditor } from '../../components/form/field-editor.tsx';
import { useShownErrors } from '../../components/form/use-shown-errors.ts';
import { Page } from '../../components/page/page.tsx';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { summaryEntries } from './summary-entries.ts';
import type { Editing } from './use-editing.ts';
import { words } from './words.ts';

type Correction = NonNullable<ApplicationDto['correction']>;
type CorrectionFormProps = { readonly editing: Editing; readonly correction: Correction };

/** Only what the notice names is open, with the reviewer's words beside it; and what a change there asks for. */
export function CorrectionForm({ editing, correction }: CorrectionFormProps) {
  const say = useText();
  const format = useFormat();
  const { application, programme, draft, store, desk, asked, errors } = editing;
  const { caseId } = application;
  const shown = useShownErrors(errors);
  const resubmit = useResubmit(application);
  const itemsOf = (id: string) =>
    correction.items.filter(({ path }) => isWithin(path, pointerTo(id)) || path === pointerTo(id));
  const isOpen = (id: string) => itemsOf(id).length > 0;
  const isMissing = (id: string) =>
    draft.answers[id] === undefined && errors.some(({ path }) => path === pointerTo(id));
  const mayChange = (pointer: string) => correction.items.some(({ path }) => isWithin(pointer, path));
  const editable = asked.filter(({ field }) => isOpen(field.id) || isMissing(field.id));
  const locked = asked.filter((one) => !editable.includes(one));
  const refused = resubmit.error instanceof ApiProblem ? (resubmit.error.problem.errors ?? []) : [];

  const send = async () => {
    shown.tryOn();
    if (desk.uploads.length > 0) return announce(draftWords.uploadsUnderWay, 'bad');
    if (errors.length > 0) return;
    await store.flush();
    if (store.state().status === 'saved') resubmit.mutate(undefined);
  };
  return (
    <Page
      title={say(words.correctionTitle, { title: say(programme.title) })}
      eyebrow={<span className="numbers">{caseId}</span>}
      intro={say(words.correctionIntro, { date: format.date(correction.due), n: correction.items.length })}
      back={{ to: `/applications/${caseId}`, label: say(words.toCase) }}
      width="reading"
    >
      <div className="stack-loose">
        <SaveTrouble draft={draft} />
        <ErrorSummary
          entries={summaryEntries(programme, shown.attempt > 0 ? [...errors, ...refused] : [], say)}
          attempt={shown.attempt}
        />
        {editable.map(({ field, required }) => (
          <FieldEditor
            key={field.id}
            field={field}
            required={required}
            value={draft.answers[field.id]}
            errors={shown.of(field)}
            reason={
              itemsOf(field.id)
                .map(({ reason }) => reason)
                .join('\n') || (isOpen(field.id) ? undefined : say(words.alsoNeeded))
            }
            onChange={(value) => store.change(field.id, value)}
            onLeave={(done) => shown.leave(field, done)}
            mayChange={isOpen(field.id) ? mayChange : () => true}
          />
        ))}
        {desk.uploads.length > 0 && <Notice title={say(draftWords.uploadsUnderWay)} />}
        {resubmit.error !== null && <ProblemNotice error={resubmit.error} />}
        <div className="apply-foot">
          <SaveStatus draft={draft} />
          <div className="row">
            <Button kind="primary" busy={resubmit.isPending} onClick={send}>
              {say(words.resubmit)}
            </Button>
          </div>
        </div>
        <details className="sheet">
          <summary>{say(words.otherAnswers)}</summary>
          <AnswerList
            caseId={caseId}
            fields={locked.map(({ field }) => field)}
            answers={draft.answers}
            documents={desk.documents}
          />
        </details>
      </div>
    </Page>
  );
}

function useResubmit({ caseId, version }: ApplicationDto) {
  const queries = useQueryClient();
  const [, go] = useLocation();
  return useAct(
    (commandId, _: undefined) =>
      call('actOnApplication', {
        params: { caseId },
        body: { commandId, version, command: { type: 'resubmit' } },
      }),
    async () => {
      await queries.invalidateQueries({ queryKey: ['applications'] });
      await queries.invalidateQueries({ queryKey: ['application', caseId] });
      announce(words.resubmitted);
      go(`/applications/${caseId}`, { replace: true });
    },
  );
}
