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
    inWords: text(
      '名单 {listed} 中，出勤率不低于 {minAttendance} 的有 {attended}。',
      'Of {listed} listed, {attended} attended at least {minAttendance}.',
    ),
  },
  {
    name: 'passed',
    label: text('其中考核合格', 'Of whom passed'),
    unit: 'people',
    expression: count(conditions.passed),
    inWords: text('名单 {listed} 中，考核结果为合格的有 {passed}。', 'Of {listed} listed, {passed} passed.'),
  },
  {
    name: 'ofAge',
    label: text('其中年龄符合', 'Of whom of the right age'),
    unit: 'people',
    expression: count(conditions.ofAge),
    inWords: text(
      '名单 {listed} 中，年满 {minAge}、不超过 {maxAge} 的有 {ofAge}，年龄按身份证号码计算。',
      'Of {listed} listed, {ofAge} are between {minAge} and {maxAge} old by their resident IDs.',
    ),
  },
  {
    name: 'contracted',
    label: text('其中签订劳动合同', 'Of whom with a contract'),
    unit: 'people',
    expression: count(conditions.contracted),
    inWords: text(
      '名单 {listed} 中，填有劳动合同签订日期的有 {contracted}。',
      'Of {listed} listed, {contracted} have a contract date.',
    ),
  },
  {
    name: 'statusMet',
    label: text(
      '其中身份符合（雨露计划须为脱贫户）',
      'Of whom of the right status (Rain-Dew: poor household)',
    ),
    unit: 'people',
    expression: count(conditions.status),
    inWords: text(
      '培训类别为“{stream}”；名单 {listed} 中，身份符合的有 {statusMet}。雨露计划学员须为脱贫（贫困）户，技能培训不限。',
      'The stream is “{stream}”; of {listed} listed, {statusMet} are of the right status. Rain-Dew takes poor households only, skills training anybody.',
    ),
  },
  {
    name: 'qualified',
    label: text('各项都符合的人数', 'Qualified: all of these together'),
    unit: 'people',
    expression: count(qualifies),
    inWords: text(
      '名单 {listed} 中，出勤、考核、年龄、合同、身份五项同时符合的有 {qualified}。',
      'Of {listed} listed, {qualified} meet all five together: attendance, result, age, contract and status.',
    ),
  },
  {
    name: 'rate',
    label: text('补贴标准', 'Rate'),
    unit: 'fen-per-person',
    expression: 'stream == "rain-dew" ? rainDewRate : skillsRate',
    inWords: text('培训类别为“{stream}”，补贴标准为 {rate}。', 'The stream is “{stream}”, its rate {rate}.'),
  },
  {
    name: 'reckoned',
    label: text('符合人数 × 补贴标准', 'Qualified × rate'),
    unit: 'fen',
    expression: 'qualified * rate',
    inWords: text(
      '符合人数 {qualified} × 补贴标准 {rate} = {reckoned}。',
      '{qualified} at {rate}: {reckoned}.',
    ),
  },
  {
    name: 'fundLeft',
    label: text('资金池余额', 'What the fund still has'),
    unit: 'fen',
    expression: 'greatest([0, facts.fundAvailable])',
    inWords: text(
      '核算当日资金池还可安排 {fundLeft}。',
      'On the day of the reckoning the fund could still commit {fundLeft}.',
    ),
  },
  {
    name: 'subsidy',
    label: text('核算补贴金额', 'Subsidy'),
    unit: 'fen',
    expression: 'least([reckoned, fundLeft])',
    inWords: text(
      '应补 {reckoned}，资金池余额 {fundLeft}，取较小的，即 {subsidy}。',
      'The smaller of {reckoned} and {fundLeft} in the fund: {subsidy}.',
    ),
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
