import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';
import { headcount, output } from '../common/applicant-fields.ts';
import { reportDocumentField, wageProof } from '../common/documents.ts';
import { countyDefault } from '../common/legal-bases.ts';

/** 后续监管: operate and keep the jobs for twelve months, reporting every half year. */
export const obligations: Programme['obligations'] = [
  {
    id: 'keep-operating',
    title: text('持续经营并保持岗位满十二个月', 'Operate and keep the jobs for twelve months'),
    kind: 'keep-jobs',
    firstDue: { count: 6, unit: 'months' },
    every: { count: 6, unit: 'months', until: 12 },
    form: {
      sections: [
        {
          id: 'halfYear',
          title: text('半年经营情况', 'The last half year'),
          fields: [
            {
              type: 'yes-no',
              id: 'stillOperating',
              label: text('目前是否正常经营', 'Are you still operating?'),
              required: true,
            },
            headcount('workersNow', text('目前在册员工', 'Workers on the payroll now')),
            headcount('poorWorkersNow', text('其中脱贫（贫困）户员工', 'Of whom from poor households')),
            {
              type: 'money',
              id: 'averageWage',
              label: text('员工月平均工资（元）', 'Average monthly wage (yuan)'),
              required: true,
              min: 0,
            },
            output,
            reportDocumentField(wageProof, { required: true, visibleWhen: 'stillOperating' }),
            {
              type: 'long-text',
              id: 'difficulties',
              label: text('经营中的困难', 'Difficulties'),
              hint: text('没有可以不填。', 'Leave empty if there are none.'),
              required: false,
              maxLength: 500,
            },
          ],
        },
      ],
    },
    documents: [wageProof],
    keptWhen: 'stillOperating && workersNow * 10000 >= payroll * keptJobsShare',
    mendWorkingDays: 20,
    recovery: 'paid * monthsLeft / monthsTotal',
    basis: countyDefault.id,
  },
];
