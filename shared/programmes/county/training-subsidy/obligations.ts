import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';
import { headcount } from '../common/applicant-fields.ts';
import { reportDocumentField, wageProof } from '../common/documents.ts';
import { countyDefault } from '../common/legal-bases.ts';

/** 后续监管: who is still employed three and six months on; each ineligible trainee is paid back. */
export const obligations: Programme['obligations'] = [
  {
    id: 'retention',
    title: text('结业后三个月、六个月在岗情况', 'Employment three and six months on'),
    kind: 'retention',
    firstDue: { count: 3, unit: 'months' },
    every: { count: 3, unit: 'months', until: 6 },
    form: {
      sections: [
        {
          id: 'retained',
          title: text('学员在岗情况', 'Trainees still employed'),
          fields: [
            headcount('stillEmployed', text('仍在岗的学员', 'Trainees still employed')),
            headcount('foundIneligible', text('核查发现不符合条件的学员', 'Trainees found ineligible'), {
              hint: text(
                '没有的填 0；每人按补贴标准退回。',
                'Enter 0 if none; each is paid back at the rate.',
              ),
            }),
            reportDocumentField(wageProof, { required: false }),
            {
              type: 'table',
              id: 'leavers',
              label: text('已离岗的学员', 'Trainees who left'),
              required: false,
              minRows: 0,
              maxRows: 500,
              uniqueBy: ['residentId'],
              columns: [
                { type: 'person-name', id: 'name', label: text('姓名', 'Name'), required: true },
                {
                  type: 'resident-id',
                  id: 'residentId',
                  label: text('身份证号码', 'Resident ID'),
                  required: true,
                },
                {
                  type: 'date',
                  id: 'leftOn',
                  label: text('离岗日期', 'Left on'),
                  required: true,
                  notAfter: 'today',
                },
                { type: 'text', id: 'reason', label: text('原因', 'Reason'), required: false, maxLength: 60 },
              ],
            },
          ],
        },
      ],
    },
    documents: [wageProof],
    keptWhen: 'foundIneligible == 0 && stillEmployed * 10000 >= qualified * minRetention',
    mendWorkingDays: 15,
    recovery: 'least([paid, foundIneligible * rate])',
    basis: countyDefault.id,
  },
];
