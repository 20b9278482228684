import { useState } from 'react';
import type { FieldError } from '../../../shared/api/errors.ts';
import type { Field } from '../../../shared/forms/field.ts';
import { stepsOf } from '../../../shared/forms/pointer.ts';

/** What is merely missing is not held against anyone who is still on the way there. */
const merelyMissing: ReadonlySet<string> = new Set(['required', 'too-few-rows']);

const fieldIdOf = (path: string): string => stepsOf(path)[0] ?? '';

/**
 * Which errors to show: after an attempt to go on all of them, before that only wrong answers in fields the
 * person has left.
 */
export function useShownErrors(errors: readonly FieldError[]) {
  const [attempt, setAttempt] = useState(0);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const shown =
    attempt > 0
      ? errors
      : errors.filter(({ path, code }) => left.has(fieldIdOf(path)) && !merelyMissing.has(code));
  return {
    attempt,
    shown,
    of: (field: Field) => shown.filter(({ path }) => fieldIdOf(path) === field.id),
    leave: (field: Field) =>
      setLeft((known) => (known.has(field.id) ? known : new Set([...known, field.id]))),
    /** The person tried to go on. */
    tryOn: () => setAttempt((count) => count + 1),
  };
}
