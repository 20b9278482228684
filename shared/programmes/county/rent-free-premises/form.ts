import type { Form, Section } from '../../../forms/field.ts';
import { text } from '../../../language/text.ts';
import { applicantSection, headcount, placeSection } from '../common/applicant-fields.ts';
import { documentField } from '../common/documents.ts';
import { hiringPlan, investmentPlan, registrationCommitment } from './documents.ts';

const registration: Section['fields'] = [
  {
    type: 'yes-no',
    id: 'registersInCounty',
    label: text('已在平利县登记，或承诺在平利县登记', 'Registered in Pingli, or committed to register here'),
    required: true,
  },
  documentField(registrationCommitment),
];

const premises: Section = {
  id: 'premisesWanted',
  title: text('申请厂房', 'Premises wanted'),
  intro: text(
    '从公开的厂房清单中选择。水、电、物业费用不在减免范围内。',
    'Choose from the public list. Water, power and upkeep are not included.',
  ),
  fields: [
    {
      type: 'premises',
      id: 'premises',
      label: text('厂房', 'Premises'),
      required: true,
      publicNotice: true,
    },
    {
      type: 'area',
      id: 'areaWanted',
      label: text('申请面积（平方米）', 'Floor area wanted (m²)'),
      hint: text('不能超过该厂房的空余面积。', 'No more than is free there.'),
      required: true,
      min: 1_00,
      max: 100_000_00,
    },
    {
      type: 'integer',
      id: 'monthsWanted',
      label: text('申请免租月数', 'Months rent-free'),
      hint: text('最长 36 个月。', 'At most 36.'),
      required: true,
      min: 1,
      max: 36,
      unit: text('个月', 'months'),
    },
    {
      type: 'percentage',
      id: 'shareWanted',
      label: text('申请减免比例（%）', 'Share of the rent waived (%)'),
      hint: text('全免填 100。', 'Enter 100 for all of it.'),
      required: true,
      min: 1_00,
      max: 100_00,
    },
    {
      type: 'date',
      id: 'startsOn',
      label: text('计划入驻日期', 'Planned start'),
      required: true,
    },
    {
      type: 'integer',
      id: 'powerLoad',
      label: text('用电负荷', 'Power load'),
      hint: text('不清楚的可以问设备厂家，或填 0。', 'Ask the maker of your machines, or enter 0.'),
      required: true,
      min: 0,
      max: 10_000,
      unit: text('千瓦', 'kW'),
    },
  ],
};

const plan: Section = {
  id: 'plan',
  title: text('投资和用工计划', 'Investment and hiring plan'),
  fields: [
    {
      type: 'money',
      id: 'plannedInvestment',
      label: text('计划投资（元）', 'Planned investment (yuan)'),
      required: true,
      min: 0,
      max: 100_000_000_000,
    },
    documentField(investmentPlan),
    headcount('plannedJobs', text('计划提供岗位', 'Planned jobs'), {
      min: 1,
      hint: text('承诺的岗位数，以后按此考核。', 'You will be held to this number.'),
    }),
    headcount('plannedPoorJobs', text('其中脱贫（贫困）户岗位', 'Of which for poor households')),
    documentField(hiringPlan),
  ],
};

const safety: Section = {
  id: 'safety',
  title: text('消防和环保', 'Fire safety and environment'),
  fields: [
    {
      type: 'yes-no',
      id: 'restrictedTrade',
      label: text(
        '是否属于国家限制、淘汰类或高污染行业',
        'Is the trade restricted, phased out or highly polluting?',
      ),
      hint: text(
        '手套、电子、玩具、服装等一般加工选“否”。',
        'Gloves, electronics, toys, garments and the like: no.',
      ),
      required: true,
    },
    {
      type: 'choice',
      id: 'fireStatus',
      label: text('消防手续', 'Fire safety'),
      required: true,
      options: [
        { value: 'done', label: text('已办理', 'Done') },
        { value: 'in-progress', label: text('正在办理', 'In progress') },
        { value: 'not-begun', label: text('尚未办理', 'Not begun') },
      ],
    },
    {
      type: 'choice',
      id: 'environmentStatus',
      label: text('环评手续', 'Environmental assessment'),
      required: true,
      options: [
        { value: 'exempt', label: text('无需办理', 'Not needed') },
        { value: 'done', label: text('已办理', 'Done') },
        { value: 'in-progress', label: text('正在办理', 'In progress') },
        { value: 'not-begun', label: text('尚未办理', 'Not begun') },
      ],
    },
  ],
};

const applicant: Section = { ...applicantSection, fields: [...applicantSection.fields, ...registration] };

export const form: Form = { sections: [applicant, placeSection, premises, plan, safety] };
