import type { FieldError } from '../../api/errors.ts';
import type { FieldOf } from '../../forms/field.ts';
import type { DocumentSlot, Programme } from '../programme.ts';
import { fault, type Path } from './fault.ts';

type Place = { readonly field: FieldOf<'document'>; readonly path: Path };

/**
 * Each document asked for when applying has exactly one place in the form; each place has its document, takes
 * as many files, and asks no more strictly: what may follow later cannot be required in the form.
 */
export function documentFaults({ form, documents }: Programme): readonly FieldError[] {
  const places = placesIn(form);
  return [
    ...places.flatMap((place, index) => {
      const slot = documents.find(({ id }) => id === place.field.slot);
      if (slot === undefined) return [withoutDocument(place)];
      const taken = places.slice(0, index).some(({ field }) => field.slot === slot.id);
      return taken ? [secondPlace(place)] : agreementFaults(place, slot);
    }),
    ...documents.flatMap(({ id, neededFor }, index) =>
      neededFor === 'application' && !places.some(({ field }) => field.slot === id)
        ? [
            fault(
              ['documents', index, 'id'],
              'unused',
              `表单中没有上传“${id}”的位置。`,
              `The form has no place for the document “${id}”.`,
            ),
          ]
        : [],
    ),
  ];
}

const placesIn = ({ sections }: Programme['form']): readonly Place[] =>
  sections.flatMap((section, s) =>
    section.fields.flatMap((field, f) =>
      field.type === 'document' ? [{ field, path: ['form', 'sections', s, 'fields', f] }] : [],
    ),
  );

const withoutDocument = ({ field, path }: Place): FieldError =>
  fault(
    [...path, 'slot'],
    'unknown-reference',
    `没有列出材料“${field.slot}”。`,
    `The document “${field.slot}” is not listed.`,
  );

const secondPlace = ({ field, path }: Place): FieldError =>
  fault(
    [...path, 'slot'],
    'duplicate',
    `材料“${field.slot}”在表单中出现两次。`,
    `The document “${field.slot}” has two places in the form.`,
  );

const agreementFaults = ({ field, path }: Place, slot: DocumentSlot): readonly FieldError[] => [
  ...(field.maxFiles === slot.maxFiles
    ? []
    : [
        fault(
          [...path, 'maxFiles'],
          'out-of-range',
          `与材料“${slot.id}”允许的份数不一致。`,
          `Differs from the number of files of the document “${slot.id}”.`,
        ),
      ]),
  ...(slot.mayFollow && field.required !== false
    ? [
        fault(
          [...path, 'required'],
          'wrong-kind',
          `材料“${slot.id}”可以容缺，表单中不能必填。`,
          `The document “${slot.id}” may follow later, so the form cannot require it.`,
        ),
      ]
    : []),
];
