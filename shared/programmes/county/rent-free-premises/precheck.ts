import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';

export const precheck: Programme['precheck'] = {
  rules: [
    {
      id: 'wants-premises',
      expression: 'areaNeeded > 0',
      verdict: 'no',
      reason: text('您不需要厂房。', 'You do not need premises.'),
    },
    {
      id: 'enough-jobs',
      expression: 'jobs >= minJobs',
      verdict: 'no',
      reason: text('岗位须有 {minJobs}以上。', 'Jobs for at least {minJobs} are required.'),
    },
    {
      id: 'enough-poor-jobs',
      expression: 'poorJobs * 10000 >= jobs * minPoorShare',
      verdict: 'no',
      reason: text(
        '脱贫（贫困）户岗位须占三分之一以上。',
        'At least a third of the jobs must be for poor households.',
      ),
    },
    {
      id: 'premises-free',
      expression: 'false',
      verdict: 'depends',
      reason: text(
        '要看所在镇当时有没有合适的空余厂房。',
        'It depends on which premises are free in your town.',
      ),
    },
  ],
  amount: 'areaNeeded * indicativeRent / 100 * maxMonths',
  amountNote: text(
    '不是现金：按参考租金估算的三年减免总值，以实际厂房为准。',
    'Not cash: three years of rent at a typical reference rent; the real premises decide.',
  ),
};
