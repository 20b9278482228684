import { describe, expect, it } from 'vitest';
import { celEnvironment } from '../../shared/rules/cel.ts';

const worker = { record: 'Worker', fields: { name: 'string', wage: 'int', poor: 'bool' } } as const;
const cel = celEnvironment({
  requested: 'int',
  cap: 'int',
  town: 'string',
  bases: { list: 'string' },
  roster: { list: worker },
  taken: { map: 'int' },
  opened: 'string',
});
const scope = cel.scope({
  requested: 12_000_000,
  cap: 10_000_000,
  town: '610926100',
  bases: ['measures', 'agreement'],
  roster: [
    { name: '张*', wage: 180_000, poor: true },
    { name: '李*', wage: 250_000, poor: false },
  ],
  taken: { invoice: 2 },
  opened: '2026-05-31',
});

describe('an expression', () => {
  it.each([
    ['least([requested, cap])', 10_000_000],
    ['greatest([0, cap - requested])', 0],
    ['least([])', 0],
    ['sum(roster.filter(w, w.poor).map(w, w.wage))', 180_000],
    ['sum([])', 0],
    ['size(roster)', 2],
    ['roster.map(w, w.name)', ['张*', '李*']],
    ['distinct(["a", "b", "a"])', ['a', 'b']],
    ['"agreement" in bases && town == "610926100"', true],
    ['taken["invoice"]', 2],
    ['monthsBetween(opened, "2026-11-30")', 6],
    ['monthsBetween(opened, "2026-11-29")', 5],
    ['monthsBetween("2026-11-30", opened)', -6],
    ['monthsBetween("", opened)', 0],
    ['yearsBetween("2000-02-29", "2026-02-28")', 25],
    ['daysBetween(opened, "2026-06-01")', 1],
    ['addMonths(opened, 1)', '2026-06-30'],
    ['addMonths("", 1)', ''],
  ])('%s gives %j', (expression, value) => {
    expect(cel.check(expression).valid).toBe(true);
    expect(cel.evaluate(expression, scope)).toEqual({ ok: true, value });
  });

  it.each([
    ['unknownThing > 1', 'Unknown variable: unknownThing'],
    ['roster[0].salary', 'No such key: salary'],
    ['town > 3', 'no such overload: string > int'],
    ['requested +', 'Unexpected token: EOF'],
  ])('%s is refused without being run', (expression, problem) => {
    expect(cel.check(expression)).toEqual({ valid: false, problem });
    expect(cel.evaluate(expression, scope).ok).toBe(false);
  });

  it.each([
    ['requested / 0', 'division by zero'],
    ['roster[7].wage', 'No such key: index out of bounds, index 7 >= size 2'],
    ['9007199254740993 + 0', 'the integer 9007199254740993 is too large'],
    ['roster[0]', 'the result is neither an integer, a text, yes/no nor a list of them'],
  ])('%s fails as a value, not as an exception', (expression, problem) => {
    expect(cel.evaluate(expression, scope)).toEqual({ ok: false, problem });
  });
});

describe('a variable', () => {
  it('that has no value is its type’s zero', () => {
    const empty = cel.scope({});
    expect(
      cel.evaluate('requested == 0 && town == "" && size(bases) == 0 && size(roster) == 0', empty),
    ).toEqual({
      ok: true,
      value: true,
    });
  });

  it('can be set anew', () => {
    const own = cel.scope({ cap: 7 });
    cel.set(own, 'cap', 5);
    expect(cel.evaluate('cap', own)).toEqual({ ok: true, value: 5 });
    expect(() => cel.set(own, 'colour', 'red')).toThrow('not declared');
  });

  it('is there when its name stands in an expression, and otherwise not', () => {
    const expression = 'size(roster.filter(row, row.wage > cap)) == 0';
    const mentioned = cel.mentioned(expression);
    expect([...mentioned]).toEqual(['cap', 'roster']);
    expect(cel.evaluate(expression, cel.scope({ cap: 7 }, mentioned))).toEqual({ ok: true, value: true });
    expect(cel.evaluate('requested == 0', cel.scope({}, mentioned))).toMatchObject({ ok: false });
  });

  it.each([
    { requested: 1.5 },
    { requested: '1' },
    { requested: 2 ** 53 },
    { town: 7 },
    { bases: 'measures' },
    { roster: [7] },
    { roster: [{ wage: '1' }] },
  ])('cannot hold what its type excludes: %j', (values) => {
    expect(() => cel.scope(values)).toThrow('cannot hold');
  });

  it('reads nothing that every object has', () => {
    const odd = celEnvironment({ constructor: 'string' as const });
    expect(odd.evaluate('constructor', odd.scope({}))).toEqual({ ok: true, value: '' });
  });
});
