import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedOutside, compareAnswers } from '../../shared/forms/compare-answers.ts';
import { formConditions } from '../../shared/rules/form-environment.ts';
import { goodAnswers, today, trainee, trainingForm } from '../support/training-form.ts';

const paths = (...revisions: Parameters<typeof compareAnswers>) =>
  compareAnswers(...revisions).map(({ path }) => path);
const roster = [1, 2, 3, 4, 5].map(trainee);
const before = { ...goodAnswers, hours: 40, streams: ['yulu'], trainees: roster };

describe('between two revisions', () => {
  it('nothing changed when nothing changed, whatever the order of writing', () => {
    const reordered = Object.fromEntries(Object.entries(before).toReversed());
    const reversedRows = roster.map((row) => Object.fromEntries(Object.entries(row).toReversed()));
    expect(compareAnswers(before, { ...reordered, trainees: reversedRows })).toEqual([]);
  });

  it('each change has its place and both sides', () => {
    const { hours: _, ...after } = { ...before, name: '新名称', share: 50_00 };
    expect(compareAnswers(before, after)).toEqual([
      { path: '/name', before: goodAnswers.name, after: '新名称' },
      { path: '/hours', before: 40 },
      { path: '/share', after: 50_00 },
    ]);
  });

  it('a row is compared by cell', () => {
    const after = { ...before, trainees: roster.with(2, { ...trainee(3), attendance: 70_00 }) };
    expect(compareAnswers(before, after)).toEqual([
      { path: '/trainees/2/attendance', before: 95_00, after: 70_00 },
    ]);
  });

  it('a row put in or taken out is one change', () => {
    expect(compareAnswers(before, { ...before, trainees: roster.toSpliced(1, 1) })).toEqual([
      { path: '/trainees/1', before: trainee(2) },
    ]);
    expect(compareAnswers(before, { ...before, trainees: roster.toSpliced(1, 0, trainee(9)) })).toEqual([
      { path: '/trainees/1', after: trainee(9) },
    ]);
    expect(paths(before, { ...before, trainees: [...roster, trainee(6)] })).toEqual(['/trainees/5']);
  });

  it('a table that appears or goes is one change', () => {
    const { trainees: _, ...without } = before;
    expect(paths(before, without)).toEqual(['/trainees']);
    expect(paths(without, before)).toEqual(['/trainees']);
  });

  it('sensitive values are the same when their keys are, and only then', () => {
    const mobile = (key: string) => ({ mobile: { masked: '138****1234', key } });
    expect(paths(mobile('a'), mobile('a'))).toEqual([]);
    expect(paths(mobile('a'), mobile('b'))).toEqual(['/mobile']);
    expect(paths({ trainees: [mobile('a')] }, { trainees: [mobile('b')] })).toEqual(['/trainees/0/mobile']);
  });

  it('what is found one way is found the other way', () => {
    const revision = fc.dictionary(
      fc.constantFrom('name', 'hours', 'inHouse'),
      fc.oneof(fc.string(), fc.nat(), fc.boolean()),
    );
    const rows = fc.array(fc.record({ person: fc.constantFrom('a', 'b'), wage: fc.nat(2) }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(revision, revision, rows, rows, (one, other, oneRows, otherRows) => {
        const [first, second] = [
          { ...one, trainees: oneRows },
          { ...other, trainees: otherRows },
        ];
        expect(paths(first, first)).toEqual([]);
        expect(paths(first, second).toSorted()).toEqual(paths(second, first).toSorted());
        expect(paths(first, second).length === 0).toBe(isSame(first, second));
      }),
    );
  });
});

const inOrder = (answers: object) =>
  JSON.stringify(Object.entries(answers).toSorted(([one], [other]) => (one < other ? -1 : 1)));
const isSame = (one: object, other: object) => inOrder(one) === inOrder(other);

describe('in a correction', () => {
  const outside = (after: Parameters<typeof changedOutside>[2], ...open: string[]) =>
    changedOutside(trainingForm, before, after, open, formConditions(trainingForm, today));

  it('only what is open may change', () => {
    const after = { ...before, hours: 41, name: '新名称' };
    expect(outside(after, '/hours', '/name')).toEqual([]);
    expect(outside(after, '/hours')).toEqual(['/name']);
    expect(outside(after)).toEqual(['/name', '/hours']);
  });

  it('an open table, row or cell opens what lies in it and no more', () => {
    const after = { ...before, trainees: roster.with(2, { ...trainee(3), wage: 1, attendance: 0 }) };
    expect(outside(after, '/trainees')).toEqual([]);
    expect(outside(after, '/trainees/2')).toEqual([]);
    expect(outside(after, '/trainees/2/wage')).toEqual(['/trainees/2/attendance']);
    expect(outside(after, '/trainees/1')).toEqual(['/trainees/2/attendance', '/trainees/2/wage']);
    expect(outside(after, '/train')).toHaveLength(2);
  });

  it('what an open answer brings in or takes away may follow', () => {
    const { creditCode: _, ...after } = { ...before, applicantType: 'preparing' };
    expect(outside(after, '/applicantType')).toEqual([]);
    expect(outside({ ...before, streams: ['other'], otherStream: '手工编织' }, '/streams')).toEqual([]);
    expect(outside({ ...before, streams: ['other'], otherStream: '手工编织' })).toEqual(['/streams']);
  });
});
