import type { Field, Form, Section } from '../../../forms/field.ts';
import { text } from '../../../language/text.ts';
import { applicantSection, bankSection, headcount, placeSection } from '../common/applicant-fields.ts';
import { bankProof, documentField } from '../common/documents.ts';
import { occupations } from '../common/occupations.ts';
import { attendanceSheets, certificates, labourContracts, trainingPlan } from './documents.ts';

const course: readonly Field[] = [
  {
    type: 'choice',
    id: 'stream',
    label: text('培训项目', 'Training stream'),
    hint: text(
      '“雨露计划”由乡村振兴局审定，只面向脱贫（贫困）户；技能培训由人社局审定。',
      'Rain-Dew is decided by the rural revitalisation bureau and is for poor households only; skills training by the human-resources bureau.',
    ),
    required: true,
    publicNotice: true,
    options: [
      { value: 'rain-dew', label: text('雨露计划', 'Rain-Dew programme') },
      { value: 'skills', label: text('就业技能培训', 'Skills training') },
    ],
  },
  {
    type: 'choice',
    id: 'occupation',
    label: text('培训工种', 'Occupation'),
    required: true,
    publicNotice: true,
    options: occupations,
    prefill: 'course.occupation',
  },
  {
    type: 'choice',
    id: 'level',
    label: text('等级', 'Level'),
    required: true,
    options: [
      { value: 'entry', label: text('岗前培训（不分等级）', 'Entry training') },
      { value: 'level-5', label: text('五级（初级工）', 'Level 5 (elementary)') },
      { value: 'level-4', label: text('四级（中级工）', 'Level 4 (intermediate)') },
    ],
  },
  {
    type: 'text',
    id: 'sessionNumber',
    label: text('培训班期次', 'Session number'),
    hint: text('例如：2026 年第 3 期。', 'For example: 2026, no. 3.'),
    required: true,
    maxLength: 40,
  },
  {
    type: 'date',
    id: 'startsOn',
    label: text('开班日期', 'First day'),
    required: true,
    prefill: 'course.startsOn',
    notAfter: 'today',
  },
  {
    type: 'date',
    id: 'endsOn',
    label: text('结业日期', 'Last day'),
    hint: text('培训期不超过三个月。', 'No more than three months after the first day.'),
    required: true,
    notBefore: 'startsOn',
  },
  {
    type: 'integer',
    id: 'hours',
    label: text('总课时', 'Hours in all'),
    required: true,
    min: 1,
    max: 2000,
    unit: text('课时', 'hours'),
  },
  {
    type: 'money',
    id: 'probationWage',
    label: text('培训（试用）期月工资（元）', 'Monthly wage during training (yuan)'),
    required: true,
    min: 0,
    max: 10_000_000,
  },
];

const teachers: Field = {
  type: 'table',
  id: 'teachers',
  label: text('授课教师', 'Teachers'),
  required: true,
  minRows: 1,
  maxRows: 50,
  columns: [
    { type: 'person-name', id: 'name', label: text('姓名', 'Name'), required: true },
    { type: 'text', id: 'subject', label: text('授课内容', 'Subject'), required: true, maxLength: 60 },
    {
      type: 'text',
      id: 'qualification',
      label: text('职称或技能等级', 'Qualification'),
      required: true,
      maxLength: 60,
    },
    { type: 'integer', id: 'hours', label: text('课时', 'Hours'), required: true, min: 1, max: 2000 },
  ],
};

const training: Section = {
  id: 'training',
  title: text('培训情况', 'The training'),
  fields: [
    ...course,
    {
      type: 'text',
      id: 'trainingBody',
      label: text('培训机构', 'Training body'),
      required: true,
      prefill: 'course.organiser',
      maxLength: 80,
      publicNotice: true,
    },
    teachers,
    documentField(trainingPlan),
  ],
};

const trainees: Field = {
  type: 'table',
  id: 'trainees',
  label: text('学员名单', 'Trainees'),
  hint: text(
    '可以下载模板填好后上传，也可以直接从 Excel 表格粘贴。没有签订劳动合同的，合同日期留空。',
    'Fill in the template and upload it, or paste from a spreadsheet. Leave the contract date empty where there is no contract.',
  ),
  required: true,
  minRows: 1,
  maxRows: 500,
  uniqueBy: ['residentId'],
  columns: [
    { type: 'person-name', id: 'name', label: text('姓名', 'Name'), required: true },
    { type: 'resident-id', id: 'residentId', label: text('身份证号码', 'Resident ID'), required: true },
    { type: 'mobile', id: 'mobile', label: text('手机号码', 'Mobile'), required: true },
    { type: 'text', id: 'homeTown', label: text('户籍镇（村）', 'Home town'), required: true, maxLength: 40 },
    {
      type: 'yes-no',
      id: 'poorHousehold',
      label: text('是否脱贫（贫困）户', 'Poor household'),
      required: true,
    },
    {
      type: 'date',
      id: 'contractedOn',
      label: text('劳动合同签订日期', 'Contract signed on'),
      required: false,
      notAfter: 'today',
    },
    {
      type: 'percentage',
      id: 'attendance',
      label: text('出勤率（%）', 'Attendance (%)'),
      required: true,
      min: 0,
      max: 100_00,
    },
    {
      type: 'choice',
      id: 'result',
      label: text('考核结果', 'Result'),
      required: true,
      options: [
        { value: 'passed', label: text('合格', 'Passed') },
        { value: 'failed', label: text('不合格', 'Failed') },
        { value: 'absent', label: text('缺考', 'Absent') },
      ],
    },
    {
      type: 'text',
      id: 'certificateNumber',
      label: text('证书编号', 'Certificate number'),
      required: false,
      maxLength: 40,
    },
  ],
};

const roster: Section = {
  id: 'roster',
  title: text('学员名单', 'Trainees'),
  fields: [
    headcount('plannedTrainees', text('计划培训人数', 'Planned trainees'), { min: 1 }),
    headcount('actualTrainees', text('实际培训人数', 'Actual trainees'), { min: 1 }),
    trainees,
    documentField(attendanceSheets),
    documentField(labourContracts),
    documentField(certificates),
  ],
};

export const form: Form = {
  sections: [applicantSection, placeSection, training, roster, bankSection(documentField(bankProof))],
};
