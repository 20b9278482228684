import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';
import { countyDefault, interimMeasures } from '../common/legal-bases.ts';
import { jointMeetingThreshold, keptJobsShare } from '../common/parameters.ts';
import { goodStanding, payeeIsEntity, poorWithin, registered } from '../common/rules.ts';

export const parameters: Programme['parameters'] = [
  {
    name: 'grantCap',
    label: text('每户企业最高补助额', 'Most one enterprise may receive'),
    unit: 'fen',
    value: 10_000_000,
    basis: interimMeasures.id,
  },
  {
    name: 'invoiceRate',
    label: text('按合规发票金额补助的比例', 'Share of eligible invoices that is granted'),
    unit: 'percent',
    value: 50_00,
    basis: countyDefault.id,
  },
  {
    name: 'minMonthsOperating',
    label: text('最短经营时间', 'Shortest time in operation'),
    unit: 'months',
    value: 6,
    basis: countyDefault.id,
  },
  {
    name: 'minPayroll',
    label: text('最少在册员工', 'Fewest workers on the payroll'),
    unit: 'people',
    value: 1,
    basis: countyDefault.id,
  },
  keptJobsShare,
  jointMeetingThreshold,
];

export const terms: Programme['terms'] = [
  {
    name: 'monthsOperating',
    label: text('已经营时间', 'Time in operation'),
    unit: 'months',
    expression: 'monthsBetween(establishedOn, facts.today)',
    inWords: text(
      '从成立日期 {establishedOn} 算到核算当日 {today}，满 {monthsOperating}。',
      'From {establishedOn}, when it was established, to {today}: {monthsOperating} complete.',
    ),
  },
  {
    name: 'payroll',
    label: text('在册员工人数', 'Workers on the payroll'),
    unit: 'people',
    expression: 'size(roster)',
  },
  {
    name: 'poorPayroll',
    label: text('其中脱贫（贫困）户员工', 'Of whom from poor households'),
    unit: 'people',
    expression: 'size(roster.filter(worker, worker.poorHousehold))',
    inWords: text(
      '名册上的 {payroll} 中，标为脱贫（贫困）户的有 {poorPayroll}。',
      'Of the {payroll} on the roster, {poorPayroll} are marked as from poor households.',
    ),
  },
  {
    name: 'eligibleInvoices',
    label: text('合规发票金额（填有发票号码的设备）', 'Eligible invoices (equipment with an invoice number)'),
    unit: 'fen',
    expression:
      'sum(equipment.filter(item, item.invoiceNumber != "").map(item, item.quantity * item.unitPrice))',
    inWords: text(
      '设备清单中填有发票号码的，逐项按数量 × 单价相加，合计 {eligibleInvoices}；没有发票号码的不算。',
      'Quantity × price of each piece of equipment with an invoice number, together {eligibleInvoices}; without a number it does not count.',
    ),
  },
  {
    name: 'invoiceShare',
    label: text('按比例可补助金额', 'Share of the invoices'),
    unit: 'fen',
    expression: 'eligibleInvoices * invoiceRate / 10000',
    inWords: text(
      '合规发票金额 {eligibleInvoices} × 补助比例 {invoiceRate} = {invoiceShare}。',
      'Eligible invoices of {eligibleInvoices} × {invoiceRate} = {invoiceShare}.',
    ),
  },
  {
    name: 'requested',
    label: text('申请金额', 'Amount requested'),
    unit: 'fen',
    expression: 'amountRequested',
  },
  {
    name: 'cap',
    label: text('最高补助额', 'Cap'),
    unit: 'fen',
    expression: 'grantCap',
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
    name: 'leastOfAll',
    label: text('以上各项取最小值', 'The least of these'),
    unit: 'fen',
    expression: 'least([requested, cap, invoiceShare, fundLeft])',
    inWords: text(
      '申请金额 {requested}、最高补助额 {cap}、按比例可补助 {invoiceShare}、资金池余额 {fundLeft}，取其中最小的，即 {leastOfAll}。',
      'The least of {requested} requested, the cap of {cap}, {invoiceShare} by the invoices and {fundLeft} in the fund: {leastOfAll}.',
    ),
  },
  {
    name: 'awardedBefore',
    label: text(
      '同一项目此前已获补助（系统记录与申报取较大值）',
      'Awarded before for the same item (the larger of the record and what was declared)',
    ),
    unit: 'fen',
    expression:
      'greatest([facts.awardedForItem, sum(earlierSubsidies.filter(given, given.sameItem).map(given, given.received))])',
    inWords: text(
      '系统记录 {awardedForItem}，与申请人申报的同一项目补助合计相比，取较大的，即 {awardedBefore}。',
      'The larger of {awardedForItem} on record and what the applicant declared for the same item: {awardedBefore}.',
    ),
  },
  {
    name: 'enterpriseLeft',
    label: text('该企业尚可享受的额度', 'What is left of the enterprise’s cap'),
    unit: 'fen',
    expression: 'greatest([0, grantCap - facts.awardedToEnterprise])',
    inWords: text(
      '每户上限 {grantCap}，减去该企业累计已获 {awardedToEnterprise}，还可享受 {enterpriseLeft}。',
      'The cap of {grantCap} less {awardedToEnterprise} awarded to the enterprise so far leaves {enterpriseLeft}.',
    ),
  },
  {
    name: 'grant',
    label: text('核算补助金额', 'Grant'),
    unit: 'fen',
    expression: 'greatest([0, least([leastOfAll - awardedBefore, enterpriseLeft])])',
    inWords: text(
      '最小值 {leastOfAll} 减去此前已获 {awardedBefore}，且不超过该企业尚可享受的 {enterpriseLeft}，核算为 {grant}。',
      'The least of all, {leastOfAll}, minus {awardedBefore} awarded before, and no more than the {enterpriseLeft} left to the enterprise: {grant}.',
    ),
  },
];

