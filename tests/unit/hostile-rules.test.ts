import { describe, expect, test } from 'vitest';
import { checkProgramme } from '../../shared/programmes/check-programme.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { celEnvironment } from '../../shared/rules/cel.ts';

/** Rules that a careless or hostile policy officer could write: none may hold up those who are judged by them. */
const cel = celEnvironment({ s: 'string', n: 'int', xs: { list: 'int' } });

describe('is not accepted', () => {
  test.each([
    ['a regular expression that runs for ages', 's.matches("(a+)+$")', 'regular expressions'],
    ['one that is no regular expression at all', 's.matches("(")', 'regular expressions'],
    ['one made of an answer', '"x".matches(s)', 'regular expressions'],
    ['one inside a loop', 'xs.all(x, s.matches("a" + string(x)))', 'regular expressions'],
    [
      'a loop within a loop within a loop',
      'xs.all(a, xs.all(b, xs.exists(c, a + b == c)))',
      'more than 2 loops',
    ],
    [
      'loops hidden in what is looped over',
      'xs.map(a, xs.filter(b, xs.all(c, c > b)).size()).size() > 0',
      'loops',
    ],
    ['parentheses without end', `${'('.repeat(5000)}1${')'.repeat(5000)}`, ''],
    ['a list without end', `size([${'1,'.repeat(5000)}1]) > 0`, ''],
    ['a name that is not declared', 'process.exit(1)', ''],
    ['a constructor by name', 's.constructor("return 1")()', ''],
  ])('%s', (_, expression, problem) => {
    const check = cel.check(expression);
    expect(check.valid).toBe(false);
    expect(check.valid ? '' : check.problem).toContain(problem);
  });
});

test.each([
  ['a division by nothing', '1 / n'],
  ['a number too large', '9223372036854775807 + n + 1'],
  ['an element that is not there', 'xs[n + 5]'],
])('%s is a problem of that rule, not of the system', (_, expression) => {
  expect(cel.check(expression).valid).toBe(true);
  expect(cel.evaluate(expression, cel.scope({ s: '', n: 0, xs: [] }))).toMatchObject({ ok: false });
});

test('what the county’s own rules need is still there', () => {
  expect(cel.check('xs.filter(x, xs.exists(y, y == x)).size() > 0')).toEqual({ valid: true, type: 'bool' });
  expect(cel.check('s.startsWith("matches(")')).toEqual({ valid: true, type: 'bool' });
});

test('a programme with such a rule is not published', () => {
  const [rule] = startupGrant.rules;
  const hostile = {
    ...startupGrant,
    rules: [{ ...rule!, expression: 'enterpriseName.matches("(a+)+$")' }, ...startupGrant.rules.slice(1)],
  };
  const checked = checkProgramme(hostile);
  expect(JSON.stringify(checked)).toContain('regular expressions are not allowed');
});
