import type { Field, Form, Section } from '../../../forms/field.ts';
import { text } from '../../../language/text.ts';
import { applicantSection, bankSection, headcount, placeSection } from '../common/applicant-fields.ts';
import { bankProof, documentField } from '../common/documents.ts';
import { rosterTable } from '../common/roster-table.ts';
import { agreement, contracts, invoices, taxProof } from './documents.ts';

const employment: Section = {
  id: 'employment',
  title: text('创业与用工', 'Founding and workers'),
  fields: [
    {
      type: 'yes-no',
      id: 'firstFounding',
      label: text('是否首次创业', 'Is this your first business?'),
      hint: text(
        '以前没有以本人名义办过企业或个体户的，选“是”。',
        'Choose yes if you never registered a business in your own name before.',
      ),
      required: true,
    },
    headcount('workers', text('该厂点现有员工', 'Workers at this site now')),
    headcount('poorWorkers', text('其中脱贫（贫困）户员工', 'Of whom from poor households')),
    rosterTable({ minRows: 1 }),
    documentField(contracts),
  ],
};

const equipment: Field = {
  type: 'table',
  id: 'equipment',
  label: text('设备清单', 'Equipment'),
  hint: text(
    '没有发票的设备也可以填，但不计入补助。',
    'You may list equipment without an invoice, but it does not count.',
  ),
  required: true,
  minRows: 1,
  maxRows: 200,
  columns: [
    { type: 'text', id: 'name', label: text('设备名称', 'Name'), required: true, maxLength: 60 },
    {
      type: 'integer',
      id: 'quantity',
      label: text('数量', 'Quantity'),
      required: true,
      min: 1,
      max: 10_000,
    },
    {
      type: 'money',
      id: 'unitPrice',
      label: text('单价（元）', 'Unit price (yuan)'),
      required: true,
      min: 0,
      max: 1_000_000_000,
    },
    {
      type: 'text',
      id: 'invoiceNumber',
      label: text('发票号码', 'Invoice number'),
      required: false,
      minLength: 8,
      maxLength: 20,
    },
  ],
};

const investment: Section = {
  id: 'investment',
  title: text('投资与设备', 'Investment and equipment'),
  fields: [
    {
      type: 'choices',
      id: 'citedBases',
      label: text('申请依据', 'What you rely on'),
      hint: text('可以多选。', 'You may choose more than one.'),
      required: true,
      minChosen: 1,
      options: [
        {
          value: 'interim-measures',
          label: text('《平利县扶持发展社区工厂暂行办法》', 'Interim Measures for Community Factories'),
        },
        {
          value: 'investment-agreement',
          label: text('与县政府签订的招商协议', 'Investment agreement with the county'),
        },
      ],
    },
    documentField(agreement),
    {
      type: 'money',
      id: 'actualInvestment',
      label: text('实际投资总额（元）', 'Actual investment (yuan)'),
      hint: text(
        '到目前为止已经花掉的钱，包括装修和设备。',
        'What you have spent so far, fitting out and equipment included.',
      ),
      required: true,
      min: 0,
      max: 100_000_000_000,
    },
    equipment,
    documentField(invoices),
  ],
};

const earlierSubsidies: Field = {
  type: 'table',
  id: 'earlierSubsidies',
  label: text('此前领取过的补助', 'Earlier subsidies'),
  required: false,
  visibleWhen: 'hasEarlierSubsidies',
  minRows: 1,
  maxRows: 50,
  columns: [
    { type: 'integer', id: 'year', label: text('年份', 'Year'), required: true, min: 2000, max: 2100 },
    { type: 'text', id: 'funder', label: text('发放单位', 'Given by'), required: true, maxLength: 60 },
    { type: 'money', id: 'received', label: text('金额（元）', 'Amount (yuan)'), required: true, min: 0 },
    {
      type: 'yes-no',
      id: 'sameItem',
      label: text('是否用于本次申报的同一项目', 'For the same item'),
      required: true,
    },
  ],
};

const request: Section = {
  id: 'request',
  title: text('申请金额', 'Amount requested'),
  fields: [
    {
      type: 'money',
      id: 'amountRequested',
      label: text('申请补助金额（元）', 'Amount requested (yuan)'),
      required: true,
      min: 1_00,
      max: 10_000_000,
    },
    {
      type: 'yes-no',
      id: 'hasEarlierSubsidies',
      label: text('以前领取过政府补助吗', 'Have you received a subsidy before?'),
      required: true,
    },
    earlierSubsidies,
  ],
};

export const form: Form = {
  sections: [
    applicantSection,
    placeSection,
    employment,
    investment,
    request,
    bankSection(documentField(bankProof), documentField(taxProof)),
  ],
};