export const rules: Programme['rules'] = [
  registered,
  {
    id: 'first-founding',
    label: text('首次创业', 'First founding'),
    expression: 'firstFounding',
    weight: 'must',
    basis: countyDefault.id,
    failure: text('本项补助只面向首次创业者。', 'This grant is for first-time founders only.'),
  },
  {
    id: 'operating-long-enough',
    label: text('正常经营满规定时间', 'In operation long enough'),
    expression: 'monthsOperating >= minMonthsOperating',
    weight: 'must',
    basis: countyDefault.id,
    failure: text(
      '登记成立至今 {monthsOperating}，须满 {minMonthsOperating}。',
      'In operation for {monthsOperating}; {minMonthsOperating} are required.',
    ),
    shows: ['monthsOperating', 'minMonthsOperating'],
  },
  {
    id: 'payroll-evidence',
    label: text('有在册员工', 'Workers on the payroll'),
    expression: 'payroll >= minPayroll',
    weight: 'must',
    basis: countyDefault.id,
    failure: text(
      '员工名册只有 {payroll}，至少须有 {minPayroll}。',
      'The roster names {payroll}; at least {minPayroll} are required.',
    ),
    shows: ['payroll', 'minPayroll'],
  },
  {
    id: 'not-paid-before',
    label: text('同一发票没有领取过补助', 'No invoice was paid for before'),
    expression: 'facts.taken["invoice-once"] == 0',
    weight: 'must',
    basis: countyDefault.id,
    failure: text(
      '有发票已经领取过补助，请从设备清单中删除。',
      'Some invoices were already paid for; please remove them.',
    ),
  },
  payeeIsEntity,
  poorWithin('poorWorkers', 'workers'),
  ...goodStanding,
  {
    id: 'something-to-grant',
    label: text('核算金额大于零', 'There is something to grant'),
    expression: 'grant > 0',
    weight: 'must',
    basis: interimMeasures.id,
    failure: text(
      '按现有材料核算的补助金额为零，请核对发票、申请金额和此前补助。',
      'The reckoning comes to zero; please check invoices, the amount requested and earlier subsidies.',
    ),
  },
  {
    id: 'invoices-within-investment',
    label: text('发票金额不高于实际投资', 'Invoices do not exceed the investment'),
    expression: 'eligibleInvoices <= actualInvestment',
    weight: 'attention',
    basis: countyDefault.id,
    failure: text(
      '发票金额高于填报的实际投资，请核实。',
      'Invoices exceed the stated investment; please verify.',
    ),
  },
  {
    id: 'roster-matches-jobs',
    label: text('名册人数与填报人数一致', 'The roster matches the stated number of workers'),
    expression: 'payroll == workers && poorPayroll == poorWorkers',
    weight: 'attention',
    basis: countyDefault.id,
    failure: text(
      '名册 {payroll}（其中脱贫户 {poorPayroll}），与填报人数不一致，请核实。',
      'The roster names {payroll} ({poorPayroll} from poor households), which differs from the form; please verify.',
    ),
    shows: ['payroll', 'poorPayroll'],
  },
];

export const benefit: Programme['benefit'] = {
  kind: 'money',
  amount: 'grant',
  fund: { funder: 'county', programme: 'startup-grant' },
  recurs: 'once',
  cap: 'grantCap',
};

export const onceOnly: Programme['onceOnly'] = [
  {
    id: 'invoice-once',
    label: text('同一张发票只补助一次', 'An invoice is paid for once only'),
    scope: 'invoice',
    each: 'equipment',
    where: 'row.invoiceNumber != ""',
    key: ['invoiceNumber'],
  },
];
