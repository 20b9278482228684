import type { FieldOf, Form, TableField } from '../../shared/forms/field.ts';
import { FormSchema } from '../../shared/forms/form-schema.ts';
import { type ParsedAnswers, parseAnswers } from '../../shared/forms/parse-answers.ts';
import { formConditions } from '../../shared/rules/form-environment.ts';

const label = (zh: string, en: string) => ({ zh, en });
const option = (value: string, zh: string, en: string) => ({ value, label: label(zh, en) });

export const today = '2026-11-23';

/** A form with every field type, conditions, and a roster, in the manner of the training subsidy. */
export const trainingForm: Form = FormSchema.parse({
  sections: [
    {
      id: 'applicant',
      title: label('申请人', 'Applicant'),
      fields: [
        {
          id: 'applicantType',
          type: 'choice',
          label: label('申请人类型', 'Applicant type'),
          required: true,
          options: [
            option('enterprise', '企业', 'Enterprise'),
            option('preparing', '拟登记人员', 'Preparing'),
          ],
        },
        {
          id: 'name',
          type: 'text',
          label: label('名称', 'Name'),
          required: true,
          minLength: 2,
          maxLength: 60,
        },
        {
          id: 'creditCode',
          type: 'credit-code',
          label: label('统一社会信用代码', 'Credit code'),
          required: 'applicantType != "preparing"',
          visibleWhen: 'applicantType != "preparing"',
        },
        {
          id: 'legalRepresentative',
          type: 'person-name',
          label: label('法定代表人', 'Representative'),
          required: true,
        },
        {
          id: 'legalRepresentativeId',
          type: 'resident-id',
          label: label('身份证号码', 'Resident ID'),
          required: true,
        },
        { id: 'mobile', type: 'mobile', label: label('手机号码', 'Mobile'), required: true },
        { id: 'account', type: 'bank-account', label: label('银行账号', 'Account'), required: false },
        { id: 'town', type: 'town', label: label('所在镇', 'Town'), required: true },
        { id: 'unit', type: 'premises', label: label('厂房', 'Premises'), required: false },
      ],
    },
    {
      id: 'training',
      title: label('培训', 'Training'),
      fields: [
        {
          id: 'streams',
          type: 'choices',
          label: label('培训类别', 'Streams'),
          required: false,
          options: [
            option('yulu', '雨露计划', 'Yulu'),
            option('skills', '技能培训', 'Skills'),
            option('other', '其他', 'Other'),
          ],
          minChosen: 1,
          maxChosen: 2,
        },
        {
          id: 'otherStream',
          type: 'text',
          label: label('其他类别', 'Other'),
          required: true,
          visibleWhen: '"other" in streams',
        },
        {
          id: 'startsOn',
          type: 'date',
          label: label('开始日期', 'Start'),
          required: false,
          notAfter: 'today',
        },
        {
          id: 'endsOn',
          type: 'date',
          label: label('结束日期', 'End'),
          required: false,
          notBefore: 'startsOn',
        },
        { id: 'hours', type: 'integer', label: label('课时', 'Hours'), required: false, min: 1, max: 400 },
        {
          id: 'wageTopUp',
          type: 'money',
          label: label('工资补助', 'Wage top-up'),
          required: false,
          max: 50_000,
        },
        { id: 'share', type: 'percentage', label: label('比例', 'Share'), required: false },
        { id: 'floor', type: 'area', label: label('面积', 'Area'), required: false },
        { id: 'inHouse', type: 'yes-no', label: label('自主培训', 'In-house'), required: false },
        { id: 'notes', type: 'long-text', label: label('说明', 'Notes'), required: false, maxLength: 500 },
        {
          id: 'evidence',
          type: 'document',
          label: label('佐证', 'Evidence'),
          required: false,
          slot: 'evidence',
          maxFiles: 2,
        },
        {
          id: 'trainees',
          type: 'table',
          label: label('学员名单', 'Trainees'),
          required: false,
          minRows: 1,
          maxRows: 500,
          uniqueBy: ['residentId'],
          columns: [
            { id: 'person', type: 'person-name', label: label('姓名', 'Name'), required: true },
            {
              id: 'residentId',
              type: 'resident-id',
              label: label('身份证号码', 'Resident ID'),
              required: true,
            },
            { id: 'mobile', type: 'mobile', label: label('手机号码', 'Mobile'), required: false },
            { id: 'town', type: 'town', label: label('户籍所在镇', 'Home town'), required: true },
            { id: 'poorHousehold', type: 'yes-no', label: label('脱贫户', 'Poor household'), required: true },
            {
              id: 'contractDate',
              type: 'date',
              label: label('合同签订日期', 'Contract date'),
              required: false,
              notBefore: 'startsOn',
              notAfter: 'today',
            },
            {
              id: 'attendance',
              type: 'percentage',
              label: label('出勤率(%)', 'Attendance (%)'),
              required: true,
            },
            { id: 'wage', type: 'money', label: label('月工资(元)', 'Wage (yuan)'), required: false },
            {
              id: 'result',
              type: 'choice',
              label: label('考核结果', 'Result'),
              required: true,
              options: [option('passed', '合格', 'Passed'), option('failed', '不合格', 'Failed')],
            },
            {
              id: 'certificate',
              type: 'text',
              label: label('证书编号', 'Certificate'),
              required: false,
              maxLength: 30,
            },
          ],
        },
      ],
    },
  ],
});

export const rosterField: TableField = (() => {
  const field = trainingForm.sections[1]?.fields.find((candidate) => candidate.id === 'trainees');
  if (field?.type !== 'table') throw new Error('the training form has a roster');
  return field satisfies FieldOf<'table'>;
})();

/** Right and complete but for the roster. */
export const goodAnswers = {
  applicantType: 'enterprise',
  name: '平利县嘉鸿手套有限公司',
  creditCode: '91610926MA0000007W',
  legalRepresentative: '欧阳娜娜',
  legalRepresentativeId: '11010519491231002X',
  mobile: '13812341234',
  town: '610926108',
} as const;

/** A valid resident ID of Pingli for a birth date (`YYYYMMDD`) and a running number. */
export function residentId(birth: string, number: number): string {
  const body = `610926${birth}${String(number).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

export const trainee = (number: number) => ({
  person: '张三',
  residentId: residentId('19900101', number),
  mobile: '13912345678',
  town: '610926100',
  poorHousehold: number % 2 === 0,
  contractDate: '2026-06-01',
  attendance: 95_00,
  wage: 180_000,
  result: 'passed',
  certificate: `PL-${number}`,
});

/** Parses against the training form as it is handed in. */
export const parseComplete = (raw: unknown): ParsedAnswers =>
  parseAnswers(trainingForm, raw, {
    today,
    complete: true,
    evaluateCondition: formConditions(trainingForm, today),
  });

/** Parses against the training form as a draft. */
export const parseDraft = (raw: unknown): ParsedAnswers =>
  parseAnswers(trainingForm, raw, {
    today,
    complete: false,
    evaluateCondition: formConditions(trainingForm, today),
  });
