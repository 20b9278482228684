import type { FieldError } from '../../api/errors.ts';
import { fieldsOf } from '../../forms/field.ts';
import { officeById } from '../../identity/office.ts';
import { townByCode } from '../../identity/town.ts';
import type { OfficeRef, Programme } from '../programme.ts';
import { fault, type Path } from './fault.ts';
import { isAlwaysAnswered } from './form-answers.ts';

/** Legal bases, offices and towns that the document names exist. */
export function referenceFaults(programme: Programme): readonly FieldError[] {
  return [...basisFaults(programme), ...officeFaults(programme), ...townFaults(programme)];
}

type Located<T> = readonly [path: Path, value: T];

const members = (path: Path, things: readonly { readonly basis: string }[]): readonly Located<string>[] =>
  things.map(({ basis }, index) => [[...path, index, 'basis'], basis]);

function basisFaults(programme: Programme): readonly FieldError[] {
  const known = new Set(programme.legalBases.map(({ id }) => id));
  const { parameters, rules, stages, obligations, notice } = programme;
  const cited: readonly Located<string>[] = [
    ...members(['parameters'], parameters),
    ...members(['rules'], rules),
    ...members(['stages'], stages),
    ...members(['obligations'], obligations),
    [['correction', 'basis'], programme.correction.basis],
    [['extension', 'basis'], programme.extension.basis],
    [['expedite', 'basis'], programme.expedite.basis],
    [['delivery', 'basis'], programme.delivery.basis],
    [['internalReview', 'basis'], programme.internalReview.basis],
    ...(notice ? [[['notice', 'basis'], notice.basis] as const] : []),
  ];
  return cited
    .filter(([, id]) => !known.has(id))
    .map(([path, id]) =>
      fault(path, 'unknown-reference', `没有列出依据“${id}”。`, `The legal basis “${id}” is not listed.`),
    );
}

function officeFaults(programme: Programme): readonly FieldError[] {
  const refs: readonly Located<OfficeRef>[] = [
    [['owner'], programme.owner],
    ...programme.stages.map(({ office }, index): Located<OfficeRef> => [['stages', index, 'office'], office]),
    ...(programme.notice ? [[['notice', 'office'], programme.notice.office] as const] : []),
    [['delivery', 'office'], programme.delivery.office],
    [['internalReview', 'office'], programme.internalReview.office],
  ];
  return refs.flatMap(([path, ref]) => officeRefFaults(programme, path, ref));
}

const unknownOffice = (path: Path, id: string): FieldError =>
  fault(path, 'unknown-reference', `没有单位“${id}”。`, `There is no office “${id}”.`);

function officeRefFaults(programme: Programme, path: Path, ref: OfficeRef): readonly FieldError[] {
  if (ref.kind === 'town-of-case') return [];
  if (ref.kind === 'office')
    return officeById(ref.office) ? [] : [unknownOffice([...path, 'office'], ref.office)];
  const field = fieldsOf(programme.form).find(({ id }) => id === ref.answer);
  if (field?.type !== 'choice' || !isAlwaysAnswered(programme.form, ref.answer)) {
    return [
      fault(
        [...path, 'answer'],
        'wrong-kind',
        `“${ref.answer}”须是必填且始终显示的单选项。`,
        `“${ref.answer}” must be a choice that is required and always shown.`,
      ),
    ];
  }
  const chosen = new Set(field.options.map(({ value }) => value));
  return [
    ...[...chosen]
      .filter((value) => !Object.hasOwn(ref.offices, value))
      .map((value) =>
        fault(
          [...path, 'offices'],
          'unknown-reference',
          `选项“${value}”没有对应的单位。`,
          `The option “${value}” has no office.`,
        ),
      ),
    ...Object.entries(ref.offices).flatMap(([value, id]) => [
      ...(officeById(id) ? [] : [unknownOffice([...path, 'offices', value], id)]),
      ...(chosen.has(value)
        ? []
        : [
            fault(
              [...path, 'offices', value],
              'unknown-reference',
              `没有选项“${value}”。`,
              `There is no option “${value}”.`,
            ),
          ]),
    ]),
  ];
}

const townFaults = ({ towns = [] }: Programme): readonly FieldError[] =>
  towns.flatMap((code, index) =>
    townByCode(code)
      ? []
      : [fault(['towns', index], 'unknown-reference', `没有镇“${code}”。`, `There is no town “${code}”.`)],
  );
