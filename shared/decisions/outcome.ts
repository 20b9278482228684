import * as z from 'zod';
import { type Text, text } from '../language/text.ts';

/** What came of a decision. Names are stable: searches and exports rely on them. */
export const outcomes = {
  accepted: text('受理', 'accepted'),
  'deemed-accepted': text('逾期视为受理', 'deemed accepted by silence'),
  'not-accepted': text('不予受理', 'not accepted'),
  returned: text('退回补正', 'returned for correction'),
  lapsed: text('逾期未补正，视为放弃', 'lapsed without a correction'),
  recommended: text('建议支持', 'recommended'),
  opposed: text('建议不支持', 'recommended against'),
  'stage-approved': text('本环节同意', 'approved at this stage'),
  approved: text('批准', 'approved'),
  refused: text('不予批准', 'refused'),
  'objection-dismissed': text('异议不成立', 'objection dismissed'),
  'objection-upheld': text('异议成立，撤销批准', 'objection upheld, approval revoked'),
  'refusal-upheld': text('复核维持', 'refusal upheld on review'),
  'refusal-revoked': text('复核撤销，重新办理', 'refusal revoked on review'),
  'expedite-agreed': text('同意加急', 'expediting agreed'),
  'expedite-declined': text('不同意加急', 'expediting declined'),
  'time-extended': text('延长期限', 'time limit extended'),
  'award-cancelled': text('取消补助', 'award cancelled'),
  'payment-approved': text('复核同意付款', 'payment approved'),
  'payment-cancelled': text('取消付款', 'payment cancelled'),
  'remainder-released': text('余款不再支付', 'unpaid remainder released'),
  'premises-handed-over': text('厂房交接', 'premises handed over'),
  'lease-confirmed': text('年度核查通过', 'lease confirmed'),
  'obligation-kept': text('核查：已履行', 'obligation found kept'),
  'report-sent-back': text('报告退回补充', 'report sent back'),
  'breach-recorded': text('认定违约，通知整改', 'breach recorded'),
  'breach-mended': text('核查：已整改', 'breach found mended'),
  'recovery-ordered': text('决定追回', 'recovery ordered'),
  'write-off-approved': text('同意核销', 'written off'),
  'write-off-declined': text('不同意核销', 'write-off declined'),
} as const satisfies Record<string, Text>;

export type Outcome = keyof typeof outcomes;
const isOutcome = (name: string): name is Outcome => Object.hasOwn(outcomes, name);
export const OutcomeSchema = z.string().refine(isOutcome, { error: 'not an outcome of a decision' });

/** Decisions that are not made at a stage of the programme are made at one of these. */
export const stagesBeside = {
  correction: text('补正', 'correction'),
  'public-notice': text('公示', 'public notice'),
  'internal-review': text('内部复核', 'internal review'),
  award: text('兑现与监管', 'award and supervision'),
} as const satisfies Record<string, Text>;
