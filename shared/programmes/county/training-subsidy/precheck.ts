import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';

export const precheck: Programme['precheck'] = {
  rules: [
    {
      id: 'trains-somebody',
      expression: 'trainees > 0',
      verdict: 'no',
      reason: text('您没有组织员工培训。', 'You are not training anybody.'),
    },
    {
      id: 'registered',
      expression: 'situation != "preparing"',
      verdict: 'depends',
      reason: text('办好营业执照后可以申请。', 'You may apply once you are registered.'),
    },
    {
      id: 'who-qualifies',
      expression: 'false',
      verdict: 'depends',
      reason: text(
        '要看有多少学员出勤、考核、年龄和合同都符合条件。',
        'It depends on how many trainees attended, passed, are of age and have a contract.',
      ),
    },
  ],
  amount: 'trainees * skillsRate',
  amountNote: text(
    '按技能培训标准估算；脱贫（贫困）户学员走雨露计划的，每人 1,000 元。',
    'Estimated at the skills rate; for trainees from poor households Rain-Dew pays 1,000 yuan each.',
  ),
};
