import type { Field } from '../../../shared/forms/field.ts';
import type { Text } from '../../../shared/language/text.ts';
import { words } from './words.ts';

/** 1,000,000,000 yuan: more than the county has. */
const most = 100_000_000_000;

export const moneyField = (label: Text, hint?: Text): Field => ({
  type: 'money',
  id: 'allocated',
  label,
  ...(hint && { hint }),
  required: true,
  min: 0,
  max: most,
});

export const reasonField: Field = {
  type: 'long-text',
  id: 'reason',
  label: words.reason,
  hint: words.reasonHint,
  required: true,
  minLength: 2,
  maxLength: 500,
};
