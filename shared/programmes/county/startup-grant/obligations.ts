import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';
import { output } from '../common/applicant-fields.ts';
import { reportDocumentField, wageProof } from '../common/documents.ts';
import { countyDefault } from '../common/legal-bases.ts';
import { rosterNow } from '../common/roster-table.ts';

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
            rosterNow,
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
    keptWhen: 'stillOperating && size(roster) * 10000 >= payroll * keptJobsShare',
    mendWorkingDays: 20,
    recovery: 'paid * monthsLeft / monthsTotal',
    basis: countyDefault.id,
  },
];
