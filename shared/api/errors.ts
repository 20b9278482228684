import * as z from 'zod';
import { fill, type Text, TextSchema } from '../language/text.ts';

/** A sentence whose `{slot}`s the compiler knows, so that no refusal leaves one open. */
const text = <Zh extends string, En extends string>(zh: Zh, en: En) => ({ zh, en }) as const;

/**
 * The errors catalogue: the only refusals this system gives. A code is stable for good: clients and
 * auditors rely on it. `{slot}`s in a message are filled from the refusal's `params`, which never hold
 * personal data.
 */
export const errorCatalogue = {
  // what was sent
  'malformed-json': [400, text('请求内容不是有效的 JSON。', 'The request body is not valid JSON.')],
  'invalid-input': [
    400,
    text('有内容需要修改，请看各字段的提示。', 'Some fields need attention; see each field.'),
  ],
  'body-too-large': [
    413,
    text('提交的内容过大，最多 {limitKb} KB。', 'The request is too large; the limit is {limitKb} KB.'),
  ],
  'unsupported-media-type': [415, text('只接受 JSON 格式的请求。', 'Only JSON requests are accepted.')],
  'invalid-cursor': [
    400,
    text(
      '翻页标记无效，请从第一页重新开始。',
      'The page cursor is not valid; start again from the first page.',
    ),
  ],
  // who sent it
  'not-signed-in': [401, text('请先登录。', 'Please sign in first.')],
  'token-rejected': [
    401,
    text('登录已失效，请重新登录。', 'Your sign-in is no longer valid; please sign in again.'),
  ],
  'not-permitted': [403, text('您的岗位不能进行此操作。', 'Your role may not do this.')],
  // what it is about
  'route-not-found': [404, text('没有这个地址。', 'There is no such address.')],
  'method-not-allowed': [405, text('此地址不支持这种请求。', 'This address does not support that method.')],
  'case-not-found': [
    404,
    text('没有找到这个申请，或您无权查看。', 'No such application, or you may not see it.'),
  ],
  'programme-not-found': [404, text('没有找到这个政策项目。', 'No such programme.')],
  'document-not-found': [404, text('没有找到这份材料。', 'No such document.')],
  'notice-not-found': [
    404,
    text('没有正在公示的这个事项，公示可能已经结束。', 'There is no such public notice; it may be over.'),
  ],
  'not-found': [404, text('没有找到所要的内容。', 'Nothing was found here.')],
  // what the workflow allows
  'action-not-allowed': [
    409,
    text('当前状态“{status}”不能进行此操作。', 'This is not possible while the case is “{status}”.'),
  ],
  'stale-version': [
    412,
    text(
      '内容已被他人更新，请查看最新内容后再操作。',
      'Someone else changed this in the meantime; look at the latest state and try again.',
    ),
  ],
  'command-id-reused': [
    409,
    text('同一个操作编号被用于不同的操作。', 'The same command id was used for a different act.'),
  ],
  'conflict-of-interest': [
    403,
    text(
      '本人或与本案有关的申请须由其他工作人员办理。',
      'Another officer must handle this case: it is your own, or you filed it.',
    ),
  ],
  'already-decided-a-stage': [
    403,
    text(
      '您已办理过本案的另一环节，须由其他人员办理。',
      'You already decided another stage of this case; someone else must decide this one.',
    ),
  ],
  'second-officer-required': [
    409,
    text('此环节须由两名工作人员共同确认，且不能是同一人。', 'This stage needs two different officers.'),
  ],
  'not-claimed-by-you': [
    409,
    text('请先领取本案，或由领取人办理。', 'Claim the case first; only the officer who holds it can act.'),
  ],
  'claimed-by-other': [
    409,
    text('本案已由其他工作人员领取。', 'Another officer has already claimed this case.'),
  ],
  'officer-not-eligible': [
    409,
    text('所选人员不能办理本案。', 'The chosen officer cannot handle this case.'),
  ],
  'outside-your-office': [
    403,
    text('本案不在您所在单位的办理范围内。', 'This case is not within your office’s remit.'),
  ],
  'correction-already-used': [
    409,
    text(
      '一次性告知机会已使用；再次退回须由负责人说明理由。',
      'The single correction notice has been used; a second one needs a supervisor and a reason.',
    ),
  ],
  'field-not-open-for-correction': [
    409,
    text('只能修改补正通知中列出的内容。', 'Only what the correction notice names can be changed.'),
  ],
  'checklist-incomplete': [409, text('核对清单还有未完成的项目。', 'The checklist is not complete.')],
  'site-visit-required': [
    409,
    text(
      '须先完成现场核查并由第二名工作人员确认。',
      'A site visit, confirmed by a second officer, is required first.',
    ),
  ],
  'reason-required': [400, text('请填写理由。', 'Please give a reason.')],
  'amount-above-computed': [
    409,
    text(
      '批准金额 {amount} 高于核算金额 {computed}。',
      'The amount {amount} is above the computed amount {computed}.',
    ),
  ],
  'counts-as-repayment': [
    409,
    text(
      '这笔扶持正在追回，银行退回的款项请登记为“退款”。',
      'Money is being recovered here: record what the bank sent back as a repayment.',
    ),
  ],
  'extension-already-used': [
    409,
    text('办理期限只能延长一次。', 'The time limit can be extended only once.'),
  ],
  'expedite-needs-second-person': [
    409,
    text('加急办理须由另一名人员同意。', 'Expediting needs the consent of a second person.'),
  ],
  'too-late': [409, text('已超过规定期限（{deadline}）。', 'The time limit has passed ({deadline}).')],
  'too-early': [409, text('尚未到规定时间（{earliest}）。', 'It is too early for this ({earliest}).')],
  'objection-open': [409, text('尚有未答复的异议。', 'An objection is still unanswered.')],
  // what is scarce
  'already-applied': [
    409,
    text(
      '该企业在此地点已有同一项目的在办申请（{caseId}）。',
      'This enterprise already has a live application for this programme at this site ({caseId}).',
    ),
  ],
  'fund-insufficient': [
    409,
    text('资金余额不足，尚可使用 {available}。', 'The fund has too little left: {available}.'),
  ],
  'fund-below-committed': [
    409,
    text(
      '调整后的额度不能低于已预留、已承诺和已支付的合计 {committed}。',
      'The allocation cannot go below what is reserved, committed or paid: {committed}.',
    ),
  ],
  'premises-taken': [
    409,
    text(
      '该厂房在此期间已无足够面积，尚余 {available} 平方米。',
      'The premises have too little free floor in that period: {available} m² left.',
    ),
  ],
  'premises-in-use': [
    409,
    text(
      '该房源今后已分配 {taken} 平方米，不能减到更小，也不能停用。',
      '{taken} m² of it are given away from today on: it cannot become smaller than that, or go out of use.',
    ),
  ],
  'premises-exists': [
    409,
    text('本镇已有这个编号，请换一个编号。', 'This number is taken in your town; use another one.'),
  ],
  'outside-your-town': [
    403,
    text('只能管理本镇的厂区和房源。', 'You keep the premises of your own town only.'),
  ],
  'fund-exists': [
    409,
    text('这笔资金已经设立，请直接调整额度。', 'This fund exists already; change its allocation instead.'),
  ],
  'already-asked': [409, text('已经登记过，不用重复登记。', 'This was entered already.')],
  'profile-full': [409, text('登记的人员或分厂过多。', 'Too many people or branches are entered.')],
  'branch-stays': [
    409,
    text('分厂已经核实，不能删除。', 'The branch was confirmed and cannot be taken off.'),
  ],
  'item-already-awarded': [
    409,
    text(
      '同一事项（如同一发票、同一地点）已获补助，不能重复申领。',
      'The same item (an invoice, a site) has already been awarded and cannot be awarded again.',
    ),
  ],
  'person-already-paid': [
    409,
    text('名单中有 {count} 人已享受同类补贴。', '{count} people on the roster were already paid for.'),
  ],
  'enterprise-cap-reached': [
    409,
    text(
      '该企业已达到补助上限，尚可享受 {available}。',
      'The enterprise has reached its cap; {available} is left.',
    ),
  ],
  // documents
  'document-type-not-accepted': [
    409,
    text('材料格式不符，请上传 {accepted}。', 'This type of file is not accepted; use {accepted}.'),
  ],
  'document-too-large': [
    409,
    text('文件过大，最多 {limitMb} MB。', 'The file is too large; the limit is {limitMb} MB.'),
  ],
  'too-many-documents': [
    409,
    text('此项材料最多 {limit} 份文件。', 'At most {limit} files are accepted for this document.'),
  ],
  'document-not-uploaded': [409, text('材料还没有上传完成。', 'The document has not been uploaded yet.')],
  'document-refused': [409, text('材料未通过安全检查。', 'The document did not pass the safety check.')],
  'document-pending': [
    409,
    text('材料正在进行安全检查，请稍后再试。', 'The document is still being checked; try again shortly.'),
  ],
  // programmes
  'programme-invalid': [422, text('政策文件未通过检查。', 'The programme document did not pass its checks.')],
  'calendar-year-exists': [
    409,
    text(
      '该年度的放假安排今天已经发布过，明天起可以再次发布。',
      'The holidays of that year were published today already; they can be published again tomorrow.',
    ),
  ],
  'programme-version-exists': [
    409,
    text('该版本已发布，不能修改。', 'That version is published and cannot change.'),
  ],
  'programme-not-open': [
    409,
    text('该项目目前不接受申请。', 'This programme is not open for applications now.'),
  ],
  // the ledger
  'nothing-sealed': [
    409,
    text('账本还没有第一次封存，请稍候再试。', 'Nothing has been sealed yet; try again in a moment.'),
  ],
  'ledger-damaged': [500, text('账本有问题：{zh}', 'The ledger is damaged: {en}')],
  // ours
  'too-many-requests': [429, text('操作过于频繁，请稍后再试。', 'Too many requests; please wait a moment.')],
  'storage-unavailable': [
    503,
    text(
      '系统暂时繁忙，您的内容没有丢失，请重试。',
      'The system is busy; nothing was lost, please try again.',
    ),
  ],
  'internal-error': [
    500,
    text(
      '系统出现问题，已记录编号 {requestId}。',
      'Something went wrong on our side; it is recorded as {requestId}.',
    ),
  ],
} as const satisfies Record<string, readonly [status: number, message: Text]>;

