import { type Text, text } from '../../../shared/language/text.ts';
import type { EventType } from '../../../shared/workflow/event.ts';

/** What happened, in a few words. */
const names: Readonly<Partial<Record<EventType, Text>>> = {
  'application-submitted': text('提交申请', 'Submitted'),
  'case-claimed': text('领取案件', 'Claimed'),
  'case-released': text('放回待领', 'Released'),
  'case-delegated': text('转交同事', 'Delegated'),
  'application-accepted': text('予以受理', 'Accepted'),
  'correction-requested': text('要求补正', 'Returned for correction'),
  'correction-submitted': text('提交补正', 'Correction handed in'),
  'application-not-accepted': text('不予受理', 'Not accepted'),
  'site-visited': text('现场核查', 'Site visited'),
  'site-visit-confirmed': text('确认核查记录', 'Visit confirmed'),
  'recommendation-made': text('提出审核意见', 'Recommendation made'),
  'stage-approved': text('本环节同意', 'Stage approved'),
  'application-approved': text('批准', 'Approved'),
  'application-refused': text('不予批准', 'Refused'),
  'expedite-requested': text('申请加急', 'Expediting requested'),
  'expedite-decided': text('答复加急申请', 'Expediting decided'),
  'clock-extended': text('延长期限', 'Time limit extended'),
  'due-date-moved': text('期限随放假安排调整', 'Date moved by the holiday calendar'),
  'case-escalated': text('超时上报', 'Reported upward'),
  'objection-filed': text('收到异议', 'Objection received'),
  'objection-dismissed': text('异议不成立', 'Objection dismissed'),
  'objection-upheld': text('异议成立，撤销批准', 'Objection upheld, approval revoked'),
  'notice-closed': text('公示结束', 'Public notice closed'),
  'application-withdrawn': text('撤回申请', 'Withdrawn'),
  'application-lapsed': text('逾期未补正，申请终止', 'Lapsed'),
  'internal-review-requested': text('申请复核', 'Internal review requested'),
  'refusal-upheld': text('复核维持原决定', 'Refusal upheld'),
  'refusal-revoked': text('复核撤销原决定', 'Refusal revoked'),
  'service-rated': text('评价服务', 'Service rated'),
};

const known: ReadonlyMap<string, Text> = new Map(Object.entries(names));

/** The name of an event; its type where a newer API knows more of them than this page. */
export const eventName = (type: string): Text => known.get(type) ?? text(type, type);
