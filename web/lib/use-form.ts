import { useMemo, useState } from 'react';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { Answers, AnswerValue } from '../../shared/forms/answers.ts';
import type { Form } from '../../shared/forms/field.ts';
import { parseAnswers } from '../../shared/forms/parse-answers.ts';
import { askedFields } from '../../shared/forms/visibility.ts';
import { formConditions } from '../../shared/rules/form-environment.ts';
import { useKept } from './use-kept.ts';

/**
 * A form that is filled in at one go: what is typed is kept under `key` until it has been sent. `form` should
 * stay the same object while it is: its conditions are compiled once.
 */
export function useForm(form: Form, key: string, initial: Answers) {
  const [today] = useState(() => dateInShanghai(new Date().toISOString()));
  const [kept, keep, forget] = useKept(key, JSON.stringify(initial));
  const evaluateCondition = useMemo(() => formConditions(form, today), [form, today]);
  const read = (complete: boolean) =>
    parseAnswers(form, JSON.parse(kept), { today, complete, evaluateCondition });
  const { answers } = read(false);
  return {
    answers,
    asked: askedFields(form, answers, evaluateCondition),
    errors: read(true).errors,
    change: (id: string, value: AnswerValue | undefined) => {
      const { [id]: _, ...others } = answers;
      keep(JSON.stringify(value === undefined ? others : { ...others, [id]: value }));
    },
    forget,
  };
}
