import type { FieldError } from '../../api/errors.ts';
import { payeeKeys } from '../../awards/payee.ts';
import { type Field, type FieldType, type Form, fieldsOf } from '../../forms/field.ts';
import type { Programme } from '../programme.ts';
import { fault, type Path } from './fault.ts';

/** Required without a condition, and neither it nor its section is ever hidden. */
export const isAlwaysAnswered = ({ sections }: Form, id: string): boolean =>
  sections.some(
    ({ visibleWhen, fields }) =>
      visibleWhen === undefined &&
      fields.some((field) => field.id === id && field.required === true && field.visibleWhen === undefined),
  );

/** The answers that the workflow, the benefit and the once-only keys need exist, and are of the right type. */
export function answerFaults(programme: Programme): readonly FieldError[] {
  const { form, keys, benefit, onceOnly } = programme;
  const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
  const expect = (path: Path, id: string, types: readonly FieldType[], always: boolean) =>
    expectField(fields.get(id), path, id, types, always && !isAlwaysAnswered(form, id));
  return [
    ...expect(['keys', 'town'], keys.town, ['town'], true),
    ...expect(['keys', 'site'], keys.site, ['text', 'choice', 'premises'], true),
    ...expect(['keys', 'enterpriseName'], keys.enterpriseName, ['text'], true),
    ...expect(['keys', 'creditCode'], keys.creditCode, ['credit-code'], false),
    ...expect(['keys', 'legalRepresentativeId'], keys.legalRepresentativeId, ['resident-id'], true),
    ...expect(['keys', 'industry'], keys.industry, ['choice', 'text'], true),
    ...(keys.plannedJobs === undefined
      ? []
      : expect(['keys', 'plannedJobs'], keys.plannedJobs, ['integer'], false)),
    ...(keys.plannedPoorJobs === undefined
      ? []
      : expect(['keys', 'plannedPoorJobs'], keys.plannedPoorJobs, ['integer'], false)),
    ...(paysToAnAccount(programme)
      ? [
          ...expect(['keys', 'payee'], payeeKeys(programme).payee, ['text'], true),
          ...expect(['keys', 'bank'], payeeKeys(programme).bank, ['text', 'choice'], true),
        ]
      : []),
    ...(benefit.kind === 'premises'
      ? [
          ...expect(['benefit', 'unit'], benefit.unit, ['premises'], true),
          ...expect(['benefit', 'startsOn'], benefit.startsOn, ['date'], true),
        ]
      : []),
    ...onceOnly.flatMap((once, index) => onceOnlyFaults(once, ['onceOnly', index], fields, expect)),
  ];
}

/** Then a payment without a name, or without a bank, would be found out by the bank only. */
const paysToAnAccount = ({ benefit, form }: Programme): boolean =>
  benefit.kind === 'money' && fieldsOf(form).some(({ type }) => type === 'bank-account');

const missing = (path: Path, id: string): FieldError =>
  fault(path, 'unknown-reference', `表单中没有“${id}”。`, `The form has no “${id}”.`);

function expectField(
  field: Field | undefined,
  path: Path,
  id: string,
  types: readonly FieldType[],
  mayBeMissing: boolean,
): readonly FieldError[] {
  if (field === undefined) return [missing(path, id)];
  if (!types.includes(field.type)) {
    return [
      fault(
        path,
        'wrong-kind',
        `“${id}”的类型须为 ${types.join('、')}。`,
        `“${id}” must be of type ${types.join(', ')}.`,
      ),
    ];
  }
  if (!mayBeMissing) return [];
  return [
    fault(path, 'wrong-kind', `“${id}”须为必填且始终显示。`, `“${id}” must be required and always shown.`),
  ];
}

function onceOnlyFaults(
  { each, key, monthly }: Programme['onceOnly'][number],
  path: Path,
  fields: ReadonlyMap<string, Field>,
  expect: (path: Path, id: string, types: readonly FieldType[], always: boolean) => readonly FieldError[],
): readonly FieldError[] {
  const table = each === undefined ? undefined : fields.get(each);
  if (each !== undefined && table?.type !== 'table') return expect([...path, 'each'], each, ['table'], false);
  const columns = new Set(table?.type === 'table' ? table.columns.map(({ id }) => id) : fields.keys());
  return [
    ...key.flatMap((name, index) => {
      const known = name.startsWith('form.') ? fields.has(name.slice('form.'.length)) : columns.has(name);
      return known ? [] : [missing([...path, 'key', index], name)];
    }),
    ...(monthly === undefined
      ? []
      : [
          ...expect([...path, 'monthly', 'from'], monthly.from, ['date'], true),
          ...expect([...path, 'monthly', 'to'], monthly.to, ['date'], true),
        ]),
  ];
}
