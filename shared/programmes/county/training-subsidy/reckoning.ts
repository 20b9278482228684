import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';
import { countyDefault, labourLaw, rainDew, skillsTraining } from '../common/legal-bases.ts';
import { jointMeetingThreshold } from '../common/parameters.ts';

export const parameters: Programme['parameters'] = [
  {
    name: 'rainDewRate',
    label: text('雨露计划补贴标准', 'Rain-Dew rate'),
    unit: 'fen-per-person',
    value: 100_000,
    basis: rainDew.id,
  },
  {
    name: 'skillsRate',
    label: text('技能培训补贴标准', 'Skills training rate'),
    unit: 'fen-per-person',
    value: 50_000,
    basis: skillsTraining.id,
  },
  {
    name: 'minAttendance',
    label: text('最低出勤率', 'Lowest attendance'),
    unit: 'percent',
    value: 80_00,
    basis: countyDefault.id,
  },
  {
    name: 'minAge',
    label: text('学员最低年龄', 'Youngest age'),
    unit: 'years',
    value: 16,
    basis: labourLaw.id,
  },
  {
    name: 'maxAge',
    label: text('学员最高年龄', 'Oldest age'),
    unit: 'years',
    value: 60,
    basis: countyDefault.id,
  },
  {
    name: 'maxSessionMonths',
    label: text('最长培训期', 'Longest session'),
    unit: 'months',
    value: 3,
    basis: skillsTraining.id,
  },
  {
    name: 'minRetention',
    label: text('结业后在岗比例', 'Share still employed afterwards'),
    unit: 'percent',
    value: 60_00,
    basis: countyDefault.id,
  },
  jointMeetingThreshold,
];

/** One condition each, so that every count below names its own and `qualified` is all of them together. */
const conditions = {
  attended: 'trainee.attendance >= minAttendance',
  passed: 'trainee.result == "passed"',
  ofAge: 'trainee.residentId.age >= minAge && trainee.residentId.age <= maxAge',
  contracted: 'trainee.contractedOn != ""',
  status: '(stream != "rain-dew" || trainee.poorHousehold)',
} as const;
const qualifies = Object.values(conditions).join(' && ');

const count = (condition: string) => `size(trainees.filter(trainee, ${condition}))`;

export const terms: Programme['terms'] = [
  {
    name: 'listed',
    label: text('名单人数', 'Trainees listed'),
    unit: 'people',
    expression: 'size(trainees)',
  },
  {
    name: 'attended',
    label: text('其中出勤率达标', 'Of whom with enough attendance'),
    unit: 'people',
    expression: count(conditions.attended),
  },
  {
    name: 'passed',
    label: text('其中考核合格', 'Of whom passed'),
    unit: 'people',
    expression: count(conditions.passed),
  },
  {
    name: 'ofAge',
    label: text('其中年龄符合', 'Of whom of the right age'),
    unit: 'people',
    expression: count(conditions.ofAge),
  },
  {
    name: 'contracted',
    label: text('其中签订劳动合同', 'Of whom with a contract'),
    unit: 'people',
    expression: count(conditions.contracted),
  },
  {
    name: 'statusMet',
    label: text(
      '其中身份符合（雨露计划须为脱贫户）',
      'Of whom of the right status (Rain-Dew: poor household)',
    ),
    unit: 'people',
    expression: count(conditions.status),
  },
  {
    name: 'qualified',
    label: text('各项都符合的人数', 'Qualified: all of these together'),
    unit: 'people',
    expression: count(qualifies),
  },
  {
    name: 'rate',
    label: text('补贴标准', 'Rate'),
    unit: 'fen-per-person',
    expression: 'stream == "rain-dew" ? rainDewRate : skillsRate',
  },
  {
    name: 'reckoned',
    label: text('符合人数 × 补贴标准', 'Qualified × rate'),
    unit: 'fen',
    expression: 'qualified * rate',
  },
  {
    name: 'fundLeft',
    label: text('资金池余额', 'What the fund still has'),
    unit: 'fen',
    expression: 'greatest([0, facts.fundAvailable])',
  },
  {
    name: 'subsidy',
    label: text('核算补贴金额', 'Subsidy'),
    unit: 'fen',
    expression: 'least([reckoned, fundLeft])',
  },
];

export const benefit: Programme['benefit'] = {
  kind: 'money',
  amount: 'subsidy',
  fund: { funder: 'bureau', programme: 'training-subsidy' },
  recurs: 'once',
};

/** Only the trainees who are paid for are used up. */
const paidFor = qualifies.replaceAll('trainee.', 'row.');

export const onceOnly: Programme['onceOnly'] = [
  {
    id: 'person-once',
    label: text('同一人同一工种同一等级只补贴一次', 'A person is paid for once per occupation and level'),
    scope: 'training-person',
    each: 'trainees',
    where: paidFor,
    key: ['residentId', 'form.occupation', 'form.level'],
  },
  {
    id: 'hours-once',
    label: text(
      '同一人同一时段不由两个项目重复补贴（按自然月）',
      'A person is never paid for by two streams for the same time (by calendar month)',
    ),
    scope: 'training-hours',
    each: 'trainees',
    where: paidFor,
    key: ['residentId'],
    monthly: { from: 'startsOn', to: 'endsOn' },
  },
];
