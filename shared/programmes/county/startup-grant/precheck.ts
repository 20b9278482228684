import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';

export const precheck: Programme['precheck'] = {
  rules: [
    {
      id: 'first-founding',
      expression: 'situation != "registered-again"',
      verdict: 'no',
      reason: text('本项补助只面向首次创业者。', 'This grant is for first-time founders only.'),
    },
    {
      id: 'registered',
      expression: 'situation != "preparing"',
      verdict: 'depends',
      reason: text(
        '办好营业执照、经营满六个月以后可以申请。',
        'You may apply once registered and six months in operation.',
      ),
    },
    {
      id: 'operating',
      expression: 'situation == "preparing" || monthsOperating >= minMonthsOperating',
      verdict: 'depends',
      reason: text(
        '经营时间还不够，须满 {minMonthsOperating}。',
        'You need {minMonthsOperating} in operation first.',
      ),
    },
    {
      id: 'payroll',
      expression: 'jobs >= minPayroll',
      verdict: 'depends',
      reason: text('须有在册员工。', 'You need workers on the payroll.'),
    },
    {
      id: 'invoices',
      expression: 'investment > 0',
      verdict: 'depends',
      reason: text('须有设备发票。', 'You need equipment invoices.'),
    },
  ],
  amount: 'least([grantCap, investment * invoiceRate / 10000])',
  amountNote: text(
    '按设备发票金额的一定比例估算，以实际发票和资金余额为准。',
    'Estimated from equipment invoices; the real invoices and what the fund still has decide.',
  ),
};
