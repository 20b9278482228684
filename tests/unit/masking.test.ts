import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBankAccount, isMobile } from '../../shared/identity/contact-and-bank.ts';
import { mask } from '../../shared/identity/masking.ts';
import { isPersonName } from '../../shared/identity/person-name.ts';

it.each([
  ['resident-id', '610926199001010012', '610926********0012'],
  ['resident-id', '11010519491231002X', '110105********002X'],
  ['mobile', '13812341234', '138****1234'],
  ['bank-account', '6222021234567897890', '****7890'],
  ['person-name', '张三', '张*'],
  ['person-name', '张三丰', '张**'],
  ['person-name', '欧阳娜娜', '欧阳**'],
  ['person-name', '欧阳锋', '欧阳*'],
  ['person-name', '欧阳', '欧*'],
  ['person-name', '𠮷野家', '𠮷**'],
  ['person-name', '阿依古丽·买买提', '阿**'],
  ['person-name', 'Wang Wu', 'W**'],
] as const)('a %s %s is shown as %s', (kind, value, shown) => {
  expect(mask(kind, value)).toBe(shown);
});

it('shows nothing of a value that does not look as it should', () => {
  expect(mask('resident-id', '1101051949')).toBe('****');
  expect(mask('mobile', '138')).toBe('****');
  expect(mask('bank-account', '7890')).toBe('****');
  expect(mask('person-name', '张')).toBe('****');
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

describe('what is hidden stays hidden', () => {
  it('of a resident ID, the date of birth', () => {
    fc.assert(
      fc.property(digits(18), (id) => {
        expect(mask('resident-id', id)).not.toContain(id.slice(6, 14));
        expect(mask('resident-id', id)).toMatch(/^\d{6}\*{8}\d{4}$/);
      }),
    );
  });

  it('of a mobile number, the four in the middle', () => {
    fc.assert(
      fc.property(digits(11), (mobile) => {
        expect(mask('mobile', mobile)).toMatch(/^\d{3}\*{4}\d{4}$/);
      }),
    );
  });

  it('of an account, all but the last four and its length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 19 }).chain(digits), (account) => {
        expect(mask('bank-account', account)).toBe(`****${account.slice(-4)}`);
      }),
    );
  });

  it('of a name, the given name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[王李张刘陈][一-龥]{1,3}$/), (name) => {
        expect(mask('person-name', name)).not.toContain(name.slice(1));
        expect(mask('person-name', name).startsWith(name.slice(0, 1))).toBe(true);
      }),
    );
  });
});

it.each([
  ['13812341234', true],
  ['19999999999', true],
  ['12812341234', false],
  ['1381234123', false],
  ['138123412345', false],
  ['+8613812341234', false],
])('%s is a mobile number: %s', (value, expected) => {
  expect(isMobile(value)).toBe(expected);
});

it.each([
  ['6222021234567897890', true],
  ['270501040123', true],
  ['27050104012', false],
  ['62220212345678978901', false],
  ['6222 0212 3456 7890', false],
])('%s is a bank account: %s', (value, expected) => {
  expect(isBankAccount(value)).toBe(expected);
});

it.each([
  ['张三', true],
  ['欧阳娜娜', true],
  ['阿依古丽·买买提', true],
  ['𠮷野家', true],
  ["Mary O'Neil", true],
  ['张', false],
  ['张3', false],
  ['张·', false],
  ['·张三', false],
  ['<b>张三</b>', false],
  ['', false],
])('%j is a name: %s', (value, expected) => {
  expect(isPersonName(value)).toBe(expected);
});
