import type { Form } from '../../forms/field.ts';
import { text } from '../../language/text.ts';
import type { Programme } from '../programme.ts';
import { applicantSection, bankSection, headcount, placeSection } from './common/applicant-fields.ts';
import { declaration } from './common/declaration.ts';
import { bankProof, documentField, identityCard, licence } from './common/documents.ts';
import { freeOfCharge, remediesGuide } from './common/guide.ts';
import { keysOfApplicant } from './common/keys.ts';
import {
  countyDefault,
  expeditePractice,
  licensingLaw,
  publicityPractice,
  remedyBases,
} from './common/legal-bases.ts';
import { townOfCase } from './common/offices.ts';
import { commonProcess, deliveryBy, fiveDayNotice } from './common/process.ts';
import { rosterNow } from './common/roster-table.ts';
import { goodStanding, payeeIsEntity, poorWithin, registered } from './common/rules.ts';
import { acceptance } from './common/stages.ts';

const guangfo = '610926106';

const support = {
  id: 'guangfo-support',
  title: text('广佛镇扶持社区工厂措施', 'Measures of Guangfo town for community factories'),
  clause: text(
    '每年自筹资金给予每个工厂 5 万元现金支持',
    '50,000 yuan cash a year for every factory, from the town’s own money',
  ),
  standing: 'stated',
} as const;

const form: Form = {
  sections: [
    applicantSection,
    placeSection,
    {
      id: 'operation',
      title: text('生产情况', 'Production'),
      fields: [
        {
          type: 'integer',
          id: 'supportYear',
          label: text('申请年度', 'Year of the support'),
          required: true,
          min: 2016,
          max: 2100,
          unit: text('年', 'year'),
          publicNotice: true,
        },
        headcount('workers', text('该厂点现有员工', 'Workers at this site now')),
        headcount('poorWorkers', text('其中脱贫（贫困）户员工', 'Of whom from poor households')),
        {
          type: 'money',
          id: 'annualOutput',
          label: text('上年产值（元）', 'Output last year (yuan)'),
          hint: text('上年没有投产的填 0。', 'Enter 0 if not yet in production then.'),
          required: true,
          min: 0,
          max: 100_000_000_000,
        },
        {
          type: 'long-text',
          id: 'plannedUse',
          label: text('资金用途', 'What the money is for'),
          hint: text('例如：添置缝纫设备、扩大生产。', 'For example: more sewing machines.'),
          required: true,
          maxLength: 300,
        },
      ],
    },
    bankSection(documentField(bankProof)),
  ],
};

const rules: Programme['rules'] = [
  registered,
  {
    id: 'in-town',
    label: text('厂点在广佛镇', 'The site is in Guangfo'),
    expression: `town == "${guangfo}"`,
    weight: 'must',
    basis: support.id,
    failure: text('本项支持只面向广佛镇的社区工厂。', 'This support is for factories in Guangfo only.'),
  },
  {
    id: 'year-of-application',
    label: text('申请当年的支持', 'For the current year'),
    expression: 'string(supportYear) == facts.today.substring(0, 4)',
    weight: 'must',
    basis: support.id,
    failure: text('只能申请当年的支持。', 'Only the current year’s support may be applied for.'),
  },
  {
    id: 'in-production',
    label: text('正常生产，有在岗员工', 'In production, with workers'),
    expression: 'workers >= minWorkers',
    weight: 'must',
    basis: countyDefault.id,
    failure: text('须有在岗员工 {minWorkers}以上。', 'At least {minWorkers} must be at work.'),
    shows: ['minWorkers'],
  },
  {
    id: 'once-a-year',
    label: text('该厂点本年度没有领取过', 'Not yet received for this site this year'),
    expression: 'facts.taken["factory-year"] == 0',
    weight: 'must',
    basis: support.id,
    failure: text('该厂点本年度已领取过。', 'This site has already received it this year.'),
  },
  poorWithin('poorWorkers', 'workers'),
  payeeIsEntity,
  ...goodStanding,
];

