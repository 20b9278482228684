import type { FieldError } from '../api/errors.ts';
import { fill, type Text, text } from '../language/text.ts';
import type { Field } from './field.ts';

/** Everything that can be wrong with an answer. `{slot}`s are filled with limits, never with what was typed. */
const fieldErrorCatalogue = {
  // what was sent is not an answer to this form at all: refused even in a draft
  'not-an-object': text('提交的内容格式不正确。', 'What was sent is not a set of answers.'),
  'unknown-field': text('表单中没有这一项。', 'The form has no such field.'),
  'wrong-type': text('内容的类型不正确。', 'This is not the right type of value.'),
  'too-long': text('最多 {max} 个字。', 'At most {max} characters.'),
  'too-many-rows': text('最多 {max} 行。', 'At most {max} rows.'),
  'too-many-files': text('最多 {max} 份文件。', 'At most {max} files.'),
  // what is missing
  required: text('请填写此项。', 'Please fill this in.'),
  'too-few-rows': text('至少填写 {min} 行。', 'At least {min} rows are needed.'),
  // what is not right yet
  'too-short': text('至少 {min} 个字。', 'At least {min} characters.'),
  'too-small': text('不能小于 {min}。', 'Must not be less than {min}.'),
  'too-large': text('不能大于 {max}。', 'Must not be more than {max}.'),
  'not-a-date': text('没有这一天，请检查日期。', 'There is no such date.'),
  'date-too-early': text('不能早于 {min}。', 'Must not be before {min}.'),
  'date-too-late': text('不能晚于 {max}。', 'Must not be after {max}.'),
  'not-an-option': text('请从给出的选项中选择。', 'Please choose one of the options.'),
  'too-few-chosen': text('至少选择 {min} 项。', 'Choose at least {min}.'),
  'too-many-chosen': text('最多选择 {max} 项。', 'Choose at most {max}.'),
  'unknown-town': text('请选择本县的镇。', 'Please choose a town of this county.'),
  'unknown-premises': text('请从厂房清单中选择。', 'Please choose from the premises inventory.'),
  'credit-code-form': text(
    '统一社会信用代码为 18 位数字或大写字母，不含 I、O、S、V、Z。',
    'A credit code has 18 digits or capital letters, without I, O, S, V and Z.',
  ),
  'credit-code-check': text(
    '统一社会信用代码校验不通过，请对照营业执照检查。',
    'This credit code does not check; please compare it with the licence.',
  ),
  'resident-id-form': text(
    '身份证号码为 18 位，前 17 位是数字，最后一位是数字或 X。',
    'A resident ID has 17 digits and then a digit or X.',
  ),
  'resident-id-region': text(
    '身份证号码开头的地区不存在。',
    'The region this resident ID begins with does not exist.',
  ),
  'resident-id-birth-date': text(
    '身份证号码中的出生日期不存在。',
    'The date of birth in this resident ID does not exist.',
  ),
  'resident-id-check': text(
    '身份证号码校验不通过，请检查是否输错。',
    'This resident ID does not check; please look for a typing error.',
  ),
  'mobile-form': text('请填写 11 位手机号码。', 'Please give a mobile number of 11 digits.'),
  'bank-account-form': text('银行账号为 12 至 19 位数字。', 'A bank account has 12 to 19 digits.'),
  'person-name-form': text('请填写身份证上的姓名。', 'Please give the name as on the resident ID.'),
  'duplicate-row': text('与第 {row} 行重复。', 'The same as row {row}.'),
  // what was typed or pasted as text and cannot be read
  'unreadable-number': text('无法识别为数字。', 'This cannot be read as a number.'),
  'too-many-decimals': text('最多保留 {max} 位小数。', 'At most {max} decimals.'),
  'unreadable-date': text(
    '无法识别为日期，请写成 2026-01-05 或 2026年1月5日。',
    'This cannot be read as a date; write it like 2026-01-05.',
  ),
  'unreadable-yes-no': text('请填写“是”或“否”。', 'Please write “yes” or “no”.'),
  'digits-lost': text(
    '号码被表格软件改成了科学记数，末尾数字已丢失；请把该列设为“文本”后重新填写。',
    'The spreadsheet turned this number into scientific notation and lost its last digits; format the column as text and enter it again.',
  ),
  'missing-column': text('缺少“{column}”一列。', 'The column “{column}” is missing.'),
  'too-many-cells': text('这一行的列数过多。', 'This row has too many cells.'),
} as const satisfies Record<string, Text>;

/** What to do about a missing answer that is not typed. */
const missingTexts = {
  choose: text('请选择。', 'Please choose.'),
  upload: text('请上传。', 'Please upload it.'),
} as const satisfies Record<string, Text>;

export type FieldErrorCode = keyof typeof fieldErrorCatalogue;

/** What is wrong with one value, before it is known where the value stands. */
export type FieldFault = {
  readonly code: FieldErrorCode;
  readonly params?: Readonly<Record<string, Text | number>>;
  readonly missing?: keyof typeof missingTexts | undefined;
};

export const fault = (code: FieldErrorCode, params: FieldFault['params'] = {}): FieldFault => ({
  code,
  params,
});

const waysToAnswer: Partial<Record<Field['type'], keyof typeof missingTexts>> = {
  choice: 'choose',
  choices: 'choose',
  document: 'upload',
  premises: 'choose',
  town: 'choose',
  'yes-no': 'choose',
};

/** That an answer of this type is missing, in words that say what to do. */
export const missingAnswer = (type: Field['type']): FieldFault => ({
  code: 'required',
  missing: waysToAnswer[type],
});

/** `path` is a JSON pointer into the answers. */
export function fieldError(path: string, { code, params = {}, missing }: FieldFault): FieldError {
  const said = missing === undefined ? fieldErrorCatalogue[code] : missingTexts[missing];
  const inLanguage = (language: 'zh' | 'en') =>
    fill(
      said,
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          typeof value === 'number' ? value : value[language],
        ]),
      ),
    )[language];
  return { path, code, message: { zh: inLanguage('zh'), en: inLanguage('en') } };
}
