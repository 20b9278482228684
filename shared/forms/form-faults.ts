import type { Field, Form, ScalarField } from './field.ts';

export type FormFault = { readonly path: readonly (string | number)[]; readonly message: string };

/**
 * Names a field may not have: words of CEL, names every rule knows, and names every JavaScript object has
 * (an answer called `constructor` would exist before anyone gave it).
 */
const reservedIds: ReadonlySet<string> = new Set([
  ...'as break const continue else false for function if import in let loop null package namespace return true var void while'.split(
    ' ',
  ),
  ...'answered today row form amount terms'.split(' '),
  ...'int uint double bool string bytes list map type duration timestamp dyn size has all exists filter'.split(
    ' ',
  ),
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/** What is wrong with a form beyond the shape of its parts. Conditions are checked where rules are (form-environment.ts). */
export function formFaults(form: Form): readonly FormFault[] {
  const placed = form.sections.flatMap((section, s) =>
    section.fields.map((field, f) => ({ field, path: ['sections', s, 'fields', f] })),
  );
  const dates = new Set(placed.filter(({ field }) => field.type === 'date').map(({ field }) => field.id));
  return [
    ...repeated(form.sections, (index) => ['sections', index, 'id']),
    ...repeated(
      placed.map(({ field }) => field),
      (index) => [...(placed[index]?.path ?? []), 'id'],
    ),
    ...placed.flatMap(({ field, path }) => fieldFaults(field, dates, path)),
  ];
}

function repeated(
  things: readonly { readonly id: string }[],
  pathOf: (index: number) => FormFault['path'],
): readonly FormFault[] {
  const first = new Map(things.toReversed().map(({ id }, index) => [id, things.length - 1 - index]));
  return things.flatMap(({ id }, index) =>
    first.get(id) === index ? [] : [{ path: pathOf(index), message: `the id ${id} is used twice` }],
  );
}

function fieldFaults(
  field: Field,
  dates: ReadonlySet<string>,
  path: FormFault['path'],
): readonly FormFault[] {
  const faults: string[] = [];
  if (reservedIds.has(field.id)) faults.push(`the id ${field.id} is reserved`);
  if ('options' in field) faults.push(...optionFaults(field.options));
  if ('min' in field && (field.min ?? -Infinity) > (field.max ?? Infinity)) faults.push('min is above max');
  if ('maxLength' in field && (field.minLength ?? 0) > (field.maxLength ?? Infinity)) {
    faults.push('minLength is above maxLength');
  }
  if (field.type === 'choices' && (field.minChosen ?? 0) > (field.maxChosen ?? field.options.length)) {
    faults.push('minChosen is above maxChosen');
  }
  if (field.type === 'date') {
    for (const bound of [field.notBefore, field.notAfter]) {
      if (bound !== undefined && bound !== 'today' && (bound === field.id || !dates.has(bound))) {
        faults.push(`${bound} is not another date`);
      }
    }
  }
  const own = faults.map((message) => ({ path, message }));
  return field.type === 'table' ? [...own, ...tableFaults(field, dates, path)] : own;
}

function optionFaults(options: readonly { readonly value: string }[]): readonly string[] {
  const values = options.map((option) => option.value);
  return new Set(values).size === values.length ? [] : ['an option occurs twice'];
}

function tableFaults(
  table: Extract<Field, { type: 'table' }>,
  dates: ReadonlySet<string>,
  path: FormFault['path'],
): readonly FormFault[] {
  const columns: readonly ScalarField[] = table.columns;
  const ids = new Set(columns.map((column) => column.id));
  const rowDates = columns.filter((column) => column.type === 'date').map((column) => column.id);
  return [
    ...repeated(columns, (index) => [...path, 'columns', index, 'id']),
    ...columns.flatMap((column, index) =>
      fieldFaults(column, new Set([...dates, ...rowDates]), [...path, 'columns', index]),
    ),
    ...(table.minRows > table.maxRows ? [{ path, message: 'minRows is above maxRows' }] : []),
    ...(table.uniqueBy ?? [])
      .filter((id) => !ids.has(id))
      .map((id) => ({ path: [...path, 'uniqueBy'], message: `there is no column ${id}` })),
  ];
}
