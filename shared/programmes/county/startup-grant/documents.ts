import { text } from '../../../language/text.ts';
import { bankProof, document, identityCard, licence, signedForm } from '../common/documents.ts';

export const contracts = document({
  id: 'contracts',
  title: text('劳动合同和近期工资发放记录', 'Labour contracts and recent wage records'),
  source: text('申请人自备；可拍照上传', 'Held by the applicant; photos will do'),
  maxFiles: 20,
});

export const invoices = document({
  id: 'invoices',
  title: text('设备发票', 'Equipment invoices'),
  source: text('销售方开具，发票号码须与设备清单一致', 'From the seller; numbers as in the equipment list'),
  maxFiles: 20,
});

export const agreement = document({
  id: 'agreement',
  title: text('招商协议', 'Investment agreement'),
  source: text('与县政府签订的协议文本', 'As signed with the county government'),
  required: '"investment-agreement" in citedBases',
});

export const taxProof = document({
  id: 'taxProof',
  title: text('完税或无欠税证明', 'Tax clearance certificate'),
  source: text('税务部门出具，可在电子税务局下载', 'From the tax authority; may be downloaded online'),
  mayFollow: true,
});

export const documents = [
  licence,
  identityCard,
  contracts,
  agreement,
  invoices,
  bankProof,
  taxProof,
  signedForm,
];
