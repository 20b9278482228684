import { FormShape } from './field.ts';
import { formFaults } from './form-faults.ts';

/** A form whose parts fit together: ids are unique, bounds lie in order, dates name dates. */
export const FormSchema = FormShape.superRefine((form, context) => {
  for (const { path, message } of formFaults(form))
    context.addIssue({ code: 'custom', path: [...path], message });
});
