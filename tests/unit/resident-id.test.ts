import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ageOn, birthDateOf, residentIdFault } from '../../shared/identity/resident-id.ts';

const good = ['11010519491231002X', '440524188001010014'];

it.each(good)('%s is a resident ID', (id) => {
  expect(residentIdFault(id)).toBeUndefined();
});

it.each([
  ['610926190002290010', 'birth-date'],
  ['110105194912310021', 'check'],
  ['990105194912310021', 'region'],
  ['110105194913310021', 'birth-date'],
  ['11010517991231002X', 'birth-date'],
  ['11010519491231002x', 'form'],
  ['110105491231002', 'form'],
  ['1101051949123100 X', 'form'],
  ['', 'form'],
])('%j is not: %s', (id, fault) => {
  expect(residentIdFault(id)).toBe(fault);
});

it('no single digit can be changed unnoticed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...good), fc.nat(16), fc.nat(9), (id, at, digit) => {
      fc.pre(id[at] !== String(digit));
      expect(residentIdFault(id.slice(0, at) + digit + id.slice(at + 1))).toBeDefined();
    }),
  );
});

it.each([
  ['2026-12-30', 76],
  ['2026-12-31', 77],
  ['1949-12-31', 0],
])('tells the age of someone born on 1949-12-31 on %s: %i', (on, age) => {
  expect(birthDateOf('11010519491231002X')).toBe('1949-12-31');
  expect(ageOn('11010519491231002X', on)).toBe(age);
});
