import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentErrors, parseAnswers } from '../../shared/forms/parse-answers.ts';
import { formConditions } from '../../shared/rules/form-environment.ts';
import {
  goodAnswers,
  parseComplete,
  parseDraft,
  today,
  trainee,
  trainingForm,
} from '../support/training-form.ts';

const problems = (parsed: ReturnType<typeof parseComplete>) =>
  parsed.errors.map(({ path, code }) => `${path} ${code}`);

describe('complete answers', () => {
  it('are kept as given when all is right', () => {
    const given = { ...goodAnswers, trainees: [trainee(1), trainee(2)] };
    expect(parseComplete(given)).toMatchObject({ answers: given, errors: [] });
  });

  it('name every required field that is missing, hidden ones aside', () => {
    expect(problems(parseComplete({ applicantType: 'preparing', streams: ['other'] }))).toEqual([
      '/name required',
      '/legalRepresentative required',
      '/legalRepresentativeId required',
      '/mobile required',
      '/town required',
      '/otherStream required',
    ]);
  });

  it('require a field when its condition holds', () => {
    const { creditCode: _, ...without } = goodAnswers;
    expect(problems(parseComplete(without))).toEqual(['/creditCode required']);
    expect(problems(parseComplete({ ...without, applicantType: 'preparing' }))).toEqual([]);
  });

  it('hold no field the form does not have', () => {
    expect(problems(parseComplete({ ...goodAnswers, colour: 'red', 'a/b~c': 1 }))).toEqual([
      '/colour unknown-field',
      '/a~1b~0c unknown-field',
    ]);
    expect(problems(parseComplete(JSON.parse('{"__proto__": 1, "constructor": 2}')))).toEqual(
      expect.arrayContaining(['/__proto__ unknown-field', '/constructor unknown-field']),
    );
  });

  it.each([null, 7, 'text', [], [goodAnswers], undefined])('are an object, not %j', (raw) => {
    expect(parseComplete(raw)).toMatchObject({ answers: {}, errors: [{ path: '', code: 'not-an-object' }] });
  });
});

describe('a hidden field', () => {
  it('loses its answer without an error, even a wrong one', () => {
    const { answers, errors } = parseComplete({
      ...goodAnswers,
      applicantType: 'preparing',
      creditCode: 'wrong',
    });
    expect(errors).toEqual([]);
    expect(answers).not.toHaveProperty('creditCode');
  });

  it('hides what hangs on it', () => {
    const form = {
      sections: [
        {
          id: 'chain',
          title: { zh: '一', en: 'One' },
          fields: [
            { id: 'first', type: 'yes-no' as const, label: { zh: '一', en: 'One' }, required: false },
            {
              id: 'second',
              type: 'yes-no' as const,
              label: { zh: '二', en: 'Two' },
              required: false,
              visibleWhen: 'first',
            },
            {
              id: 'third',
              type: 'yes-no' as const,
              label: { zh: '三', en: 'Three' },
              required: false,
              visibleWhen: 'second',
            },
          ],
        },
      ],
    };
    const parsed = parseAnswers(
      form,
      { first: false, second: true, third: true },
      { today, complete: true, evaluateCondition: formConditions(form, today) },
    );
    expect(parsed).toMatchObject({ answers: { first: false }, errors: [] });
  });
});

describe('a draft', () => {
  it('may be unfinished and wrong', () => {
    const raw = {
      legalRepresentativeId: '1101',
      mobile: '138',
      startsOn: '2026-02-30',
      trainees: [{ person: '张' }],
    };
    expect(parseDraft(raw)).toMatchObject({ answers: raw, errors: [] });
  });

  it('is still an answer to this form', () => {
    expect(
      problems(
        parseDraft({
          name: 7,
          colour: 'red',
          notes: '字'.repeat(501),
          trainees: [{ person: 1, shoe: 43 }, 'text'],
          streams: 'yulu',
        }),
      ),
    ).toEqual([
      '/colour unknown-field',
      '/name wrong-type',
      '/streams wrong-type',
      '/notes too-long',
      '/trainees/0/shoe unknown-field',
      '/trainees/0/person wrong-type',
      '/trainees/1 wrong-type',
    ]);
  });
});

describe('a roster of 500 rows', () => {
  const roster = Array.from({ length: 500 }, (_, index) => trainee(index));
  const withRoster = (trainees: readonly object[]) => parseComplete({ ...goodAnswers, trainees });

  it('passes when every row is right', () => {
    expect(problems(withRoster(roster))).toEqual([]);
  });

  it('has every bad cell named, and every row that repeats another', () => {
    const spoilt = roster.map((row, index) => {
      if (index === 3) return { ...row, residentId: '610926190002290010' };
      if (index === 77) return { ...row, person: undefined, attendance: 10_001 };
      if (index === 200) return { ...row, contractDate: '2026-11-24', result: 'splendid' };
      if (index === 250) return 'not a row';
      if (index === 498) return { ...row, residentId: roster[0]!.residentId };
      if (index === 499) return { ...row, residentId: roster[0]!.residentId, wage: '1800' };
      return row;
    });
    expect(problems(parseComplete({ ...goodAnswers, trainees: spoilt }))).toEqual([
      '/trainees/250 wrong-type',
      '/trainees/499/wage wrong-type',
      '/trainees/3/residentId resident-id-birth-date',
      '/trainees/77/person required',
      '/trainees/77/attendance too-large',
      '/trainees/200/contractDate date-too-late',
      '/trainees/200/result not-an-option',
      '/trainees/498/residentId duplicate-row',
      '/trainees/499/residentId duplicate-row',
    ]);
  });

  it('tells which row is repeated', () => {
    const { errors } = withRoster([trainee(1), trainee(2), trainee(1)]);
    expect(errors.map((error) => error.message.zh)).toEqual(['与第 1 行重复。']);
  });

  it('may not have one row more', () => {
    expect(problems(withRoster([...roster, trainee(500)]))).toEqual(['/trainees too-many-rows']);
  });

  it('binds dates of a row to dates of the form', () => {
    const { errors } = parseComplete({ ...goodAnswers, startsOn: '2026-06-02', trainees: [trainee(1)] });
    expect(errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '/trainees/0/contractDate date-too-early',
    ]);
  });
});

describe('whatever is sent', () => {
  const ids = trainingForm.sections.flatMap((section) => section.fields.map((field) => field.id));
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom(...ids), fc.jsonValue()),
    fc.record({
      trainees: fc.array(fc.dictionary(fc.constantFrom('person', 'residentId', 'wage'), fc.jsonValue())),
    }),
  );

  it('parsing never throws and every error has a place and a message', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (raw, complete) => {
        for (const error of (complete ? parseComplete : parseDraft)(raw).errors) {
          expect(error.path === '' || error.path.startsWith('/')).toBe(true);
          expect(error.message.zh).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('what was parsed and written as JSON parses to the same', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const { answers } = parseDraft(raw);
        const again = parseDraft(JSON.parse(JSON.stringify(answers)));
        expect(again).toMatchObject({ answers, errors: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('what a draft still lacks is what handing it in would be refused for', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const parsed = parseDraft(raw);
        expect(contentErrors(parsed, today)).toEqual(parseComplete(parsed.answers).errors);
      }),
      { numRuns: 300 },
    );
  });

  it('texts settle at once', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('name', 'legalRepresentative', 'notes', 'creditCode', 'mobile', 'town', 'unit'),
        (value, id) => {
          const { answers } = parseDraft({ [id]: value });
          expect(parseDraft(answers).answers).toEqual(answers);
        },
      ),
      { numRuns: 500 },
    );
  });
});
