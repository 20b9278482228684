import { text } from '../../../language/text.ts';
import { bankProof, document, identityCard, licence, signedForm } from '../common/documents.ts';

export const trainingPlan = document({
  id: 'trainingPlan',
  title: text('培训方案和课程表', 'Training plan and timetable'),
  source: text('培训机构制定', 'Drawn up by the training body'),
});

export const attendanceSheets = document({
  id: 'attendanceSheets',
  title: text('签到表', 'Attendance sheets'),
  source: text('逐日签到原件，可拍照上传', 'Daily sign-in originals; photos will do'),
  maxFiles: 20,
});

export const labourContracts = document({
  id: 'labourContracts',
  title: text('学员劳动合同', 'Labour contracts of the trainees'),
  source: text('用人单位自备，可合并为一个 PDF', 'Held by the employer; may be one PDF'),
  maxFiles: 20,
});

export const certificates = document({
  id: 'certificates',
  title: text('考核成绩或合格证书', 'Results or certificates'),
  source: text('培训机构或考核机构出具', 'From the training or examining body'),
  mayFollow: true,
  maxFiles: 20,
});

export const documents = [
  licence,
  identityCard,
  trainingPlan,
  attendanceSheets,
  labourContracts,
  certificates,
  bankProof,
  signedForm,
];
