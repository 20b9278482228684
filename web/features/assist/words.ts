import { text } from '../../../shared/language/text.ts';

export const words = {
  title: text('帮办代办', 'File for an applicant'),
  intro: text(
    '为不便自行网上办理的申请人代填。须有申请人的授权，办理过程会记录是您代办的，您不能再审核这个案件。',
    'Fill in for somebody who cannot do it online. You need their authority; the record says that you filed, and you may not review the case.',
  ),
  programme: text('政策', 'Programme'),
  choose: text('请选择', 'Please choose'),
  account: text('申请人账号', 'Applicant’s account'),
  accountHint: text('申请人登录本平台的账号。', 'The account they sign in with.'),
  authority: text('授权情况', 'The authority'),
  authorityHint: text(
    '写明授权书的日期和签署人；提交前上传授权书。',
    'Date and signatory; upload the paper before submitting.',
  ),
  start: text('开始代填', 'Start'),
  missing: text('请填写。', 'Please fill this in.'),
  filed: text('我代办的申请', 'Filed by me'),
  none: text('还没有代办的申请。', 'Nothing filed yet.'),
  goOn: text('接着填', 'Continue'),
} as const;
