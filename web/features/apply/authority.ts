import type { FieldOf } from '../../../shared/forms/field.ts';
import { text } from '../../../shared/language/text.ts';
import type { DocumentSlot } from '../../../shared/programmes/programme.ts';

const title = text('代办授权书', 'Authority to file for the applicant');
const source = text('申请人签署', 'Signed by the applicant');

/** The slot the API keeps for the recorded authority of an assisted filing; no programme names it. */
export const authoritySlot: DocumentSlot = {
  id: 'authority',
  title,
  source,
  copies: 1,
  required: true,
  mayFollow: false,
  neededFor: 'application',
  accept: ['image/jpeg', 'image/png', 'application/pdf'],
  maxBytes: 10_000_000,
  maxFiles: 3,
};

export const authorityField: FieldOf<'document'> = {
  type: 'document',
  id: 'authority',
  slot: authoritySlot.id,
  label: title,
  hint: source,
  required: true,
  maxFiles: authoritySlot.maxFiles,
};
