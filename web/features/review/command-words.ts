import type { InputOf } from '../../../shared/api/client.ts';
import { type Text, text } from '../../../shared/language/text.ts';

export type ReviewerCommand = NonNullable<InputOf<'actOnCase'>['body']>['command'];
export type ReviewerAct = ReviewerCommand['type'];

/** The acts of an office, in the order in which they are offered. */
export const actNames: Readonly<Record<ReviewerAct, Text>> = {
  claim: text('领取', 'Claim'),
  accept: text('受理', 'Accept'),
  'record-visit': text('记录现场核查', 'Record the visit'),
  'confirm-visit': text('确认核查记录', 'Confirm the visit'),
  recommend: text('提出意见', 'Recommend'),
  approve: text('批准', 'Approve'),
  refuse: text('不予批准', 'Refuse'),
  'return-for-correction': text('退回补正', 'Return for correction'),
  'not-accept': text('不予受理', 'Do not accept'),
  'answer-objection': text('答复异议', 'Answer an objection'),
  'decide-internal-review': text('作出复核决定', 'Decide the internal review'),
  'consent-expedite': text('答复加急申请', 'Answer the request to expedite'),
  'request-expedite': text('申请加急', 'Ask to expedite'),
  'extend-clock': text('延长期限', 'Extend the time limit'),
  delegate: text('转交同事', 'Hand over'),
  release: text('放回待领', 'Release'),
};

export const isReviewerAct = (command: string): command is ReviewerAct => Object.hasOwn(actNames, command);

/** Acts that end a stage or the case: looked at once more before they are sent. */
export const isWeighty = (act: ReviewerAct): boolean =>
  ['approve', 'refuse', 'not-accept', 'answer-objection', 'decide-internal-review'].includes(act);
