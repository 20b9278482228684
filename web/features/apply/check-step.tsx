import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ApiProblem } from '../../../shared/api/client.ts';
import type { FieldError } from '../../../shared/api/errors.ts';
import { pointerTo, stepsOf } from '../../../shared/forms/pointer.ts';
import type { Text } from '../../../shared/language/text.ts';
import { AnswerList } from '../../components/answers/answer-list.tsx';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { SaveTrouble } from '../../components/draft/save-status.tsx';
import { words as draftWords } from '../../components/draft/words.ts';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Page } from '../../components/page/page.tsx';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { AuthorityUpload } from './authority-upload.tsx';
import { useDraftCheck } from './queries.ts';
import { Reckoning } from './reckoning.tsx';
import { summaryEntries } from './summary-entries.ts';
import type { Editing } from './use-editing.ts';
import { words } from './words.ts';

type CheckStepProps = {
  readonly editing: Editing;
  readonly previous: string;
  readonly addressOf: (sectionId: string) => string;
  readonly onOpen: (pointer: string) => void;
};

/** Everything once more, what is still wrong, what the rules say, the declaration, and the button. */
export function CheckStep({ editing, previous, addressOf, onOpen }: CheckStepProps) {
  const say = useText();
  const { application, programme, draft, store, desk, asked } = editing;
  const { caseId } = application;
  const [attempt, setAttempt] = useState(0);
  const [agreed, setAgreed] = useState(false);
  const [complaint, setComplaint] = useState<Text>();
  const submit = useSubmit(caseId);
  useEffect(() => void store.flush(), [store]);
  const check = useDraftCheck(caseId, draft.savedAt, draft.status === 'saved');
  const errors = allErrors(editing, check.data?.errors, submit.error);
  const sections = [...new Set(asked.map(({ section }) => section))];

  const onSubmit = async () => {
    setComplaint(undefined);
    if (errors.length > 0) return setAttempt(attempt + 1);
    if (desk.uploads.length > 0) return setComplaint(draftWords.uploadsUnderWay);
    if (!agreed) return setComplaint(words.mustAgree);
    await store.flush();
    if (store.state().status === 'saved') submit.mutate(programme.declaration.version);
  };
  return (
    <Page
      title={say(words.checkTitle)}
      eyebrow={say(programme.title)}
      intro={say(words.checkIntro)}
      width="reading"
    >
      <div className="stack-loose">
        <SaveTrouble draft={draft} />
        <ErrorSummary entries={summaryEntries(programme, errors, say)} attempt={attempt} onOpen={onOpen} />
        {sections.map((section) => (
          <section key={section.id} className="sheet">
            <div className="apply-check-head">
              <h2>{say(section.title)}</h2>
              <Link href={addressOf(section.id)}>
                {say(words.change)}
                <span className="only-heard">{say(section.title)}</span>
              </Link>
            </div>
            <AnswerList
              caseId={caseId}
              fields={asked.filter((one) => one.section === section).map(({ field }) => field)}
              answers={draft.answers}
              documents={desk.documents}
            />
          </section>
        ))}
        {application.onBehalf && <AuthorityUpload />}
        {check.data?.explanation && <Reckoning explanation={check.data.explanation} />}
        <section className="sheet stack">
          <h2>{say(words.declaration)}</h2>
          <p>{say(programme.declaration.text)}</p>
          <label className="choice">
            <input
              type="checkbox"
              checked={agreed}
              onChange={(event) => {
                setAgreed(event.target.checked);
                setComplaint(undefined);
              }}
            />
            {say(words.agree)}
          </label>
        </section>
        {complaint && <Notice tone="bad" title={say(complaint)} urgent />}
        {submit.error !== null && <ProblemNotice error={submit.error} />}
        <div className="apply-foot">
          <p className="soft small">{say(words.submitHint)}</p>
          <div className="row">
            <Button kind="primary" busy={submit.isPending} onClick={onSubmit}>
              {say(words.submit)}
            </Button>
            <LinkButton to={previous}>{say(words.previous)}</LinkButton>
          </div>
        </div>
      </div>
    </Page>
  );
}

/** The server names missing documents by slot (`/documents/licence`); the form has a field for each. */
function fieldPathOf(path: string, asked: Editing['asked']): string {
  const [place, slot] = stepsOf(path);
  if (place !== 'documents') return path;
  const one = asked.find(({ field }) => field.type === 'document' && field.slot === slot);
  return one ? pointerTo(one.field.id) : path;
}

/** The browser's own, the server's, and those a refused submission brought; each place once. */
function allErrors(
  { errors, asked }: Editing,
  checked: readonly FieldError[] | undefined,
  refusal: unknown,
): readonly FieldError[] {
  const refused = refusal instanceof ApiProblem ? (refusal.problem.errors ?? []) : [];
  const all = [...errors, ...(checked ?? []), ...refused].map((error) => ({
    ...error,
    path: fieldPathOf(error.path, asked),
  }));
  return [...new Map(all.map((error) => [error.path, error])).values()];
}

function useSubmit(caseId: string) {
  const queries = useQueryClient();
  const [, go] = useLocation();
  return useAct(
    (commandId, declaration: string) =>
      call('actOnApplication', {
        params: { caseId },
        // A draft has no events yet, hence version 0.
        body: {
          commandId,
          version: 0,
          command: { type: 'submit', declaration: { version: declaration, agreed: true } },
        },
      }),
    async () => {
      await queries.invalidateQueries({ queryKey: ['applications'] });
      await queries.invalidateQueries({ queryKey: ['enterprises'] });
      await queries.invalidateQueries({ queryKey: ['application', caseId] });
      go(`/applications/${caseId}/receipt`, { replace: true });
    },
  );
}
