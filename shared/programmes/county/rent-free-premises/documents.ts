import { text } from '../../../language/text.ts';
import { document, identityCard, licence, signedForm } from '../common/documents.ts';

export const registrationCommitment = document({
  id: 'registrationCommitment',
  title: text('在平利县登记的承诺书', 'Commitment to register in Pingli'),
  source: text('申请人签字，可在镇窗口领取文本', 'Signed by the applicant; forms at the town desk'),
  required: 'applicantType == "preparing"',
  maxFiles: 2,
});

export const investmentPlan = document({
  id: 'investmentPlan',
  title: text('投资计划', 'Investment plan'),
  source: text('申请人自备，写明投资额、设备和投产时间', 'Your own: sums, equipment, start of production'),
});

export const hiringPlan = document({
  id: 'hiringPlan',
  title: text('用工计划', 'Hiring plan'),
  source: text('申请人自备，写明岗位和优先招用人员', 'Your own: jobs, and who is hired first'),
});

const lease = document({
  id: 'lease',
  title: text('厂房使用协议', 'Agreement on the use of the premises'),
  source: text('批准后与镇人民政府签订', 'Signed with the town after approval'),
  neededFor: 'delivery',
});

const fireSafety = document({
  id: 'fireSafety',
  title: text('消防安全检查合格材料', 'Fire-safety evidence'),
  source: text('消防部门出具', 'From the fire authority'),
  neededFor: 'delivery',
});

export const documents = [
  licence,
  registrationCommitment,
  identityCard,
  investmentPlan,
  hiringPlan,
  signedForm,
  lease,
  fireSafety,
];
