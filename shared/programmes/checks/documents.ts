import type { FieldError } from '../../api/errors.ts';
import type { FieldOf } from '../../forms/field.ts';
import type { Programme, Slot } from '../programme.ts';
import { fault, type Path } from './fault.ts';

type Place = { readonly field: FieldOf<'document'>; readonly path: Path };

/**
 * Each document asked for when applying has exactly one place in the form; each place has its document, takes
 * as many files, and asks no more strictly: what may follow later cannot be required in the form. The same of
 * each report and its form.
 */
export function documentFaults({ form, documents, obligations }: Programme): readonly FieldError[] {
  const places = placesIn(form, ['form']);
  return [
    ...placeFaults(places, documents),
    ...places.flatMap(({ field, path }) => {
      const slot = documents.find(({ id }) => id === field.slot);
      return slot?.mayFollow && field.required !== false ? [tooStrict(path, slot.id)] : [];
    }),
    ...documents.flatMap(({ id, neededFor }, index) =>
      neededFor === 'application' && isWithoutPlace(id, places)
        ? [unused(['documents', index, 'id'], id)]
        : [],
    ),
    ...obligations.flatMap((obligation, index) => reportFaults(obligation, ['obligations', index])),
  ];
}

function reportFaults(
  { form, documents = [] }: Programme['obligations'][number],
  path: Path,
): readonly FieldError[] {
  const places = form ? placesIn(form, [...path, 'form']) : [];
  return [
    ...placeFaults(places, documents),
    ...documents.flatMap(({ id }, index) =>
      isWithoutPlace(id, places) ? [unused([...path, 'documents', index, 'id'], id)] : [],
    ),
  ];
}

const isWithoutPlace = (id: string, places: readonly Place[]): boolean =>
  places.every(({ field }) => field.slot !== id);

const placeFaults = (places: readonly Place[], slots: readonly Slot[]): readonly FieldError[] =>
  places.flatMap((place, index) => {
    const slot = slots.find(({ id }) => id === place.field.slot);
    if (slot === undefined) return [withoutDocument(place)];
    const taken = places.slice(0, index).some(({ field }) => field.slot === slot.id);
    if (taken) return [secondPlace(place)];
    return place.field.maxFiles === slot.maxFiles ? [] : [otherCount(place.path, slot.id)];
  });

const placesIn = ({ sections }: Programme['form'], path: Path): readonly Place[] =>
  sections.flatMap((section, s) =>
    section.fields.flatMap((field, f) =>
      field.type === 'document' ? [{ field, path: [...path, 'sections', s, 'fields', f] }] : [],
    ),
  );

const unused = (path: Path, id: string): FieldError =>
  fault(path, 'unused', `表单中没有上传“${id}”的位置。`, `The form has no place for the document “${id}”.`);

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

const otherCount = (path: Path, id: string): FieldError =>
  fault(
    [...path, 'maxFiles'],
    'out-of-range',
    `与材料“${id}”允许的份数不一致。`,
    `Differs from the number of files of the document “${id}”.`,
  );

const tooStrict = (path: Path, id: string): FieldError =>
  fault(
    [...path, 'required'],
    'wrong-kind',
    `材料“${id}”可以容缺，表单中不能必填。`,
    `The document “${id}” may follow later, so the form cannot require it.`,
  );
