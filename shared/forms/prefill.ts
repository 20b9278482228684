import * as z from 'zod';
import type { Answers, ProtectedAnswers } from './answers.ts';
import { type Field, type Form, fieldsOf } from './field.ts';

/** Facts by the name after the dot in the fields' `prefill`: what an enterprise has stated of itself. */
export const StatedFactsSchema = z.record(z.string(), z.union([z.string(), z.int(), z.boolean()]));
export type StatedFacts = Readonly<z.infer<typeof StatedFactsSchema>>;

type Source = 'enterprise' | 'course';

const nameOf = ({ prefill }: Field, from: Source): string | undefined =>
  prefill?.startsWith(`${from}.`) ? prefill.slice(from.length + 1) : undefined;

/** The facts that complete answers, in plain text, state. Only single values are facts. */
export const statedFacts = (form: Form, answers: ProtectedAnswers): StatedFacts =>
  Object.fromEntries(
    fieldsOf(form).flatMap((field) => {
      const [name, value] = [nameOf(field, 'enterprise'), answers[field.id]];
      return name === undefined || value === undefined || typeof value === 'object' ? [] : [[name, value]];
    }),
  );

/** The answers to a new form that are known already. They are checked like any others when the draft is. */
export const prefilled = (form: Form, facts: StatedFacts, from: Source = 'enterprise'): Answers =>
  Object.fromEntries(
    fieldsOf(form).flatMap((field) => {
      const name = nameOf(field, from);
      const value = name === undefined ? undefined : facts[name];
      return value === undefined ? [] : [[field.id, value]];
    }),
  );

/** Whether the form asks for what is known of a course that was held. */
export const asksForCourse = (form: Form): boolean =>
  fieldsOf(form).some((field) => nameOf(field, 'course') !== undefined);
