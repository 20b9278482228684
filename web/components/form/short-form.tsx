import { type FormEvent, useMemo, useState } from 'react';
import { ApiProblem } from '../../../shared/api/client.ts';
import type { FieldError } from '../../../shared/api/errors.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import type { Field } from '../../../shared/forms/field.ts';
import { text } from '../../../shared/language/text.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useForm } from '../../lib/use-form.ts';
import { Button } from '../button/button.tsx';
import { ProblemNotice } from '../feedback/problem-notice.tsx';
import { words } from '../words.ts';
import { FieldEditor } from './field-editor.tsx';

type ShortFormProps = {
  /** Should stay the same list while the form is. */
  readonly fields: readonly Field[];
  readonly initial: Answers;
  /** Under what the typed text is kept until it has been sent. */
  readonly keptAs: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly error: unknown;
  /** Where in the request the answers lie: the API names its errors from there. */
  readonly within?: string;
  /** What was typed is forgotten once this has been called and succeeded; `forget` says when. */
  readonly onSubmit: (answers: Answers, forget: () => void) => void;
  readonly onCancel?: () => void;
};

const title = text('表单', 'Form');

/** A few questions of any type, answered at one go. */
export function ShortForm(props: ShortFormProps) {
  const { fields, initial, keptAs, submit, busy, error, within = '', onSubmit, onCancel } = props;
  const say = useText();
  const definition = useMemo(() => ({ sections: [{ id: 'all', title, fields: [...fields] }] }), [fields]);
  const form = useForm(definition, keptAs, initial);
  const [tried, setTried] = useState(false);
  const refused = refusedAt(error, within);
  const shown = [...(tried ? form.errors : []), ...refused];
  const placed = new Set(form.asked.map(({ field }) => `/${field.id}`));
  const hasPlace = refused.length > 0 && refused.every(({ path }) => placed.has(path));
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (form.errors.length === 0) onSubmit(form.answers, form.forget);
  };
  return (
    <form className="stack" noValidate onSubmit={send}>
      {form.asked.map(({ field, required }) => (
        <FieldEditor
          key={field.id}
          field={field}
          required={required}
          value={form.answers[field.id]}
          errors={shown.filter(({ path }) => path === `/${field.id}`)}
          onChange={(value) => form.change(field.id, value)}
          onLeave={() => undefined}
        />
      ))}
      {error !== null && error !== undefined && !hasPlace && <ProblemNotice error={error} />}
      <div className="row">
        <Button kind="primary" type="submit" busy={busy}>
          {submit}
        </Button>
        {onCancel && <Button onClick={onCancel}>{say(words.cancel)}</Button>}
      </div>
    </form>
  );
}

/** The API's errors that belong to a question, with the question's own path. */
function refusedAt(error: unknown, within: string): readonly FieldError[] {
  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  return errors.flatMap((one) =>
    one.path.startsWith(`${within}/`) ? [{ ...one, path: one.path.slice(within.length) }] : [],
  );
}
