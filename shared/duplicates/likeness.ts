import { isProtectedValue, type ProtectedAnswers } from '../forms/answers.ts';
import { fieldsOf } from '../forms/field.ts';
import type { Programme } from '../programmes/programme.ts';

/** By what the same applicant shows under another name. */
export const likenessKinds = ['credit-code', 'resident-id', 'mobile', 'bank-account', 'address'] as const;
export type LikenessKind = (typeof likenessKinds)[number];

/** One thing by which an application can be recognised: equal hashes, equal values. */
export type Likeness = { readonly kind: LikenessKind; readonly hash: string };

const personal: ReadonlySet<string> = new Set(['resident-id', 'mobile', 'bank-account']);
const isPersonalKind = (type: string): type is 'resident-id' | 'mobile' | 'bank-account' =>
  personal.has(type);

/** Spaces, letter case and full-width forms do not make another address. */
const evened = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

/**
 * What an application can be recognised by: the codes, numbers and accounts of its form, and where its site
 * lies. People on rosters are not meant: they are paid once by other means. `hash` must be keyed.
 */
export function likenessesOf(
  { form, keys }: Programme,
  answers: ProtectedAnswers,
  hash: (kind: LikenessKind, value: string) => string,
): readonly Likeness[] {
  const found = fieldsOf(form).flatMap(({ id, type }): readonly Likeness[] => {
    const value = answers[id];
    if (type === 'credit-code' && typeof value === 'string') {
      return [{ kind: 'credit-code', hash: hash('credit-code', value) }];
    }
    return isPersonalKind(type) && isProtectedValue(value) ? [{ kind: type, hash: value.key }] : [];
  });
  const [town, site] = [answers[keys.town], answers[keys.site]];
  const address: readonly Likeness[] =
    typeof town === 'string' && typeof site === 'string'
      ? [{ kind: 'address', hash: hash('address', `${town} ${evened(site)}`) }]
      : [];
  return [...new Map([...found, ...address].map((one) => [`${one.kind} ${one.hash}`, one])).values()];
}
