import type { FieldError } from '../../shared/api/errors.ts';
import type { Answers } from '../../shared/forms/answers.ts';
import { type Form, fieldsOf } from '../../shared/forms/field.ts';
import type { EvaluateCondition } from '../../shared/forms/visibility.ts';
import { fill, text } from '../../shared/language/text.ts';
import type { DocumentSlot, Programme } from '../../shared/programmes/programme.ts';
import type { ReceivedDocument } from '../persistence/document.ts';

/** The slot of a recorded authority 授权书, which no programme names: officers who file for someone need it. */
export const authoritySlot = 'authority';

const missing = text('请上传“{title}”。', 'Please upload “{title}”.');
const notThere = text('所选材料不在本申请中。', 'This document is not part of the application.');

const isFilled = ({ id }: DocumentSlot, documents: readonly ReceivedDocument[]): boolean =>
  documents.some(({ slot, state }) => slot === id && state !== 'refused');

const isRequired = (
  { required }: DocumentSlot,
  answers: Answers,
  evaluateCondition: EvaluateCondition,
): boolean => (typeof required === 'boolean' ? required : evaluateCondition(required, answers));

const isNeededNow = ({ neededFor, mayFollow }: DocumentSlot): boolean =>
  neededFor === 'application' && !mayFollow;

/** Slots of required documents that may come later and are not here yet. */
export const owedSlots = (
  programme: Programme,
  answers: Answers,
  documents: readonly ReceivedDocument[],
  evaluateCondition: EvaluateCondition,
): readonly string[] =>
  programme.documents
    .filter((slot) => !isNeededNow(slot) && isRequired(slot, answers, evaluateCondition))
    .filter((slot) => !isFilled(slot, documents))
    .map(({ id }) => id);

/**
 * What is wrong with the documents of an application about to be handed in: slots that must be filled now
 * and are not, and answers that name a document which is not there. A slot with a field in the form is seen
 * to with the other fields. Paths: `/documents/<slot>`, `/<field>/<n>`.
 */
export function documentErrors(
  programme: Programme,
  answers: Answers,
  documents: readonly ReceivedDocument[],
  evaluateCondition: EvaluateCondition,
): readonly FieldError[] {
  const asFields = new Set(
    fieldsOf(programme.form).flatMap((field) => (field.type === 'document' ? [field.slot] : [])),
  );
  const slots = programme.documents
    .filter((slot) => isNeededNow(slot) && !asFields.has(slot.id) && !isFilled(slot, documents))
    .filter((slot) => isRequired(slot, answers, evaluateCondition))
    .map(({ id, title }) => ({
      path: `/documents/${id}`,
      code: 'document-required',
      message: { zh: fill(missing, { title: title.zh }).zh, en: fill(missing, { title: title.en }).en },
    }));
  return [...slots, ...unknownDocuments(programme.form, answers, documents)];
}

/** Answers that name a document which is not there. */
export const unknownDocuments = (
  form: Form,
  answers: Answers,
  documents: readonly ReceivedDocument[],
): readonly FieldError[] =>
  fieldsOf(form).flatMap((field) => {
    const ids = field.type === 'document' ? answers[field.id] : undefined;
    if (!Array.isArray(ids) || field.type !== 'document') return [];
    return ids.flatMap((id, index) =>
      documents.some(
        (document) => document.id === id && document.slot === field.slot && document.state !== 'refused',
      )
        ? []
        : [{ path: `/${field.id}/${index}`, code: 'unknown-document', message: notThere }],
    );
  });
