import type { FieldError } from '../../api/errors.ts';
import type { Programme } from '../programme.ts';
import { fault, type Path } from './fault.ts';

/**
 * Each document asked for when applying has exactly one place in the form; each place has its document, takes
 * as many files, and asks no more strictly: what may follow later cannot be required in the form.
 */
export function documentFaults({ form, documents }: Programme): readonly FieldError[] {
  const slots = new Map(documents.map((slot) => [slot.id, slot]));
  const places = form.sections.flatMap((section, s) =>
    section.fields.flatMap((field, f) =>
      field.type === 'document' ? [{ field, path: ['form', 'sections', s, 'fields', f] as Path }] : [],
    ),
  );
  const placed = new Set<string>();
  const faults: FieldError[] = [];
  for (const { field, path } of places) {
    const slot = slots.get(field.slot);
    if (slot === undefined) {
      faults.push(
        fault(
          [...path, 'slot'],
          'unknown-reference',
          `没有列出材料“${field.slot}”。`,
          `The document “${field.slot}” is not listed.`,
        ),
      );
    } else if (placed.has(slot.id)) {
      faults.push(
        fault(
          [...path, 'slot'],
          'duplicate',
          `材料“${slot.id}”在表单中出现两次。`,
          `The document “${slot.id}” has two places in the form.`,
        ),
      );
    } else {
      if (field.maxFiles !== slot.maxFiles)
        faults.push(
          fault(
            [...path, 'maxFiles'],
            'out-of-range',
            `与材料“${slot.id}”允许的份数不一致。`,
            `Differs from the number of files of the document “${slot.id}”.`,
          ),
        );
      if (slot.mayFollow && field.required !== false)
        faults.push(
          fault(
            [...path, 'required'],
            'wrong-kind',
            `材料“${slot.id}”可以容缺,表单中不能必填。`,
            `The document “${slot.id}” may follow later, so the form cannot require it.`,
          ),
        );
    }
    placed.add(field.slot);
  }
  documents.forEach((slot, index) => {
    if (slot.neededFor === 'application' && !placed.has(slot.id))
      faults.push(
        fault(
          ['documents', index, 'id'],
          'unused',
          `表单中没有上传“${slot.id}”的位置。`,
          `The form has no place for the document “${slot.id}”.`,
        ),
      );
  });
  return faults;
}
