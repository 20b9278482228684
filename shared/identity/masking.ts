import { compoundSurnames } from './person-name.ts';

/**
 * How personal data is shown to those who need not see it whole. Names of enterprises are public and are
 * not masked. Each takes a valid value; of anything else nothing is shown.
 */
export type MaskableKind = 'resident-id' | 'mobile' | 'bank-account' | 'person-name';

/** 610926********0012 */
const maskResidentId = (id: string): string => `${id.slice(0, 6)}********${id.slice(14)}`;

/** 138****1234 */
const maskMobile = (mobile: string): string => `${mobile.slice(0, 3)}****${mobile.slice(7)}`;

/** ****7890, without telling how long the number is. */
const maskBankAccount = (account: string): string => `****${account.slice(-4)}`;

/** 张*, 张**, 欧阳**: the surname stays; never more than two stars, so that a rare length tells nothing. */
function maskPersonName(name: string): string {
  const characters = [...name];
  const compound = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join(''));
  const shown = compound ? 2 : 1;
  return characters.slice(0, shown).join('') + '*'.repeat(Math.min(2, characters.length - shown));
}

const masks: Readonly<Record<MaskableKind, readonly [shape: RegExp, mask: (value: string) => string]>> = {
  'resident-id': [/^.{18}$/u, maskResidentId],
  mobile: [/^.{11}$/u, maskMobile],
  'bank-account': [/^.{12,19}$/u, maskBankAccount],
  'person-name': [/^.{2,}$/u, maskPersonName],
};

export function mask(kind: MaskableKind, value: string): string {
  const [shape, hide] = masks[kind];
  return shape.test(value) ? hide(value) : '****';
}
