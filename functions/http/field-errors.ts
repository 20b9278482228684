import type * as z from 'zod';
import type { FieldError } from '../../shared/api/errors.ts';
import { fill, type Text, text } from '../../shared/language/text.ts';

/** What can be wrong with a part of a request before its meaning is looked at. */
const faults = {
  required: text('此项必填。', 'This is required.'),
  'wrong-type': text('内容类型不对，应为{expected}。', 'Wrong type; expected {expected}.'),
  'unknown-field': text('没有这一项。', 'There is no such field.'),
  'too-short': text('内容太短，至少 {limit} 个字。', 'Too short; at least {limit} characters.'),
  'too-long': text('内容太长，最多 {limit} 个字。', 'Too long; at most {limit} characters.'),
  'too-few': text('至少需要 {limit} 项。', 'At least {limit} items are needed.'),
  'too-many': text('最多 {limit} 项。', 'At most {limit} items are allowed.'),
  'too-small': text('数值过小，不能小于 {limit}。', 'Too small; not below {limit}.'),
  'too-large': text('数值过大，不能大于 {limit}。', 'Too large; not above {limit}.'),
  'bad-format': text('格式不正确。', 'The format is not right.'),
  'not-a-date': text('不是有效的日期。', 'Not a date that exists.'),
  'not-a-choice': text('不是可选的内容。', 'Not one of the choices.'),
  invalid: text('内容无效。', 'Not valid.'),
} as const satisfies Record<string, Text>;
type FaultCode = keyof typeof faults;

const typeNames: Readonly<Record<string, Text>> = {
  string: text('文字', 'text'),
  number: text('数字', 'a number'),
  int: text('整数', 'a whole number'),
  boolean: text('是或否', 'true or false'),
  array: text('列表', 'a list'),
  object: text('对象', 'an object'),
  record: text('对象', 'an object'),
};

type Found = { readonly code: FaultCode; readonly limit?: string; readonly expected?: Text };
type Issue = z.core.$ZodIssue;

/** Every issue of a failed parse as field errors; `sent` tells a missing value from a wrong one. */
export const fieldErrorsOf = (issues: readonly Issue[], sent: unknown): FieldError[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => fieldError([...issue.path, key], { code: 'unknown-field' }))
      : [fieldError(issue.path, faultOf(issue, valueAt(sent, issue.path)))],
  );

function fieldError(path: readonly PropertyKey[], { code, limit = '', expected }: Found): FieldError {
  const message = faults[code];
  return {
    path: path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    code,
    message: {
      zh: fill(message, { limit, expected: expected?.zh ?? '' }).zh,
      en: fill(message, { limit, expected: expected?.en ?? '' }).en,
    },
  };
}

function faultOf(issue: Issue, value: unknown): Found {
  if (value === undefined && issue.code !== 'custom') return { code: 'required' };
  switch (issue.code) {
    case 'invalid_type':
      return {
        code: 'wrong-type',
        expected: typeNames[issue.expected] ?? text(issue.expected, issue.expected),
      };
    case 'too_small':
      return {
        code: sizeFault(issue.origin, 'too-short', 'too-few', 'too-small'),
        limit: `${issue.minimum}`,
      };
    case 'too_big':
      return {
        code: sizeFault(issue.origin, 'too-long', 'too-many', 'too-large'),
        limit: `${issue.maximum}`,
      };
    case 'invalid_format':
      return { code: ['date', 'datetime'].includes(issue.format) ? 'not-a-date' : 'bad-format' };
    case 'invalid_value':
    case 'invalid_union':
      return { code: 'not-a-choice' };
    default:
      return { code: 'invalid' };
  }
}

const sizeFault = (origin: string, ofText: FaultCode, ofList: FaultCode, ofNumber: FaultCode): FaultCode =>
  origin === 'string' ? ofText : ['array', 'set', 'object'].includes(origin) ? ofList : ofNumber;

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = root;
  for (const step of path) {
    value =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([name]) => name === String(step))?.[1]
        : undefined;
  }
  return value;
}
