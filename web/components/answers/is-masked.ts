import { stepsOf } from '../../../shared/forms/pointer.ts';
import { isObject } from '../../../shared/forms/value-shape.ts';

/** Whether a masked value stands at this pointer. */
export function isMasked(answers: Readonly<Record<string, unknown>>, pointer: string): boolean {
  const value = stepsOf(pointer).reduce<unknown>(
    (inside, step) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, step) : undefined),
    answers,
  );
  return isObject(value) && typeof value.masked === 'string';
}
