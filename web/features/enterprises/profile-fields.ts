import type { Field } from '../../../shared/forms/field.ts';
import { words } from './words.ts';

const name: Field = {
  type: 'text',
  id: 'name',
  label: words.name,
  hint: words.nameHint,
  required: true,
  minLength: 2,
  maxLength: 80,
};

const town: Field = { type: 'town', id: 'town', label: words.town, hint: words.townHint, required: true };

export const profileFields: readonly Field[] = [name, town];

export const enterFields: readonly Field[] = [
  name,
  {
    type: 'credit-code',
    id: 'creditCode',
    label: words.creditCode,
    hint: words.creditCodeHint,
    required: true,
  },
  town,
];

export const branchFields: readonly Field[] = [
  { type: 'text', id: 'name', label: words.branchName, required: true, minLength: 2, maxLength: 80 },
  { type: 'town', id: 'town', label: words.branchTown, required: true },
  {
    type: 'text',
    id: 'address',
    label: words.address,
    hint: words.addressHint,
    required: true,
    minLength: 2,
    // As long as an application takes it.
    maxLength: 60,
  },
  {
    type: 'credit-code',
    id: 'creditCode',
    label: words.branchCode,
    hint: words.branchCodeHint,
    required: false,
  },
];

export const findingsField: Field = {
  type: 'long-text',
  id: 'findings',
  label: words.findings,
  hint: words.findingsHint,
  required: true,
  minLength: 2,
  maxLength: 500,
};
