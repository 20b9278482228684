import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../shared/forms/field.ts';
import { FormSchema } from '../../shared/forms/form-schema.ts';

const label = { zh: '字段', en: 'Field' };
const name = { id: 'name', type: 'text', label, required: true };
const start = { id: 'start', type: 'date', label, required: false };
const roster = {
  id: 'roster',
  type: 'table',
  label,
  required: false,
  minRows: 0,
  maxRows: 10,
  columns: [
    { id: 'person', type: 'person-name', label, required: true },
    { id: 'contractDate', type: 'date', label, required: false, notBefore: 'start' },
  ],
};
const formOf = (...fields: object[]) => ({ sections: [{ id: 'main', title: label, fields }] });
const problems = (form: unknown) =>
  (FormSchema.safeParse(form).error?.issues ?? []).map(
    (issue) => `/${issue.path.join('/')}: ${issue.message}`,
  );

it('a form lists its fields in the order in which they are asked', () => {
  const form = FormSchema.parse(formOf(name, start, roster));
  expect(fieldsOf(form).map((field) => field.id)).toEqual(['name', 'start', 'roster']);
});

describe('a form is refused when', () => {
  it.each<[string, object[], string]>([
    [
      'an id occurs twice',
      [name, { ...start, id: 'name' }],
      '/sections/0/fields/1/id: the id name is used twice',
    ],
    [
      'an id means something in rules',
      [{ ...name, id: 'today' }],
      '/sections/0/fields/0: the id today is reserved',
    ],
    [
      'an id exists on every object',
      [{ ...name, id: 'constructor' }],
      '/sections/0/fields/0: the id constructor is reserved',
    ],
    [
      'a range is empty',
      [{ ...name, type: 'integer', min: 2, max: 1 }],
      '/sections/0/fields/0: min is above max',
    ],
    [
      'a length is impossible',
      [{ ...name, minLength: 9, maxLength: 3 }],
      '/sections/0/fields/0: minLength is above maxLength',
    ],
    [
      'an option occurs twice',
      [
        {
          ...name,
          type: 'choice',
          options: [
            { value: 'a', label },
            { value: 'a', label },
          ],
        },
      ],
      '/sections/0/fields/0: an option occurs twice',
    ],
    [
      'a date is bound to something that is no date',
      [name, { ...start, notAfter: 'name' }],
      '/sections/0/fields/1: name is not another date',
    ],
    [
      'a date is bound to itself',
      [{ ...start, notAfter: 'start' }],
      '/sections/0/fields/0: start is not another date',
    ],
    [
      'a table is unique by a column it has not',
      [start, { ...roster, uniqueBy: ['residentId'] }],
      '/sections/0/fields/1/uniqueBy: there is no column residentId',
    ],
    [
      'a column occurs twice',
      [{ ...roster, columns: [roster.columns[0], roster.columns[0]] }],
      '/sections/0/fields/0/columns/1/id: the id person is used twice',
    ],
    [
      'a column has a condition',
      [{ ...roster, columns: [{ ...roster.columns[0], required: 'name != ""' }] }],
      '/sections/0/fields/0/columns/0: a column has no conditions and no prefill',
    ],
    [
      'a table needs more rows than it takes',
      [start, { ...roster, minRows: 11 }],
      '/sections/0/fields/1: minRows is above maxRows',
    ],
  ])('%s', (_, fields, problem) => {
    expect(problems(formOf(...fields))).toEqual([problem]);
  });

  it.each([
    { ...name, id: 'Name' },
    { ...name, id: 'first-name' },
    { ...name, type: 'colour' },
    { ...name, label: { zh: '字段' } },
    { ...name, placeholder: 'x' },
    { ...name, required: undefined },
    { ...name, prefill: 'person.name' },
    { ...roster, columns: [] },
    { ...roster, columns: [{ ...name, type: 'document', slot: 'x', maxFiles: 1 }] },
  ])('a field is malformed (%#)', (bad) => {
    expect(FormSchema.safeParse(formOf(bad)).success).toBe(false);
  });
});