export type ErrorCode = keyof typeof errorCatalogue;

/** One thing wrong with one field. `path` is an RFC 6901 JSON pointer into what was sent. */
export const FieldErrorSchema = z.strictObject({
  path: z.string(),
  code: z.string(),
  message: TextSchema,
});
export type FieldError = z.infer<typeof FieldErrorSchema>;

/** RFC 9457 problem document. `title` and `detail` repeat the Chinese message for generic clients. */
export const ProblemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  message: TextSchema,
  errors: z.array(FieldErrorSchema).optional(),
  allowed: z.array(z.string()).optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  current: z.unknown().optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof ProblemSchema>;

/** A refusal as the core returns it: a value, never thrown by pure code. */
export type Refusal = {
  readonly code: ErrorCode;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly FieldError[];
  /** Commands that are possible instead. */
  readonly allowed?: readonly string[];
  /** With `stale-version`: the current state, so that the caller can show it. */
  readonly current?: unknown;
};

type SlotsIn<Sentence extends string> = Sentence extends `${string}{${infer Slot}}${infer Rest}`
  ? Slot | SlotsIn<Rest>
  : never;
type Sentences<Code extends ErrorCode> = (typeof errorCatalogue)[Code][1];
type SlotsOf<Code extends ErrorCode> = SlotsIn<Sentences<Code>['zh'] | Sentences<Code>['en']>;
type More = Omit<Refusal, 'code'>;
/** What a refusal needs beside its code: the values of the slots in its sentences, where it has any. */
type MoreOf<Code extends ErrorCode> = [SlotsOf<Code>] extends [never]
  ? [more?: More]
  : [more: More & { readonly params: Readonly<Record<SlotsOf<Code>, string | number>> }];

export const refuse = <Code extends ErrorCode>(code: Code, ...[more]: MoreOf<Code>): Refused => ({
  ok: false,
  refusal: { code, ...more },
});

type Refused = { readonly ok: false; readonly refusal: Refusal };

export const accept = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** What pure code answers: a value or a refusal from the catalogue. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export const statusOf = (code: ErrorCode): number => errorCatalogue[code][0];
export const messageOf = (refusal: Refusal): Text =>
  fill(errorCatalogue[refusal.code][1], refusal.params ?? {});

export function toProblem(refusal: Refusal, requestId?: string): Problem {
  const message = messageOf(refusal);
  return {
    type: `urn:factory-incentives:error:${refusal.code}`,
    title: message.zh,
    status: statusOf(refusal.code),
    code: refusal.code,
    message,
    ...(refusal.errors && { errors: [...refusal.errors] }),
    ...(refusal.allowed && { allowed: [...refusal.allowed] }),
    ...(refusal.params && { params: { ...refusal.params } }),
    ...(refusal.current !== undefined && { current: refusal.current }),
    ...(requestId && { requestId }),
  };
}
