import { useState } from 'react';
import type { FieldError } from '../../../shared/api/errors.ts';
import type { Field } from '../../../shared/forms/field.ts';
import { stepsOf } from '../../../shared/forms/pointer.ts';

/** What is merely missing is not held against anyone who is still on the way there. */
const merelyMissing: ReadonlySet<string> = new Set(['required', 'too-few-rows']);

const fieldIdOf = (path: string): string => stepsOf(path)[0] ?? '';

/**
 * Which errors to show: after an attempt to go on all of them, before that only wrong answers in fields the
 * person has left. A table that came from a spreadsheet is done: there everything missing shows too.
 */
export function useShownErrors(errors: readonly FieldError[]) {
  const [attempt, setAttempt] = useState(0);
  const [left, setLeft] = useState<ReadonlyMap<string, 'left' | 'done'>>(new Map());
  const isShown = ({ path, code }: FieldError): boolean => {
    const state = left.get(fieldIdOf(path));
    return state === 'done' || (state === 'left' && !merelyMissing.has(code));
  };
  const shown = attempt > 0 ? errors : errors.filter(isShown);
  return {
    attempt,
    shown,
    of: (field: Field) => shown.filter(({ path }) => fieldIdOf(path) === field.id),
    leave: (field: Field, done = false) =>
      setLeft((known) => {
        const next = done ? 'done' : (known.get(field.id) ?? 'left');
        return known.get(field.id) === next ? known : new Map(known).set(field.id, next);
      }),
    /** The person tried to go on. */
    tryOn: () => setAttempt((count) => count + 1),
  };
}
