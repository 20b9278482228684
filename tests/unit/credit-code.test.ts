import fc from 'fast-check';
import { expect, it } from 'vitest';
import { creditCodeFault } from '../../shared/identity/credit-code.ts';

const good = ['91350100M000100Y43', '12440600MB2C07549J', '91610926MA0000007W'];

it.each(good)('%s is a credit code', (code) => {
  expect(creditCodeFault(code)).toBeUndefined();
});

it.each([
  ['111111111111111111', 'organisation-check'],
  ['362322198709086409', 'organisation-check'],
  ['91310115MA1G4L1WXK', 'organisation-check'],
  ['91610926MA0000007X', 'check'],
  ['91610926MA0000017W', 'organisation-check'],
  ['91350100m000100y43', 'form'],
  ['91350100M000100Y4', 'form'],
  ['91350100M000100Y433', 'form'],
  ['91350100I000100Y43', 'form'],
  ['', 'form'],
])('%j is not: %s', (code, fault) => {
  expect(creditCodeFault(code)).toBe(fault);
});

it('no single character can be changed unnoticed', () => {
  const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  fc.assert(
    fc.property(fc.constantFrom(...good), fc.nat(17), fc.constantFrom(...alphabet), (code, at, character) => {
      fc.pre(code[at] !== character);
      expect(creditCodeFault(code.slice(0, at) + character + code.slice(at + 1))).toBeDefined();
    }),
  );
});
