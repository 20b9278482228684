import type { Field } from '../../../forms/field.ts';
import { type Text, text } from '../../../language/text.ts';

const whole = text(
  '每人一行，可以从 Excel 表格复制粘贴。',
  'One line for each worker; you may paste it from a spreadsheet.',
);
const changes = text(
  '上次的名册已经带出：离开的删去，新来的补上，工资有变的改过来。',
  'Begins with your last roster: take off who has left, add who is new, and correct the wages.',
);

/** 员工名册: one row for each worker. Jobs are counted from it; nobody types their number beside it. */
const rosterOf = (minRows: number, hint: Text): Field => ({
  type: 'table',
  id: 'roster',
  label: text('员工名册', 'Worker roster'),
  hint,
  required: minRows > 0,
  minRows,
  maxRows: 500,
  uniqueBy: ['residentId'],
  columns: [
    { type: 'person-name', id: 'name', label: text('姓名', 'Name'), required: true },
    { type: 'resident-id', id: 'residentId', label: text('身份证号码', 'Resident ID'), required: true },
    {
      type: 'date',
      id: 'startedOn',
      label: text('入职日期', 'Started on'),
      required: true,
      notAfter: 'today',
    },
    {
      type: 'integer',
      id: 'contractMonths',
      label: text('合同期限（月）', 'Contract (months)'),
      required: true,
      min: 1,
      max: 600,
    },
    { type: 'money', id: 'wage', label: text('月工资（元）', 'Monthly wage (yuan)'), required: true, min: 0 },
    {
      type: 'yes-no',
      id: 'poorHousehold',
      label: text('是否脱贫（贫困）户', 'Poor household'),
      required: true,
    },
  ],
});

/** With an application, where it is filed for the first time. */
export const rosterTable = ({ minRows }: { readonly minRows: number }): Field => rosterOf(minRows, whole);

/** With a report: filled in from the roster before it. */
export const rosterNow: Field = rosterOf(0, changes);
