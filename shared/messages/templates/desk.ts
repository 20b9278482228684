import { text } from '../../language/text.ts';
import type { Template } from '../template.ts';

/** In the inbox only; the digest of the day brings it by mail. */
const inboxOnly = [] as const;
const mail = ['mail'] as const;

/** To officers: what waits for them, and what has happened to a case they hold. */
export const deskTemplates = {
  'case-arrived': {
    title: text('案件 {case} 待办理', 'Case {case} has arrived'),
    body: text(
      '“{programme}”申请到达“{stage}”，请领取办理，期限至{due}。',
      'An application for “{programme}” has arrived at “{stage}”; it is promised by {due}.',
    ),
    by: inboxOnly,
  },
  'case-corrected': {
    title: text('案件 {case} 已补正', 'Case {case} was corrected'),
    body: text(
      '申请人已提交补正，案件回到“{stage}”，期限至{due}。',
      'The applicant has handed in the correction; the case is back at “{stage}”, promised by {due}.',
    ),
    by: inboxOnly,
  },
  'case-assigned': {
    title: text('案件 {case} 转交您办理', 'Case {case} was assigned to you'),
    body: text(
      '“{programme}”申请的“{stage}”已转交您办理，期限至{due}。',
      '“{stage}” of an application for “{programme}” was assigned to you; it is promised by {due}.',
    ),
    by: mail,
  },
  'case-taken-away': {
    title: text('案件 {case} 不再由您办理', 'Case {case} is no longer yours'),
    body: text('负责人已将本案另行安排。', 'The head of the office has reassigned the case.'),
    by: inboxOnly,
  },
  'second-officer-wanted': {
    title: text('案件 {case} 需要第二人确认', 'Case {case} needs a second officer'),
    body: text(
      '“{stage}”的核查或会议记录已填写，须由另一名工作人员确认，期限至{due}。',
      'The visit or minutes of “{stage}” are recorded and need another officer’s confirmation; promised by {due}.',
    ),
    by: inboxOnly,
  },
  'second-officer-confirmed': {
    title: text('案件 {case} 已由第二人确认', 'A second officer confirmed case {case}'),
    body: text('“{stage}”可以继续办理，期限至{due}。', '“{stage}” can go on; it is promised by {due}.'),
    by: inboxOnly,
  },
  'expedite-asked': {
    title: text('案件 {case} 申请加急', 'Case {case}: consent to expedite wanted'),
    body: text(
      '经办人申请加急办理“{stage}”，须由负责人或县领导同意。',
      'An officer asks to expedite “{stage}”; the head of the office or a county leader must consent.',
    ),
    by: mail,
  },
  'expedite-agreed': {
    title: text('案件 {case} 同意加急', 'Case {case}: expediting agreed'),
    body: text('加急已同意，期限调整为{due}。', 'Expediting was agreed; the case is now promised by {due}.'),
    by: inboxOnly,
  },
  'expedite-declined': {
    title: text('案件 {case} 不同意加急', 'Case {case}: expediting declined'),
    body: text(
      '加急未获同意，期限仍为{due}。',
      'Expediting was declined; the case is still promised by {due}.',
    ),
    by: inboxOnly,
  },
  'half-used': {
    title: text('案件 {case} 办理期限已过半', 'Half of the time for case {case} is used'),
    body: text(
      '“{stage}”的承诺期限已用过半，请抓紧办理，期限至{due}。',
      'Half of the promised time for “{stage}” is used; it is promised by {due}.',
    ),
    by: mail,
  },
  'all-used': {
    title: text('案件 {case} 已超过办理期限', 'Case {case} is late'),
    body: text(
      '“{stage}”的承诺期限{due}已过，请负责人督办。',
      'The promise of “{stage}” ran out on {due}; the head of the office is asked to see to it.',
    ),
    by: mail,
  },
  'delivery-late': {
    title: text('案件 {case} 兑现已逾期', 'Delivery of case {case} is late'),
    body: text(
      '本案应于{due}前兑现或办理，请负责人督办。',
      'Something was due in this case on {due}; the head of the office is asked to see to it.',
    ),
    by: mail,
  },
  'silence-accepted': {
    title: text('案件 {case} 因逾期视为受理', 'Case {case} was accepted by silence'),
    body: text(
      '受理期限内没有答复，本案依规定视为受理。请负责人了解原因。',
      'Nobody answered within the days for acceptance, so the case counts as accepted. The head of the office is asked to find out why.',
    ),
    by: mail,
  },
  'promise-moved-for-desk': {
    title: text('案件 {case} 期限随放假安排调整', 'Case {case}: a date moves with the holiday calendar'),
    body: text(
      '按新公布的放假安排，本案期限调整为{due}。',
      'By the new official holiday calendar the case is now due on {due}.',
    ),
    by: inboxOnly,
  },
  'notice-began': {
    title: text('案件 {case} 进入公示', 'Case {case} is in public notice'),
    body: text(
      '“{programme}”申请已批准并公示至{due}，请留意并答复异议。',
      'An application for “{programme}” was approved and is in public notice until {due}; please watch for objections.',
    ),
    by: inboxOnly,
  },
  'objection-to-answer': {
    title: text('案件 {case} 收到异议', 'An objection to case {case}'),
    body: text(
      '公示期间收到异议，请核实并答复。未答复的，公示不能结束。',
      'An objection came in; please look into it and answer. The notice cannot end before.',
    ),
    by: mail,
  },
  'case-to-deliver': {
    title: text('案件 {case} 待兑现', 'Case {case} is to be delivered'),
    body: text(
      '“{programme}”申请已批准，给予{benefit}，请于{due}前兑现。',
      'An application for “{programme}” was approved ({benefit}); please deliver by {due}.',
    ),
    by: inboxOnly,
  },
  'case-withdrawn': {
    title: text('案件 {case} 已撤回', 'Case {case} was withdrawn'),
    body: text('申请人已撤回申请，本案办结。', 'The applicant has withdrawn; the case is closed.'),
    by: inboxOnly,
  },
  'case-lapsed': {
    title: text('案件 {case} 逾期未补正，已终止', 'Case {case} has lapsed'),
    body: text('申请人逾期未补正，本案终止。', 'The applicant did not correct in time; the case is closed.'),
    by: inboxOnly,
  },
  'review-to-decide': {
    title: text('案件 {case} 申请复核', 'Case {case}: internal review wanted'),
    body: text(
      '申请人对不予批准的决定申请复核，请由未参与本案的人员办理，期限至{due}。',
      'The applicant asks for an internal review of the refusal; someone who took no part decides by {due}.',
    ),
    by: mail,
  },
  'digest-of-the-day': {
    title: text('{date} 待办提醒', 'Your cases on {date}'),
    body: text(
      '今日到期 {dueToday} 件，已逾期 {late} 件，等待申请人补正 {waiting} 件，待领取 {unclaimed} 件。',
      'Due today: {dueToday}; late: {late}; waiting for the applicant: {waiting}; unclaimed: {unclaimed}.',
    ),
    by: mail,
  },
} as const satisfies Record<string, Template>;
