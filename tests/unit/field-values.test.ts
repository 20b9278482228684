import { describe, expect, it } from 'vitest';
import { goodAnswers, parseComplete } from '../support/training-form.ts';

/** Per field: what is accepted and how it is kept; what is refused and with which code. */
const good: readonly (readonly [field: string, given: unknown, kept: unknown])[] = [
  ['name', '  嘉鸿手套 \u0000', '嘉鸿手套'],
  ['name', '嘉鸿\n手套', '嘉鸿 手套'],
  ['notes', ' 第一行\r\n第二行 ', '第一行\n第二行'],
  ['hours', 1, 1],
  ['hours', 400, 400],
  ['wageTopUp', 0, 0],
  ['wageTopUp', 50_000, 50_000],
  ['share', 10_000, 10_000],
  ['floor', 200_000, 200_000],
  ['startsOn', '2026-11-23', '2026-11-23'],
  ['startsOn', '2024-02-29', '2024-02-29'],
  ['applicantType', 'enterprise', 'enterprise'],
  ['streams', ['skills', 'yulu', 'skills'], ['skills', 'yulu']],
  ['inHouse', false, false],
  ['creditCode', '91610926ma0000007w', '91610926MA0000007W'],
  ['creditCode', '9161 0926 MA00 0000 7W', '91610926MA0000007W'],
  ['legalRepresentativeId', '11010519491231002x', '11010519491231002X'],
  ['mobile', '13812341234', '13812341234'],
  ['mobile', '138 1234 1234', '13812341234'],
  ['account', '6222 0212 3456 7890', '6222021234567890'],
  ['legalRepresentative', '阿依古丽·买买提', '阿依古丽·买买提'],
  ['legalRepresentative', ' 张　三 ', '张三'],
  ['legalRepresentative', '阿依古丽•买买提', '阿依古丽·买买提'],
  ['legalRepresentative', "Mary  O'Neil", "Mary O'Neil"],
  ['town', '610926110', '610926110'],
  ['unit', 'changan-5-ground', 'changan-5-ground'],
  ['evidence', ['doc_1', 'doc_2'], ['doc_1', 'doc_2']],
];

const bad: readonly (readonly [field: string, given: unknown, code: string])[] = [
  ['name', 7, 'wrong-type'],
  ['name', '嘉', 'too-short'],
  ['name', '嘉'.repeat(61), 'too-long'],
  ['notes', '字'.repeat(501), 'too-long'],
  ['notes', ['a'], 'wrong-type'],
  ['hours', 0, 'too-small'],
  ['hours', 401, 'too-large'],
  ['hours', 1.5, 'wrong-type'],
  ['hours', '12', 'wrong-type'],
  ['hours', Number.NaN, 'wrong-type'],
  ['hours', 2 ** 53, 'wrong-type'],
  ['wageTopUp', -1, 'too-small'],
  ['wageTopUp', 50_001, 'too-large'],
  ['share', 10_001, 'too-large'],
  ['share', -1, 'too-small'],
  ['floor', -1, 'too-small'],
  ['startsOn', '2026-11-24', 'date-too-late'],
  ['startsOn', '2026-02-30', 'not-a-date'],
  ['startsOn', '2026-1-5', 'not-a-date'],
  ['startsOn', '0026-01-05', 'not-a-date'],
  ['startsOn', 20260105, 'wrong-type'],
  ['applicantType', 'emperor', 'not-an-option'],
  ['applicantType', ['enterprise'], 'wrong-type'],
  ['streams', ['yulu', 'skills', 'other'], 'too-many-chosen'],
  ['streams', ['cooking'], 'not-an-option'],
  ['streams', ['yulu', 1], 'wrong-type'],
  ['streams', 'yulu', 'wrong-type'],
  ['inHouse', 'yes', 'wrong-type'],
  ['inHouse', 1, 'wrong-type'],
  ['creditCode', '91310115MA1G4L1WXK', 'credit-code-check'],
  ['creditCode', '111111111111111111', 'credit-code-check'],
  ['creditCode', '9161', 'credit-code-form'],
  ['legalRepresentativeId', '610926190002290010', 'resident-id-birth-date'],
  ['legalRepresentativeId', '110105194912310021', 'resident-id-check'],
  ['legalRepresentativeId', '990105194912310021', 'resident-id-region'],
  ['legalRepresentativeId', '1101051949', 'resident-id-form'],
  ['mobile', '12812341234', 'mobile-form'],
  ['account', '12345', 'bank-account-form'],
  ['legalRepresentative', '张3', 'person-name-form'],
  ['town', '610926111', 'unknown-town'],
  ['unit', '../secret', 'unknown-premises'],
  ['evidence', ['a', 'b', 'c'], 'too-many-files'],
  ['evidence', ['../a'], 'wrong-type'],
  ['evidence', [{ id: 'a' }], 'wrong-type'],
  ['trainees', 'list', 'wrong-type'],
  ['trainees', [7], 'wrong-type'],
];

describe('an answer is accepted', () => {
  it.each(good)('%s: %j', (field, given, kept) => {
    const { answers, errors } = parseComplete({ ...goodAnswers, [field]: given });
    expect(errors).toEqual([]);
    expect(answers[field]).toEqual(kept);
  });

  it.each([
    ['notes', ''],
    ['notes', ' \n '],
    ['notes', null],
    ['hours', null],
    ['streams', []],
    ['evidence', []],
    ['trainees', []],
  ])('as none at all: %s %j', (field, nothing) => {
    const { answers, errors } = parseComplete({ ...goodAnswers, [field]: nothing });
    expect(errors).toEqual([]);
    expect(answers).not.toHaveProperty(field);
  });
});

describe('an answer is refused', () => {
  it.each(bad)('%s: %j', (field, given, code) => {
    const { errors } = parseComplete({ ...goodAnswers, otherStream: '手工编织', [field]: given });
    expect(errors.map((error) => error.code)).toEqual([code]);
    expect(errors[0]!.path).toMatch(new RegExp(`^/${field}(/0)?$`));
    expect(`${errors[0]!.message.zh}${errors[0]!.message.en}`).not.toMatch(/[{}]/);
  });

  it('an end before the start is named with the start it precedes', () => {
    const { errors } = parseComplete({ ...goodAnswers, startsOn: '2026-06-02', endsOn: '2026-06-01' });
    expect(errors).toEqual([
      {
        path: '/endsOn',
        code: 'date-too-early',
        message: { zh: '不能早于 2026年6月2日。', en: 'Must not be before 2 June 2026.' },
      },
    ]);
  });

  it('a limit is told in the unit of the field', () => {
    const { errors } = parseComplete({ ...goodAnswers, wageTopUp: 50_001, share: 10_001 });
    expect(errors.map((error) => error.message.zh)).toEqual(['不能大于 500.00 元。', '不能大于 100%。']);
  });
});
