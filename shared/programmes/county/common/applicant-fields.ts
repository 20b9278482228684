import type { Field, Section } from '../../../forms/field.ts';
import { type Text, text } from '../../../language/text.ts';
import { documentField, identityCard, licence } from './documents.ts';

/** Stated once by an enterprise, filled in everywhere after. */
const known = <F extends Field>(field: F): F => ({ ...field, prefill: `enterprise.${field.id}` });

const registered = 'applicantType != "preparing"';

const applicantType: Field = known({
  type: 'choice',
  id: 'applicantType',
  label: text('申请人类型', 'Kind of applicant'),
  required: true,
  options: [
    { value: 'enterprise', label: text('企业（公司）', 'Company') },
    { value: 'sole-trader', label: text('个体工商户', 'Sole trader') },
    { value: 'cooperative', label: text('农民专业合作社', 'Cooperative') },
    { value: 'preparing', label: text('正在筹备登记的个人', 'Person preparing to register') },
  ],
});

const identityFields: readonly Field[] = [
  known({
    type: 'text',
    id: 'enterpriseName',
    label: text('经营主体名称', 'Name of the entity'),
    hint: text(
      '与营业执照一致；尚未登记的，填写拟用名称。',
      'As on the licence; if not registered yet, the name you intend to use.',
    ),
    required: true,
    minLength: 2,
    maxLength: 80,
    publicNotice: true,
  }),
  known({
    type: 'credit-code',
    id: 'creditCode',
    label: text('统一社会信用代码', 'Unified social credit code'),
    hint: text('营业执照上的 18 位代码。', 'The 18 characters on your licence.'),
    required: true,
    visibleWhen: registered,
  }),
  known({
    type: 'date',
    id: 'establishedOn',
    label: text('成立日期', 'Date established'),
    hint: text('营业执照上的成立日期。', 'As on your licence.'),
    required: true,
    visibleWhen: registered,
    notAfter: 'today',
  }),
  known({
    type: 'person-name',
    id: 'legalRepresentative',
    label: text('法定代表人（负责人）', 'Legal representative'),
    required: true,
  }),
  known({
    type: 'resident-id',
    id: 'legalRepresentativeId',
    label: text('法定代表人身份证号码', 'Resident ID of the legal representative'),
    hint: text(
      '18 位，最后一位可能是 X。只用于核对，不会公开。',
      '18 characters, the last may be X. For checking only, never published.',
    ),
    required: true,
  }),
  known({
    type: 'mobile',
    id: 'mobile',
    label: text('手机号码', 'Mobile number'),
    hint: text('用于接收办理通知。', 'We send notices to it.'),
    required: true,
  }),
];

const returneeFields: readonly Field[] = [
  known({
    type: 'yes-no',
    id: 'returnee',
    label: text('是否返乡创业', 'Have you returned home to found a business?'),
    required: true,
  }),
  known({
    type: 'text',
    id: 'lastWorkplace',
    label: text('返乡前务工地', 'Where you worked before returning'),
    hint: text('例如：广东东莞。', 'For example: Dongguan, Guangdong.'),
    required: true,
    visibleWhen: 'returnee',
    maxLength: 60,
  }),
  known({
    type: 'date',
    id: 'returnedOn',
    label: text('返乡日期', 'Date of return'),
    hint: text('记不清具体日期的，填当月 1 日。', 'If unsure of the day, use the first of the month.'),
    required: true,
    visibleWhen: 'returnee',
    notAfter: 'today',
  }),
];

/** 经营主体: who applies. */
export const applicantSection: Section = {
  id: 'applicant',
  title: text('经营主体', 'The applicant'),
  intro: text(
    '以前填写过的内容会自动带出，请核对。',
    'What you stated before is filled in already; please check it.',
  ),
  fields: [
    applicantType,
    ...identityFields,
    ...returneeFields,
    documentField(licence),
    documentField(identityCard),
  ],
};

const placeFields: readonly Field[] = [
  {
    type: 'town',
    id: 'town',
    label: text('厂点所在镇', 'Town of the site'),
    hint: text('由该镇受理您的申请。', 'This town handles your application.'),
    required: true,
    publicNotice: true,
  },
  {
    type: 'text',
    id: 'community',
    label: text('社区（村）', 'Community or village'),
    hint: text('例如：药妇沟社区。', 'For example: Yaofugou community.'),
    required: true,
    maxLength: 40,
  },
  {
    type: 'text',
    id: 'site',
    label: text('安置点或厂址', 'Relocation site or address'),
    hint: text(
      '写到楼栋，例如：一期安置楼 3 号楼一层。同一厂点请每次写法一致。',
      'Down to the building, e.g. phase 1, building 3, ground floor. Write the same site the same way each time.',
    ),
    required: true,
    maxLength: 60,
  },
];

const industry: Field = known({
  type: 'choice',
  id: 'industry',
  label: text('所属行业', 'Trade'),
  required: true,
  publicNotice: true,
  options: [
    { value: 'gloves-knitting', label: text('手套、针织', 'Gloves and knitting') },
    { value: 'electronics', label: text('电子元器件', 'Electronic components') },
    { value: 'toys', label: text('毛绒玩具', 'Plush toys') },
    { value: 'garments', label: text('服装', 'Garments') },
    { value: 'printing', label: text('商标印刷', 'Label printing') },
    { value: 'tea-farm-products', label: text('茶叶、农产品加工', 'Tea and farm products') },
    { value: 'handicraft', label: text('传统手工', 'Handicraft') },
    { value: 'other', label: text('其他', 'Other') },
  ],
});

const people = text('人', 'people');

/** 厂点: where it is and what is made there. */
export const placeSection: Section = {
  id: 'place',
  title: text('厂点', 'The site'),
  fields: [...placeFields, industry],
};

/** 收款账户: grants are paid to the entity only (rule `payee-is-entity`). */
export const bankSection = (...more: readonly Field[]): Section => ({
  id: 'bankAccount',
  title: text('收款账户', 'Bank account'),
  intro: text(
    '补助只打入经营主体自己的账户。',
    'The money is paid into an account of the entity itself only.',
  ),
  fields: [
    known({
      type: 'text',
      id: 'payee',
      label: text('户名', 'Account holder'),
      hint: text('须与经营主体名称完全一致。', 'Exactly the name of the entity.'),
      required: true,
      maxLength: 80,
    }),
    known({
      type: 'text',
      id: 'bank',
      label: text('开户银行', 'Bank'),
      hint: text('写到支行，例如：平利农商银行城关支行。', 'Down to the branch.'),
      required: true,
      maxLength: 60,
    }),
    known({
      type: 'bank-account',
      id: 'account',
      label: text('银行账号', 'Account number'),
      required: true,
    }),
    ...more,
  ],
});

/** 产值 of the time a report is about; the county's outcome figures add it up. */
export const output: Field = {
  type: 'money',
  id: 'output',
  label: text('本期产值（元）', 'Output in this period (yuan)'),
  required: false,
  min: 0,
};

/** A whole number of people, from 0. */
export const headcount = (
  id: string,
  label: Text,
  bounds: { readonly min?: number; readonly max?: number; readonly hint?: Text } = {},
): Field => ({
  type: 'integer',
  id,
  label,
  required: true,
  min: 0,
  max: 5000,
  unit: people,
  ...bounds,
});
