import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';
import { output } from '../common/applicant-fields.ts';
import { reportDocument, reportDocumentField } from '../common/documents.ts';
import { countyDefault, interimMeasures } from '../common/legal-bases.ts';
import { rosterNow } from '../common/roster-table.ts';

/** Rent for the months that are left is due again from the breach on. */
const fromTheBreach = 'paid * monthsLeft / monthsTotal';

const productionPhotos = reportDocument({
  id: 'productionPhotos',
  title: text('车间生产照片', 'Photographs of the workshop at work'),
  source: text('现场拍摄，能看到设备和工人', 'Taken on the spot, with machines and workers'),
  accept: ['image/jpeg', 'image/png'],
});

/** 后续监管 of premises given rent-free; thirty days to mend are twenty-two working days. */
export const obligations: Programme['obligations'] = [
  {
    id: 'start-production',
    title: text('入驻后九十日内投产', 'In production within ninety days'),
    kind: 'start-production',
    firstDue: { count: 90, unit: 'days' },
    form: {
      sections: [
        {
          id: 'production',
          title: text('投产情况', 'Start of production'),
          fields: [
            {
              type: 'yes-no',
              id: 'inProduction',
              label: text('是否已投产', 'Are you in production?'),
              required: true,
            },
            {
              type: 'date',
              id: 'productionStartedOn',
              label: text('投产日期', 'Started on'),
              required: true,
              visibleWhen: 'inProduction',
              notAfter: 'today',
            },
            reportDocumentField(productionPhotos, { required: true, visibleWhen: 'inProduction' }),
          ],
        },
      ],
    },
    documents: [productionPhotos],
    keptWhen: 'inProduction',
    mendWorkingDays: 22,
    recovery: fromTheBreach,
    basis: countyDefault.id,
  },
  {
    id: 'quarterly-roster',
    title: text(
      '按季报送员工名册，岗位不低于承诺的规定比例',
      'Quarterly roster; the promised share of jobs kept',
    ),
    kind: 'roster',
    firstDue: { count: 3, unit: 'months' },
    every: { count: 3, unit: 'months', until: 36 },
    form: {
      sections: [
        {
          id: 'quarter',
          title: text('本季度情况', 'This quarter'),
          fields: [
            {
              type: 'integer',
              id: 'idleMonths',
              label: text('本季度连续停产月数', 'Months idle without a break'),
              hint: text('没有停产的填 0。', 'Enter 0 if production did not stop.'),
              required: true,
              min: 0,
              max: 36,
              unit: text('个月', 'months'),
            },
            output,
            rosterNow,
          ],
        },
      ],
    },
    keptWhen: 'idleMonths < maxIdleMonths && size(roster) * 10000 >= jobsPromised * keptJobsShare',
    mendWorkingDays: 22,
    recovery: fromTheBreach,
    basis: countyDefault.id,
  },
  {
    id: 'no-sublet',
    title: text('不得转租、转借厂房', 'No subletting'),
    kind: 'no-sublet',
    firstDue: { count: 12, unit: 'months' },
    every: { count: 12, unit: 'months', until: 36 },
    mendWorkingDays: 22,
    recovery: fromTheBreach,
    basis: interimMeasures.id,
  },
];
