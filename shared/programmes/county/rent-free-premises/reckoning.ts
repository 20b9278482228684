import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';
import { countyDefault, interimMeasures, poorJobsPractice } from '../common/legal-bases.ts';
import { jointMeetingThreshold, keptJobsShare } from '../common/parameters.ts';
import { goodStanding, poorWithin } from '../common/rules.ts';

export const parameters: Programme['parameters'] = [
  {
    name: 'maxMonths',
    label: text('最长免租期', 'Longest rent-free period'),
    unit: 'months',
    value: 36,
    basis: interimMeasures.id,
  },
  {
    name: 'maxShare',
    label: text('最高减免比例', 'Largest share waived'),
    unit: 'percent',
    value: 100_00,
    basis: interimMeasures.id,
  },
  {
    name: 'minJobs',
    label: text('最少计划岗位', 'Fewest planned jobs'),
    unit: 'people',
    value: 10,
    basis: countyDefault.id,
  },
  {
    name: 'minPoorShare',
    label: text('脱贫（贫困）户岗位最低比例', 'Smallest share of jobs for poor households'),
    unit: 'percent',
    value: 33_33,
    basis: poorJobsPractice.id,
  },
  {
    name: 'maxIdleMonths',
    label: text('允许连续停产的时间', 'Longest time idle'),
    unit: 'months',
    value: 3,
    basis: countyDefault.id,
  },
  {
    name: 'indicativeRent',
    label: text('估算用参考租金', 'Reference rent for estimates'),
    unit: 'fen-per-area-month',
    value: 8_00,
    basis: countyDefault.id,
  },
  keptJobsShare,
  jointMeetingThreshold,
];

export const terms: Programme['terms'] = [
  {
    name: 'jobsPromised',
    label: text('承诺岗位', 'Jobs promised'),
    unit: 'people',
    expression: 'plannedJobs',
  },
  {
    name: 'poorShare',
    label: text('其中脱贫（贫困）户岗位比例', 'Share for poor households'),
    unit: 'percent',
    expression: 'plannedJobs == 0 ? 0 : plannedPoorJobs * 10000 / plannedJobs',
    inWords: text(
      '计划岗位 {plannedJobs}，其中脱贫（贫困）户岗位 {plannedPoorJobs}，占 {poorShare}。',
      'Of {plannedJobs} planned, {plannedPoorJobs} are for poor households: {poorShare}.',
    ),
  },
  {
    name: 'freeArea',
    label: text('该厂房空余面积', 'Floor area free there'),
    unit: 'area',
    expression: 'greatest([0, facts.premises.freeArea])',
    inWords: text(
      '厂房清单中，该厂房核算当日空余 {freeArea}。',
      'On the day of the reckoning {freeArea} are free there by the inventory.',
    ),
  },
  {
    name: 'area',
    label: text('可安排面积', 'Floor area to be given'),
    unit: 'area',
    expression: 'least([areaWanted, freeArea])',
    inWords: text(
      '申请面积 {areaWanted}，该厂房空余 {freeArea}，取较小的，即 {area}。',
      'The smaller of {areaWanted} wanted and {freeArea} free: {area}.',
    ),
  },
  {
    name: 'months',
    label: text('免租月数', 'Months rent-free'),
    unit: 'months',
    expression: 'least([monthsWanted, maxMonths])',
    inWords: text(
      '申请免租 {monthsWanted}，最长 {maxMonths}，取较短的，即 {months}。',
      'The shorter of {monthsWanted} wanted and {maxMonths} at most: {months}.',
    ),
  },
  {
    name: 'share',
    label: text('减免比例', 'Share waived'),
    unit: 'percent',
    expression: 'least([shareWanted, maxShare])',
    inWords: text(
      '申请减免 {shareWanted}，最高 {maxShare}，取较低的，即 {share}。',
      'The smaller of {shareWanted} wanted and {maxShare} at most: {share}.',
    ),
  },
  {
    name: 'referenceRent',
    label: text('参考租金', 'Reference rent'),
    unit: 'fen-per-area-month',
    expression: 'facts.premises.referenceRent',
  },
  {
    name: 'rentSource',
    label: text('参考租金来源', 'Source of the reference rent'),
    unit: 'text',
    expression: 'facts.premises.rentSource',
  },
  {
    name: 'monthlyRent',
    label: text('每月参考租金（面积 × 参考租金）', 'Rent per month (area × reference rent)'),
    unit: 'fen',
    expression: 'area * referenceRent / 100',
    inWords: text(
      '面积 {area} × 参考租金 {referenceRent}，每月 {monthlyRent}。',
      '{area} at {referenceRent} make {monthlyRent} a month.',
    ),
  },
  {
    name: 'monthlyValue',
    label: text('每月减免（每月租金 × 减免比例）', 'Waived per month (rent × share)'),
    unit: 'fen',
    expression: 'monthlyRent * share / 10000',
    inWords: text(
      '每月租金 {monthlyRent} × 减免比例 {share}，每月减免 {monthlyValue}。',
      '{monthlyRent} a month × {share} waived: {monthlyValue} a month.',
    ),
  },
  {
    name: 'valueForegone',
    label: text('减免总值（每月减免 × 月数；不是现金）', 'Value foregone (per month × months; not cash)'),
    unit: 'fen',
    expression: 'monthlyValue * months',
    inWords: text(
      '每月减免 {monthlyValue} × {months}，共减免 {valueForegone}；这是少收的租金，不发现金。',
      '{monthlyValue} a month over {months}: {valueForegone}. It is rent not asked for, not cash.',
    ),
  },
];