/** 镇级现金支持: 50,000 元 a year for every factory in one town, from the town's own money and by its own decision. */
export const townCashSupport: Programme = {
  ...commonProcess,
  id: 'town-cash-support',
  version: 1,
  title: text('广佛镇社区工厂现金支持', 'Guangfo cash support for factories'),
  summary: text(
    '广佛镇每年给予每个社区工厂 5 万元现金支持，镇自筹、镇审定。',
    'Guangfo gives every community factory 50,000 yuan a year, from its own money.',
  ),
  owner: townOfCase,
  effectiveFrom: '2026-01-01',
  towns: [guangfo],
  legalBases: [support, licensingLaw, expeditePractice, publicityPractice, countyDefault, ...remedyBases],
  parameters: [
    {
      name: 'annualSupport',
      label: text('每厂每年支持金额', 'Support per factory and year'),
      unit: 'fen',
      value: 5_000_000,
      basis: support.id,
    },
    {
      name: 'minWorkers',
      label: text('最少在岗员工', 'Fewest workers'),
      unit: 'people',
      value: 1,
      basis: countyDefault.id,
    },
  ],
  guide: {
    whoCanApply: text(
      '在广佛镇正常生产的社区工厂，每年申请一次。',
      'Factories in production in Guangfo, once a year.',
    ),
    conditions: [
      text('已完成登记，厂点在广佛镇', 'Registered, with the site in Guangfo'),
      text('正常生产，有在岗员工', 'In production, with workers'),
      text('本年度没有领取过', 'Not yet received this year'),
    ],
    whatYouGet: text('每个厂点每年 5 万元现金。', '50,000 yuan cash per site and year.'),
    fee: freeOfCharge,
    window: {
      office: text('广佛镇社区工厂和电子商务办公室', 'Guangfo office for community factories and e-commerce'),
      address: text('广佛镇人民政府', 'Guangfo Town Government'),
      phone: '12345',
      hours: text('工作日 8:30–12:00，14:00–17:30', 'Working days 8:30–12:00 and 14:00–17:30'),
    },
    remedies: remediesGuide,
    questions: [
      {
        question: text('明年还能申请吗？', 'May I apply again next year?'),
        answer: text('可以，每年申请一次。', 'Yes, once every year.'),
      },
    ],
  },
  precheck: {
    rules: [
      {
        id: 'registered',
        expression: 'situation != "preparing"',
        verdict: 'depends',
        reason: text('办好营业执照并投产后可以申请。', 'You may apply once registered and in production.'),
      },
      {
        id: 'in-production',
        expression: 'jobs >= minWorkers',
        verdict: 'depends',
        reason: text('须有在岗员工。', 'You need workers.'),
      },
    ],
    amount: 'annualSupport',
    amountNote: text('每个厂点每年一次。', 'Per site, once a year.'),
  },
  form,
  keys: keysOfApplicant({ plannedJobs: 'workers', plannedPoorJobs: 'poorWorkers' }),
  declaration,
  documents: [licence, identityCard, bankProof],
  terms: [
    {
      name: 'fundLeft',
      label: text('镇资金余额', 'What the town’s fund still has'),
      unit: 'fen',
      expression: 'greatest([0, facts.fundAvailable])',
      inWords: text(
        '核算当日本镇资金还可安排 {fundLeft}。',
        'On the day of the reckoning the town’s fund could still commit {fundLeft}.',
      ),
    },
    {
      name: 'cash',
      label: text('核算支持金额', 'Support'),
      unit: 'fen',
      expression: 'least([annualSupport, fundLeft])',
      inWords: text(
        '每厂每年 {annualSupport}，镇资金余额 {fundLeft}，取较小的，即 {cash}。',
        'The smaller of {annualSupport} per site and year and {fundLeft} in the town’s fund: {cash}.',
      ),
    },
  ],
  rules,
  benefit: {
    kind: 'money',
    amount: 'cash',
    fund: { funder: 'town', programme: 'town-cash-support' },
    recurs: 'yearly',
  },
  onceOnly: [
    {
      id: 'factory-year',
      label: text('每个厂点每年一次', 'Once per site and year'),
      scope: 'town-cash-support',
      key: ['creditCode', 'site', 'supportYear'],
    },
  ],
  stages: [
    acceptance(),
    {
      id: 'town-decision',
      title: text('镇审定与现场核查', 'Decision by the town, with a site visit'),
      kind: 'decision',
      office: townOfCase,
      officers: 2,
      siteVisit: true,
      workingDays: 10,
      onSilence: 'escalate',
      checklist: [
        { id: 'visited-by-two', label: text('两名工作人员已到现场核查', 'Two officers visited the site') },
        { id: 'in-production', label: text('厂点正常生产，员工在岗', 'In production, workers are present') },
      ],
      basis: countyDefault.id,
    },
  ],
  notice: fiveDayNotice(townOfCase),
  delivery: deliveryBy(townOfCase),
  obligations: [
    {
      id: 'yearly-report',
      title: text('报告资金使用和用工情况', 'Report on the use of the money and on jobs'),
      kind: 'report',
      firstDue: { count: 12, unit: 'months' },
      form: {
        sections: [
          {
            id: 'use',
            title: text('资金使用情况', 'Use of the money'),
            fields: [
              {
                type: 'yes-no',
                id: 'usedAsPlanned',
                label: text('是否按申请用途使用', 'Was it used as planned?'),
                required: true,
              },
              {
                type: 'long-text',
                id: 'howUsed',
                label: text('使用情况', 'How it was used'),
                required: true,
                maxLength: 500,
              },
              rosterNow,
            ],
          },
        ],
      },
      keptWhen: 'usedAsPlanned && size(roster) >= minWorkers',
      mendWorkingDays: 15,
      recovery: 'usedAsPlanned ? 0 : paid',
      basis: support.id,
    },
  ],
};
