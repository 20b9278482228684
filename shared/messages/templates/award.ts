import { text } from '../../language/text.ts';
import type { Template } from '../template.ts';

const inboxOnly = [] as const;
const mail = ['mail'] as const;
const mailAndSms = ['mail', 'sms'] as const;

/** After approval: payment, handover, reports, breach, recovery; to the applicant and to the offices. */
export const awardTemplates = {
  'documents-came': {
    title: text('案件 {case} 已补交材料', 'Documents of case {case} have come'),
    body: text('申请人补交了 {count} 份材料。', 'The applicant has handed in {count} document(s).'),
    by: inboxOnly,
  },
  'payment-to-approve': {
    title: text('案件 {case} 有付款待复核', 'Case {case}: a payment to approve'),
    body: text(
      '付款 {amount} 已填报，须由另一名人员复核。',
      'A payment of {amount} was prepared and needs someone else’s approval.',
    ),
    by: inboxOnly,
  },
  'payment-approved': {
    title: text('案件 {case} 付款已复核', 'Case {case}: the payment was approved'),
    body: text(
      '付款已复核，请通过银行办理并登记凭证号。',
      'The payment was approved; please pay and record the voucher.',
    ),
    by: inboxOnly,
  },
  'payment-cancelled': {
    title: text('案件 {case} 付款已取消', 'Case {case}: the payment was cancelled'),
    body: text('已填报的付款被取消。', 'The prepared payment was cancelled.'),
    by: inboxOnly,
  },
  paid: {
    title: text('申请 {case} 已拨付', 'Application {case}: paid'),
    body: text(
      '您的“{programme}”资金 {amount} 已于{on}拨付，请留意到账。',
      '{amount} of your “{programme}” was paid on {on}.',
    ),
    by: mailAndSms,
  },
  'payment-failed': {
    title: text('申请 {case} 拨付未成功', 'Application {case}: the payment failed'),
    body: text(
      '您的“{programme}”资金拨付未成功，请联系{office}核对收款账户。',
      'The payment of your “{programme}” failed; please check the payee account with {office}.',
    ),
    by: mailAndSms,
  },
  'payment-sent-back': {
    title: text('申请 {case} 的款项被银行退回', 'Application {case}: the bank sent the payment back'),
    body: text(
      '您的“{programme}”资金 {amount} 于{on}被银行退回，没有到账。请尽快联系{office}核对收款账户，核对无误后重新拨付。',
      '{amount} of your “{programme}” came back from the bank on {on}. Please check the payee account with {office}; it is then paid again.',
    ),
    by: mailAndSms,
  },
  'unpaid-released': {
    title: text('申请 {case} 剩余资金不再拨付', 'Application {case}: the rest will not be paid'),
    body: text(
      '您的“{programme}”剩余的 {amount} 不再拨付，理由见申请页面。',
      'The remaining {amount} of your “{programme}” will not be paid; the reason is on the application’s page.',
    ),
    by: mail,
  },
  'award-cancelled': {
    title: text('申请 {case} 的批准已取消', 'The award of application {case} was cancelled'),
    body: text(
      '您的“{programme}”在兑现之前被取消，理由见申请页面。',
      'Your “{programme}” was cancelled before delivery; the reason is on the application’s page.',
    ),
    by: mailAndSms,
  },
  'handed-over': {
    title: text('申请 {case} 的厂房已交付', 'Application {case}: premises handed over'),
    body: text(
      '厂房已交付，租期自{from}至{to}。',
      'The premises were handed over; the lease runs from {from} to {to}.',
    ),
    by: mail,
  },
  'report-to-assess': {
    title: text('案件 {case} 有报告待核查', 'Case {case}: a report to assess'),
    body: text(
      '企业提交了“{obligation}”的报告，请核查。',
      'The enterprise has reported on “{obligation}”; please assess it.',
    ),
    by: inboxOnly,
  },
  'obligation-kept': {
    title: text('申请 {case} 的报告已核查', 'Application {case}: the report was assessed'),
    body: text('“{obligation}”经核查已履行。', '“{obligation}” was found to be kept.'),
    by: mail,
  },
  'report-sent-back': {
    title: text('申请 {case} 的报告需要补充', 'Application {case}: the report needs more'),
    body: text(
      '“{obligation}”的报告不完整，请按申请页面的说明补充。',
      'The report on “{obligation}” is incomplete; the application’s page says what is missing.',
    ),
    by: mail,
  },
  'report-due-soon': {
    title: text('申请 {case} 的报告快到期了', 'Application {case}: a report is due soon'),
    body: text(
      '请在{due}（含当日）以前提交“{obligation}”的报告。需要的材料可以先准备好，填写的内容随时保存。',
      'Hand in the report on “{obligation}” by {due} (inclusive). Have the papers ready; what you write is saved as you go.',
    ),
    by: mailAndSms,
  },
  'mend-due-soon': {
    title: text('申请 {case} 的整改期限将满', 'Application {case}: the time to mend is nearly over'),
    body: text(
      '“{obligation}”须在{due}（含当日）以前整改完成，请联系镇上核查。逾期未整改的，可能被追回扶持。',
      '“{obligation}” is to be mended by {due} (inclusive); ask the town to come and see. Otherwise what was given may be recovered.',
    ),
    by: mailAndSms,
  },
  'helped-report-due-soon': {
    title: text(
      '您帮扶的企业：案件 {case} 的报告快到期了',
      'An enterprise you look after: a report of {case} is due',
    ),
    body: text(
      '“{obligation}”的报告须在{due}（含当日）以前提交，请提醒企业；填报有困难的，上门帮一把。',
      'The report on “{obligation}” is due by {due} (inclusive). Remind the enterprise, and help it where that is hard.',
    ),
    by: mail,
  },
  'helped-mend-due-soon': {
    title: text(
      '您帮扶的企业：案件 {case} 的整改期限将满',
      'An enterprise you look after: {case} is to be mended',
    ),
    body: text(
      '“{obligation}”须在{due}（含当日）以前整改完成，请到厂里看一看，督促整改。',
      '“{obligation}” is to be mended by {due} (inclusive). Go and see, and help it along.',
    ),
    by: mail,
  },
  'report-overdue': {
    title: text('申请 {case} 的报告已逾期', 'Application {case}: a report is overdue'),
    body: text(
      '“{obligation}”已到期而没有收到报告，请尽快提交。',
      'A report on “{obligation}” was due and has not come; please hand it in.',
    ),
    by: mailAndSms,
  },
  'report-overdue-for-town': {
    title: text('案件 {case} 的报告已逾期', 'Case {case}: a report is overdue'),
    body: text(
      '企业没有按期提交“{obligation}”的报告，请督促。',
      'The enterprise has not reported on “{obligation}” in time.',
    ),
    by: inboxOnly,
  },
  'breach-found': {
    title: text('申请 {case} 需要整改', 'Application {case}: something must be mended'),
    body: text(
      '经核查，“{obligation}”没有履行，请在{due}（含当日）以前整改。逾期不整改的，可能追回补助或终止租赁。',
      '“{obligation}” was found not to be kept. Please mend it by {due} (inclusive), or the award may be recovered or ended.',
    ),
    by: mailAndSms,
  },
  'breach-mended': {
    title: text('申请 {case} 的整改已通过', 'Application {case}: mended'),
    body: text('“{obligation}”的整改已通过核查。', '“{obligation}” was found to be mended.'),
    by: mail,
  },
  'mend-over': {
    title: text('申请 {case} 整改期限已满', 'Application {case}: the days for mending are over'),
    body: text(
      '“{obligation}”的整改期限已满，主管部门将作出处理。',
      'The days for mending “{obligation}” are over; the office decides what follows.',
    ),
    by: mail,
  },
  'mend-over-for-owner': {
    title: text('案件 {case} 整改期限已满', 'Case {case}: the days for mending are over'),
    body: text(
      '“{obligation}”逾期没有整改，请研究处理。',
      '“{obligation}” was not mended in time; please decide what follows.',
    ),
    by: mail,
  },
  'recovery-opened': {
    title: text('申请 {case} 需要退回资金', 'Application {case}: money is to be repaid'),
    body: text(
      '因“{obligation}”没有履行，须在{due}（含当日）以前退回 {amount}。依据和理由见申请页面。',
      'Because “{obligation}” was not kept, {amount} is to be repaid by {due} (inclusive). Basis and reason are on the application’s page.',
    ),
    by: mailAndSms,
  },
  'recovery-to-collect': {
    title: text('案件 {case} 有资金待追回', 'Case {case}: money to recover'),
    body: text('须追回 {amount}，期限至{due}。', '{amount} is to be recovered by {due}.'),
    by: inboxOnly,
  },
  repaid: {
    title: text('申请 {case} 的退款已到账', 'Application {case}: repayment received'),
    body: text('已收到退款 {amount}。', 'A repayment of {amount} was received.'),
    by: mail,
  },
  'write-off-to-decide': {
    title: text('案件 {case} 有核销申请待审批', 'Case {case}: a write-off to decide'),
    body: text(
      '尚未追回的 {amount} 提请核销，须由另一名人员审批。',
      'It is proposed to write off {amount} that cannot be recovered; someone else must decide.',
    ),
    by: inboxOnly,
  },
  'write-off-declined': {
    title: text('案件 {case} 不同意核销', 'Case {case}: the write-off was declined'),
    body: text('核销申请未获同意，请继续追回。', 'The write-off was declined; please go on collecting.'),
    by: inboxOnly,
  },
  'written-off': {
    title: text('申请 {case} 已办结', 'Application {case} is closed'),
    body: text(
      '尚未退回的 {amount} 已作核销处理，本案办结。欠款仍然存在，退清以前不能享受新的扶持。',
      'The {amount} not repaid was written off and the case is closed. It is still owed; until it is repaid there is no new support.',
    ),
    by: mail,
  },
  'written-off-for-desk': {
    title: text('案件 {case} 已核销', 'Case {case}: written off'),
    body: text(
      '{amount} 已核销。以后收到退款的，仍请登记。',
      '{amount} was written off. Record any later repayment.',
    ),
    by: inboxOnly,
  },
  'award-closed': {
    title: text('申请 {case} 已办结', 'Application {case} is closed'),
    body: text(
      '您的“{programme}”各项义务已履行完毕，本案办结。',
      'All duties of your “{programme}” are done; the case is closed.',
    ),
    by: mail,
  },
} as const satisfies Record<string, Template>;
