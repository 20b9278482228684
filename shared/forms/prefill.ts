import * as z from 'zod';
import type { Answers, ProtectedAnswers } from './answers.ts';
import { type Field, type Form, fieldsOf } from './field.ts';

/** What an enterprise has stated of itself, by the name after `enterprise.` in the fields' `prefill`. */
export const StatedFactsSchema = z.record(z.string(), z.union([z.string(), z.int(), z.boolean()]));
export type StatedFacts = Readonly<z.infer<typeof StatedFactsSchema>>;

const nameOf = ({ prefill }: Field): string | undefined => prefill?.replace(/^enterprise\./, '');

/** The facts that complete answers, in plain text, state. Only single values are facts. */
export const statedFacts = (form: Form, answers: ProtectedAnswers): StatedFacts =>
  Object.fromEntries(
    fieldsOf(form).flatMap((field) => {
      const [name, value] = [nameOf(field), answers[field.id]];
      return name === undefined || value === undefined || typeof value === 'object' ? [] : [[name, value]];
    }),
  );

/** The answers to a new form that are known already. They are checked like any others when the draft is. */
export const prefilled = (form: Form, facts: StatedFacts): Answers =>
  Object.fromEntries(
    fieldsOf(form).flatMap((field) => {
      const name = nameOf(field);
      const value = name === undefined ? undefined : facts[name];
      return value === undefined ? [] : [[field.id, value]];
    }),
  );
