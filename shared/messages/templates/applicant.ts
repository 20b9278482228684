import { text } from '../../language/text.ts';
import type { Template } from '../template.ts';

const mail = ['mail'] as const;
const mailAndSms = ['mail', 'sms'] as const;

/** To the applicant, and to the officer who filed for them: the life of an application. */
export const applicantTemplates = {
  receipt: {
    title: text('申请 {case} 已收到', 'Application {case} received'),
    body: text(
      '您的“{programme}”申请已经收到，由{office}受理。承诺最迟于{due}答复是否受理。',
      'Your application for “{programme}” has been received by {office}, which promises to say by {due} whether it is accepted.',
    ),
    by: mail,
  },
  accepted: {
    title: text('申请 {case} 已受理', 'Application {case} accepted'),
    body: text(
      '您的“{programme}”申请已受理，现由{office}办理“{stage}”，承诺最迟于{due}完成。',
      'Your application for “{programme}” has been accepted. {office} now handles “{stage}” and promises to finish by {due}.',
    ),
    by: mail,
  },
  'accepted-by-silence': {
    title: text('申请 {case} 视为受理', 'Application {case} counts as accepted'),
    body: text(
      '受理期限已满，您的“{programme}”申请依规定视为受理，现由{office}办理“{stage}”，承诺最迟于{due}完成。',
      'The days for acceptance are over, so your application for “{programme}” counts as accepted. {office} now handles “{stage}” and promises to finish by {due}.',
    ),
    by: mail,
  },
  'correction-wanted': {
    title: text('申请 {case} 需要补正', 'Application {case} needs a correction'),
    body: text(
      '您的“{programme}”申请有 {count} 处内容需要补正，请在{due}（含当日）以前提交。逾期不补正的，申请将终止。补正期间不计入办理期限。',
      'Your application for “{programme}” needs {count} correction(s). Hand them in by {due} (inclusive), or the application lapses. The time limit stands meanwhile.',
    ),
    by: mailAndSms,
  },
  'correction-due-soon': {
    title: text('申请 {case} 补正期限将满', 'Application {case}: the correction is due soon'),
    body: text(
      '您的“{programme}”申请还没有补正。请在{due}（含当日）以前提交，逾期申请将终止。',
      'Your application for “{programme}” has not been corrected yet. Hand it in by {due} (inclusive), or the application lapses.',
    ),
    by: mailAndSms,
  },
  'correction-received': {
    title: text('申请 {case} 的补正已收到', 'Correction of application {case} received'),
    body: text(
      '您的补正材料已收到，申请回到“{stage}”，由{office}继续办理，承诺最迟于{due}完成。',
      'Your correction has been received. The application is back at “{stage}” with {office}, which promises to finish by {due}.',
    ),
    by: mail,
  },
  'not-accepted': {
    title: text('申请 {case} 不予受理', 'Application {case} not accepted'),
    body: text(
      '您的“{programme}”申请不予受理。事实、依据和救济途径见申请页面的决定书。',
      'Your application for “{programme}” was not accepted. The letter on the application’s page states facts, basis and remedies.',
    ),
    by: mailAndSms,
  },
  'at-next-stage': {
    title: text('申请 {case} 进入下一环节', 'Application {case} has moved on'),
    body: text(
      '您的“{programme}”申请已进入“{stage}”，由{office}办理，承诺最迟于{due}完成。',
      'Your application for “{programme}” is now at “{stage}” with {office}, which promises to finish by {due}.',
    ),
    by: mail,
  },
  'approved-in-notice': {
    title: text('申请 {case} 已通过审定，进入公示', 'Application {case} approved, now in public notice'),
    body: text(
      '您的“{programme}”申请已通过审定，拟给予{benefit}，公示至{due}。公示期满无异议的，将按规定兑现。',
      'Your application for “{programme}” has been approved ({benefit}) and is in public notice until {due}. Without an objection it will then be delivered.',
    ),
    by: mailAndSms,
  },
  approved: {
    title: text('申请 {case} 已批准', 'Application {case} approved'),
    body: text(
      '您的“{programme}”申请已批准，给予{benefit}，由{office}最迟于{due}兑现。',
      'Your application for “{programme}” has been approved ({benefit}); {office} delivers by {due}.',
    ),
    by: mailAndSms,
  },
  'notice-closed': {
    title: text('申请 {case} 公示结束', 'Public notice of application {case} has ended'),
    body: text(
      '您的“{programme}”申请公示期满，给予{benefit}，由{office}最迟于{due}兑现。',
      'The public notice of your application for “{programme}” is over; {office} delivers {benefit} by {due}.',
    ),
    by: mailAndSms,
  },
  refused: {
    title: text('申请 {case} 不予批准', 'Application {case} refused'),
    body: text(
      '您的“{programme}”申请未获批准。事实和依据见申请页面的决定书。有异议的，可在{due}（含当日）以前申请复核。',
      'Your application for “{programme}” was refused; the letter on the application’s page states facts and basis. You may ask for an internal review until {due} (inclusive).',
    ),
    by: mailAndSms,
  },
  'refused-after-review': {
    title: text('申请 {case} 不予批准', 'Application {case} refused'),
    body: text(
      '您的“{programme}”申请经复核后重新办理，仍未获批准。事实、依据和救济途径见申请页面的决定书。',
      'Your application for “{programme}”, handled anew after the internal review, was refused again. The letter on the application’s page states facts, basis and remedies.',
    ),
    by: mailAndSms,
  },
  expedited: {
    title: text('申请 {case} 加急办理', 'Application {case} is expedited'),
    body: text(
      '您的“{programme}”申请已同意加急办理，本环节承诺最迟于{due}完成。',
      'Your application for “{programme}” is expedited; this stage is now promised by {due}.',
    ),
    by: mail,
  },
  extended: {
    title: text('申请 {case} 办理期限延长', 'More time for application {case}'),
    body: text(
      '{office}经负责人批准延长办理期限，本环节承诺最迟于{due}完成。延长理由见申请页面。',
      'The head of {office} has extended the time limit; this stage is now promised by {due}. The reason is on the application’s page.',
    ),
    by: mail,
  },
  'promise-moved': {
    title: text(
      '申请 {case} 期限随放假安排调整',
      'Application {case}: a date moves with the holiday calendar',
    ),
    body: text(
      '国家公布了新的放假安排，您的“{programme}”申请的期限按工作日重新计算为{due}。',
      'A new official holiday calendar was published; reckoned in working days, the date of your application for “{programme}” is now {due}.',
    ),
    by: mail,
  },
  'objection-received': {
    title: text('申请 {case} 公示期间收到异议', 'An objection to application {case}'),
    body: text(
      '您的“{programme}”申请在公示期间收到异议，{office}正在核实。',
      'An objection to your application for “{programme}” came in during public notice; {office} is looking into it.',
    ),
    by: mail,
  },
  'objection-dismissed': {
    title: text('申请 {case} 的异议不成立', 'Objection to application {case} dismissed'),
    body: text(
      '对您的“{programme}”申请提出的异议经核实不成立。',
      'The objection to your application for “{programme}” was looked into and dismissed.',
    ),
    by: mail,
  },
  'objection-upheld': {
    title: text('申请 {case} 的批准已撤销', 'Approval of application {case} withdrawn'),
    body: text(
      '公示期间的异议经核实成立，您的“{programme}”申请不予批准。决定书和救济途径见申请页面。',
      'An objection was upheld, so your application for “{programme}” is refused. The letter and the remedies are on the application’s page.',
    ),
    by: mailAndSms,
  },
  withdrawn: {
    title: text('申请 {case} 已撤回', 'Application {case} withdrawn'),
    body: text('您的“{programme}”申请已撤回。', 'Your application for “{programme}” has been withdrawn.'),
    by: mail,
  },
  lapsed: {
    title: text('申请 {case} 已终止', 'Application {case} has lapsed'),
    body: text(
      '补正期限已满，没有收到补正材料，您的“{programme}”申请已终止。您可以重新申请。',
      'The days for correction are over and nothing came in, so your application for “{programme}” has lapsed. You may apply again.',
    ),
    by: mailAndSms,
  },
  'review-received': {
    title: text('申请 {case} 的复核申请已收到', 'Internal review of application {case} requested'),
    body: text(
      '您的复核申请已收到，由{office}办理，承诺最迟于{due}答复。',
      'Your request for internal review has been received by {office}, which promises an answer by {due}.',
    ),
    by: mail,
  },
  'refusal-upheld': {
    title: text('申请 {case} 复核结果：维持原决定', 'Internal review of application {case}: refusal upheld'),
    body: text(
      '经复核，维持对您的“{programme}”申请不予批准的决定。其他救济途径见申请页面。',
      'After internal review the refusal of your application for “{programme}” stands. Further remedies are on the application’s page.',
    ),
    by: mailAndSms,
  },
  'refusal-revoked': {
    title: text('申请 {case} 复核结果：重新办理', 'Internal review of application {case}: handled anew'),
    body: text(
      '经复核，原决定已撤销，您的“{programme}”申请由{office}重新办理，承诺最迟于{due}完成。',
      'After internal review the refusal was revoked; {office} handles your application for “{programme}” anew and promises to finish by {due}.',
    ),
    by: mailAndSms,
  },
} as const satisfies Record<string, Template>;
