import type { Field } from '../../../forms/field.ts';
import { text } from '../../../language/text.ts';
import type { DocumentSlot, Slot } from '../../programme.ts';

const megabyte = 1_000_000;

/** What a phone's camera or a scanner gives. */
const pictures: Pick<DocumentSlot, 'accept' | 'maxBytes'> = {
  accept: ['image/jpeg', 'image/png', 'application/pdf'],
  maxBytes: 10 * megabyte,
};

/** A document handed in with the application as photos or PDF; change what differs. */
export const document = (
  slot: Pick<DocumentSlot, 'id' | 'title' | 'source'> & Partial<DocumentSlot>,
): DocumentSlot => ({
  copies: 1,
  required: true,
  mayFollow: false,
  neededFor: 'application',
  maxFiles: 5,
  ...pictures,
  ...slot,
});

/** A document handed in with a report after approval. */
export const reportDocument = (slot: Pick<Slot, 'id' | 'title' | 'source'> & Partial<Slot>): Slot => ({
  maxFiles: 5,
  ...pictures,
  ...slot,
});

/** Pay slips of the months reported on: what the town compares with the figures. */
export const wageProof = reportDocument({
  id: 'wageProof',
  title: text('工资发放表或银行代发明细', 'Payroll sheets or the bank’s list of wages paid'),
  source: text('企业自备，最近三个月', 'Kept by the enterprise; the last three months'),
  accept: [...pictures.accept, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
});

/** Once registered there is a licence; those still preparing commit themselves instead. */
export const licence = document({
  id: 'licence',
  title: text('营业执照', 'Business licence'),
  source: text('市场监督管理部门核发', 'Issued by the market regulator'),
  required: 'applicantType != "preparing"',
  maxFiles: 2,
});

export const identityCard = document({
  id: 'identityCard',
  title: text('法定代表人身份证（正反面）', 'Resident ID card of the legal representative (both sides)'),
  source: text('申请人自备', 'Held by the applicant'),
  maxFiles: 2,
});

export const bankProof = document({
  id: 'bankProof',
  title: text('开户许可证或银行账户信息', 'Bank account certificate'),
  source: text('开户银行出具，户名须与经营主体一致', 'From the bank; the payee must be the entity itself'),
  maxFiles: 2,
  mayFollow: true,
});

/** The form itself, signed and stamped, is scanned when the money is handed over. */
export const signedForm = document({
  id: 'signedForm',
  title: text('签字盖章的申请表', 'Application form, signed and stamped'),
  source: text('提交后在本系统打印', 'Printed from this system after submitting'),
  neededFor: 'delivery',
});

/** Where a report takes a document, and when it must. */
export const reportDocumentField = (slot: Slot, asked: Pick<Field, 'required' | 'visibleWhen'>): Field => ({
  type: 'document',
  id: slot.id,
  slot: slot.id,
  label: slot.title,
  hint: slot.source,
  maxFiles: slot.maxFiles,
  ...asked,
});

/**
 * Where the applicant hands a slot's document in. One that may follow is never required up front; one that only some
 * need is asked of those only: offered to the others, it reads as if they lacked something.
 */
export const documentField = (slot: DocumentSlot): Field => ({
  type: 'document',
  id: slot.id,
  slot: slot.id,
  label: slot.title,
  hint: slot.source,
  required: !slot.mayFollow && slot.required !== false,
  maxFiles: slot.maxFiles,
  ...(typeof slot.required === 'string' && { visibleWhen: slot.required }),
});
