import './precheck.css';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import { fieldsOf } from '../../../shared/forms/field.ts';
import { parseAnswers } from '../../../shared/forms/parse-answers.ts';
import { pointerTo, stepsOf } from '../../../shared/forms/pointer.ts';
import { precheckForm } from '../../../shared/programmes/precheck-questions.ts';
import { Button } from '../../components/button/button.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { FieldEditor } from '../../components/form/field-editor.tsx';
import { Page } from '../../components/page/page.tsx';
import { call } from '../../lib/api/call.ts';
import { withAnswer } from '../../lib/draft/changes.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { PrecheckResult } from './precheck-result.tsx';
import { words } from './words.ts';

const fields = fieldsOf(precheckForm);
const context = { complete: true, evaluateCondition: () => true };

/** What is answered with one tap is asked of everybody; a number somebody has not at hand may stay open. */
const mustAnswer: ReadonlySet<string> = new Set(
  fields.filter(({ type }) => type === 'choice' || type === 'town').map(({ id }) => pointerTo(id)),
);

/** Only what the API takes: single values. */
const scalars = (answers: Answers): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([id, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[id, value]]
        : [],
    ),
  );

export function PrecheckPage() {
  const say = useText();
  const results = useRef<HTMLHeadingElement>(null);
  const [answers, setAnswers] = useState<Answers>({});
  const [attempt, setAttempt] = useState(0);
  const check = useMutation({
    mutationFn: (given: Answers) => call('checkEligibility', { body: { answers: scalars(given) } }),
    onSuccess: () => requestAnimationFrame(() => results.current?.focus()),
  });
  const errors = useMemo(
    () =>
      parseAnswers(precheckForm, answers, {
        ...context,
        today: dateInShanghai(new Date().toISOString()),
      }).errors.filter(({ code, path }) => code !== 'required' || mustAnswer.has(path)),
    [answers],
  );
  const shown = attempt > 0 ? errors : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (errors.length > 0) return setAttempt(attempt + 1);
    check.mutate(answers);
  };
  return (
    <Page title={say(words.title)} intro={say(words.intro)} width="reading">
      <div className="stack-loose">
        <ErrorSummary
          attempt={attempt}
          entries={shown.map(({ path, message }) => {
            const field = fields.find(({ id }) => id === stepsOf(path)[0]);
            return { path, message, name: field ? say(field.label) : path };
          })}
        />
        <form className="stack-loose" noValidate onSubmit={submit}>
          {fields.map((field) => (
            <FieldEditor
              key={field.id}
              field={field}
              required
              value={answers[field.id]}
              errors={shown.filter(({ path }) => path === pointerTo(field.id))}
              onChange={(value) => {
                setAnswers((known) => withAnswer(known, field.id, value));
                check.reset();
              }}
              onLeave={() => undefined}
            />
          ))}
          <div>
            <Button kind="primary" type="submit" busy={check.isPending}>
              {say(words.show)}
            </Button>
          </div>
        </form>
        {check.error !== null && <ProblemNotice error={check.error} />}
        {check.data && (
          <section className="stack" aria-labelledby="precheck-results">
            <h2 id="precheck-results" ref={results} tabIndex={-1}>
              {say(words.results)}
            </h2>
            <p className="soft">{say(words.resultsHint)}</p>
            <ul className="precheck-results">
              {check.data.items.map((item) => (
                <PrecheckResult key={item.programmeId} item={item} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Page>
  );
}