export const rules: Programme['rules'] = [
  {
    id: 'registers-in-county',
    label: text('已在或承诺在平利县登记', 'Registered, or committed to register, in Pingli'),
    expression: 'registersInCounty',
    weight: 'must',
    basis: countyDefault.id,
    failure: text(
      '须在平利县登记，或承诺在平利县登记。',
      'The entity must be registered, or commit to register, in Pingli.',
    ),
  },
  {
    id: 'clean-trade',
    label: text('行业清洁、合法', 'A clean and lawful trade'),
    expression: '!restrictedTrade',
    weight: 'must',
    basis: countyDefault.id,
    failure: text(
      '限制、淘汰类或高污染行业不能入驻。',
      'Restricted, phased-out or highly polluting trades are not admitted.',
    ),
  },
  {
    id: 'premises-in-inventory',
    label: text('厂房在公开清单内', 'The premises are in the public inventory'),
    expression: 'facts.premises.known',
    weight: 'must',
    basis: countyDefault.id,
    failure: text(
      '所选厂房不在公开清单内，请重新选择。',
      'The premises are not in the public inventory; please choose again.',
    ),
  },
  {
    id: 'area-is-free',
    label: text('申请面积未超过空余面积', 'The floor area wanted is free'),
    expression: 'areaWanted <= freeArea',
    weight: 'must',
    basis: countyDefault.id,
    failure: text(
      '该厂房只剩 {freeArea} 空余，请减少面积或另选厂房。',
      'Only {freeArea} are free there; ask for less or choose other premises.',
    ),
    shows: ['freeArea'],
  },
  {
    id: 'enough-jobs',
    label: text('计划岗位达到最低数', 'Enough jobs are planned'),
    expression: 'plannedJobs >= minJobs',
    weight: 'must',
    basis: countyDefault.id,
    failure: text(
      '计划岗位 {jobsPromised}，至少须有 {minJobs}。',
      '{jobsPromised} are planned; at least {minJobs} are required.',
    ),
    shows: ['jobsPromised', 'minJobs'],
  },
  {
    id: 'enough-poor-jobs',
    label: text('脱贫（贫困）户岗位达到最低比例', 'Enough jobs for poor households'),
    expression: 'plannedPoorJobs * 10000 >= plannedJobs * minPoorShare',
    weight: 'must',
    basis: poorJobsPractice.id,
    failure: text(
      '脱贫（贫困）户岗位占 {poorShare}，不低于 {minPoorShare}（三分之一）才符合条件。',
      'Jobs for poor households make {poorShare}; at least {minPoorShare} (a third) are required.',
    ),
    shows: ['poorShare', 'minPoorShare'],
  },
  poorWithin('plannedPoorJobs', 'plannedJobs'),
  {
    id: 'not-given-before',
    label: text('没有在同一厂房享受过免租', 'Was not given these premises rent-free before'),
    expression: 'facts.taken["person-premises-once"] == 0',
    weight: 'must',
    basis: countyDefault.id,
    failure: text(
      '该负责人在此厂房已享受过免租，请另选厂房。',
      'The same person already had these premises rent-free; please choose others.',
    ),
  },
  ...goodStanding,
  {
    id: 'starts-ahead',
    label: text('计划入驻日期尚未过去', 'The planned start lies ahead'),
    expression: 'startsOn >= facts.today',
    weight: 'attention',
    basis: countyDefault.id,
    failure: text(
      '计划入驻日期已过，请与申请人核实。',
      'The planned start has passed; please check with the applicant.',
    ),
  },
  {
    id: 'fire-and-environment',
    label: text('消防、环评手续已着手办理', 'Fire safety and environmental assessment are under way'),
    expression: 'fireStatus != "not-begun" && environmentStatus != "not-begun"',
    weight: 'attention',
    basis: countyDefault.id,
    failure: text(
      '消防或环评尚未办理，移交厂房前须办妥。',
      'Fire safety or environmental assessment has not begun; both are needed before handover.',
    ),
  },
  {
    id: 'code-of-county',
    label: text('信用代码的登记机关属平利县', 'The credit code was issued in Pingli'),
    expression:
      'applicantType == "preparing" || (size(creditCode) == 18 && creditCode.substring(2, 8) == "610926")',
    weight: 'attention',
    basis: countyDefault.id,
    failure: text(
      '登记机关不在平利县，请核实迁入或设立分支机构的承诺。',
      'Registered outside Pingli; please check the commitment to move or to open a branch.',
    ),
  },
];

export const benefit: Programme['benefit'] = {
  kind: 'premises',
  amount: 'valueForegone',
  months: 'months',
  area: 'area',
  share: 'share',
  unit: 'premises',
  startsOn: 'startsOn',
};

export const onceOnly: Programme['onceOnly'] = [
  {
    id: 'person-premises-once',
    label: text('同一人对同一厂房只免租一次', 'The same person has the same premises rent-free once only'),
    scope: 'rent-free-premises',
    key: ['legalRepresentativeId', 'premises'],
  },
];
