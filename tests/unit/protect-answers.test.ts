import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProtectedAnswersSchema } from '../../shared/forms/answers.ts';
import { protectAnswers, restoreAnswers } from '../../shared/forms/protect-answers.ts';
import { goodAnswers, residentId, today, trainee, trainingForm } from '../support/training-form.ts';

/** Stands for a keyed HMAC: equal for equal values, and shows nothing of them. */
const keyOf = (type: string, value: string) =>
  `${type}-${[...value].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003, 7)}`;
const protect = (answers: Parameters<typeof protectAnswers>[1]) =>
  protectAnswers(trainingForm, answers, { keyOf, today });

const answers = {
  ...goodAnswers,
  account: '6222021234567890',
  streams: ['yulu'],
  trainees: [trainee(1), trainee(2)],
};

describe('protected answers', () => {
  it('show sensitive values masked, with a key and the age, and leave the rest as it is', () => {
    expect(protect(answers).answers).toMatchObject({
      name: goodAnswers.name,
      creditCode: goodAnswers.creditCode,
      streams: ['yulu'],
      legalRepresentative: { masked: '欧阳**' },
      legalRepresentativeId: { masked: '110105********002X', age: 76 },
      mobile: { masked: '138****1234' },
      account: { masked: '****7890' },
      trainees: [
        { person: { masked: '张*' }, residentId: { age: 36 }, attendance: 95_00, certificate: 'PL-1' },
        { residentId: { age: 36 }, poorHousehold: true },
      ],
    });
  });

  it('keep the plain texts apart, by pointer', () => {
    const { secrets } = protect(answers);
    expect(Object.keys(secrets)).toEqual([
      '/legalRepresentative',
      '/legalRepresentativeId',
      '/mobile',
      '/account',
      '/trainees/0/person',
      '/trainees/0/residentId',
      '/trainees/0/mobile',
      '/trainees/1/person',
      '/trainees/1/residentId',
      '/trainees/1/mobile',
    ]);
    expect(secrets['/trainees/1/residentId']).toBe(residentId('19900101', 2));
  });

  it('give equal values equal keys', () => {
    const [first, second] = [trainee(1), { ...trainee(1), person: '李四' }];
    expect(protect({ trainees: [first, second] }).answers.trainees).toMatchObject([
      {
        residentId: { key: keyOf('resident-id', first.residentId) },
        person: { key: keyOf('person-name', '张三') },
      },
      {
        residentId: { key: keyOf('resident-id', first.residentId) },
        person: { key: keyOf('person-name', '李四') },
      },
    ]);
  });

  it('show nothing of a draft’s unfinished number, and no age', () => {
    expect(protect({ legalRepresentativeId: '1101051949' }).answers).toEqual({
      legalRepresentativeId: { masked: '****', key: keyOf('resident-id', '1101051949') },
    });
  });

  it('can be stored and read again', () => {
    const stored = JSON.parse(JSON.stringify(protect(answers).answers));
    expect(ProtectedAnswersSchema.parse(stored)).toEqual(protect(answers).answers);
  });
});

describe('restoring', () => {
  const protectedAnswers = protect(answers);

  it('puts back only what is allowed', () => {
    const seen = restoreAnswers(protectedAnswers.answers, protectedAnswers.secrets, (pointer) =>
      ['/mobile', '/trainees/1/residentId'].includes(pointer),
    );
    expect(seen).toMatchObject({
      mobile: goodAnswers.mobile,
      legalRepresentativeId: { masked: '110105********002X' },
      trainees: [{ residentId: { masked: expect.any(String) } }, { residentId: residentId('19900101', 2) }],
    });
  });

  it('leaves protected what has no secret', () => {
    expect(restoreAnswers(protectedAnswers.answers, {}, () => true)).toEqual(protectedAnswers.answers);
  });

  const id = fc.integer({ min: 1, max: 999 }).map((number) => residentId('19851231', number));
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const given = fc.record(
    {
      name: fc.string({ minLength: 2 }),
      legalRepresentative: fc.stringMatching(/^[王李张刘陈][一-龥]{1,2}$/),
      legalRepresentativeId: id,
      mobile: digits(11),
      account: fc.integer({ min: 12, max: 19 }).chain(digits),
      streams: fc.subarray(['yulu', 'skills', 'other'], { minLength: 1 }),
      trainees: fc.array(fc.record({ residentId: id, mobile: digits(11), attendance: fc.nat(10_000) }), {
        minLength: 1,
        maxLength: 8,
      }),
    },
    { requiredKeys: [] },
  );

  it('undoes protecting, when everything is allowed', () => {
    fc.assert(
      fc.property(given, (plain) => {
        const { answers: masked, secrets } = protect(plain);
        expect(restoreAnswers(masked, secrets, () => true)).toEqual(plain);
      }),
    );
  });

  it('is the only way to a hidden part: no protected answer contains one', () => {
    fc.assert(
      fc.property(given, (plain) => {
        const shown = JSON.stringify(protect(plain).answers, (field, value: unknown) =>
          field === 'key' || field === 'name' || field === 'attendance' ? undefined : value,
        );
        const hidden = [
          plain.legalRepresentativeId?.slice(6, 14),
          plain.account?.slice(0, -4),
          plain.legalRepresentative?.slice(1),
          ...(plain.trainees ?? []).map((row) => row.residentId.slice(6, 14)),
        ].filter((part) => part !== undefined);
        for (const part of hidden) expect(shown).not.toContain(part);
        for (const mobile of [plain.mobile, ...(plain.trainees ?? []).map((row) => row.mobile)]) {
          if (mobile !== undefined) expect(shown).not.toContain(mobile.slice(0, 7));
        }
      }),
    );
  });
});
