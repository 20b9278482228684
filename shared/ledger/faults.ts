import { fill, type Text, text } from '../language/text.ts';

/**
 * Everything a verifier can find wrong. Codes are stable; the sentences are what an auditor reads. These are
 * findings about evidence, apart from the refusals of acts in the errors catalogue.
 */
const faultCatalogue = {
  // the file
  empty: text('文件是空的，没有可以核验的内容。', 'The file is empty; there is nothing to verify.'),
  malformed: text('内容不符合规定格式（{where}）。', 'The content is not in the specified format ({where}).'),
  'unknown-kind': text(
    '这不是本系统的案卷或导出文件。',
    'This is not a case dossier or an export of this system.',
  ),
  'not-canonical': text(
    '文字与规范写法不同：被编辑、重新排版，或含有重复的字段。',
    'The text is not in its canonical form: it was edited, reformatted, or names a field twice.',
  ),
  'line-too-long': text(
    '有一行超过 {limit} MiB：不是本系统签发的文件。',
    'A line is longer than {limit} MiB: this is no file of this system.',
  ),
  truncated: text(
    '文件不完整：末尾缺失，最后读到第 {rows} 行。',
    'The file is cut off: its end is missing after row {rows}.',
  ),
  'after-the-end': text('文件结尾之后还有内容。', 'There is content after the end of the file.'),
  'rows-missing': text(
    '共有 {found} 行，而签发时为 {issued} 行。',
    'There are {found} rows, but {issued} were issued.',
  ),
  'row-order': text(
    '行的顺序不对：此处应为第 {expected} 行，实为第 {found} 行。有行被删除或调换。',
    'Rows are out of order: row {expected} should be here, but row {found} is. A row was dropped or moved.',
  ),
  'rows-out-of-log-order': text(
    '行没有按账本序号依次排列：有行重复或被调换。',
    'The rows do not follow the order of the ledger: one was repeated or moved.',
  ),
  'case-repeated': text('同一案件在文件里重复出现。', 'The same case stands in the file a second time.'),
  'not-as-issued': text(
    '文件与签发时不一致：签发后被改动。',
    'The file is not as it was issued: it was changed afterwards.',
  ),
  // signatures
  'unknown-key': text(
    '没有公布的公钥所作的签名；文件上的签名者是“{signers}”。',
    'No signature by a published key; the file was signed by “{signers}”.',
  ),
  'bad-signature': text(
    '“{signer}”的签名不成立：签名的内容被改动，或用另一把密钥重新签名。',
    'The signature of “{signer}” does not hold: what was signed was changed, or signed again with another key.',
  ),
  'bad-note': text('签名文本的格式不正确（{where}）。', 'The signed note is malformed ({where}).'),
  'bad-key': text('公钥的格式不正确（{where}）。', 'The public key is malformed ({where}).'),
  'bad-checkpoint': text(
    '账本检查点的格式不正确（{where}）。',
    'The ledger checkpoint is malformed ({where}).',
  ),
  'key-retired': text(
    '签名的密钥 {key} 在账本有 {until} 条时已经停用，不能再签署 {size} 条的检查点：停用之后被人使用。',
    'The key {key} was retired when the ledger had {until} entries and cannot vouch for {size}: somebody used it afterwards.',
  ),
  'key-too-early': text(
    '签名的密钥 {key} 在账本有 {from} 条时才启用，不能签署 {size} 条的检查点。',
    'The key {key} was not in use before the ledger had {from} entries and cannot vouch for {size}.',
  ),
  'bad-key-change': text(
    '更换密钥的声明不成立（{where}）。',
    'The statement about a change of key does not hold ({where}).',
  ),
  'rival-key-changes': text(
    '密钥 {key} 有两份互相矛盾的更换声明：有人冒用密钥。',
    'There are two statements about the change of the key {key} that contradict each other: somebody misused a key.',
  ),
  'other-log': text(
    '检查点属于另一个账本“{found}”，而不是“{expected}”。',
    'The checkpoint belongs to another ledger, “{found}” instead of “{expected}”.',
  ),
  // the chain of a case
  'no-events': text('没有任何事件。', 'There are no events.'),
  edited: text(
    '事件内容与它自己的哈希不符：内容被改动。',
    'The event does not match its own hash: its content was altered.',
  ),
  'other-case': text('此事件属于另一个案件 {found}。', 'This event belongs to another case, {found}.'),
  'event-missing': text('缺少第 {expected} 号事件：被删除。', 'Event {expected} is missing: it was dropped.'),
  'events-reordered': text(
    '事件顺序被调换：此处应为第 {expected} 号事件。',
    'Events were reordered: event {expected} should be here.',
  ),
  'event-repeated': text('事件重复出现。', 'The event appears a second time.'),
  'other-predecessor': text(
    '此事件记载的前一事件与现有的不同：前一事件被替换。',
    'The event names a different predecessor than the one present: that one was replaced.',
  ),
  'other-head': text(
    '案件应到第 {expected} 号事件为止，实到第 {found} 号，或最后一个事件被替换。',
    'The case should end with event {expected} but ends with {found}, or its last event was replaced.',
  ),
  'head-missing': text(
    '登记库里没有这个案件的当前状态：被删除。',
    'The registry has no current state of this case: it was deleted.',
  ),
  'head-altered': text(
    '登记库里案件的当前状态与历次事件得出的不同：被改动。',
    'The current state of the case in the registry is not what its events make it: it was altered.',
  ),
  // the log
  'no-checkpoint': text('账本没有检查点：被删除。', 'The ledger has no checkpoint: it was deleted.'),
  'not-in-log': text(
    '此事件与账本封存的不同：封存后被改动或替换。',
    'The event is not the one sealed in the ledger: it was altered or replaced after sealing.',
  ),
  removed: text(
    '账本封存过此事件，但现在已经找不到或无法读取：封存后被删除或毁坏。',
    'The ledger sealed this event, but it can no longer be found or read: it was deleted or destroyed after sealing.',
  ),
  'not-sealed': text(
    '此事件没有封存证明，而它之后的事件已经封存。',
    'The event has no proof of sealing although a later one has.',
  ),
  'never-sealed': text(
    '此事件早已写入，却一直没有封存：不是按正常途径写入的。',
    'This event has been there for long and was never sealed: it did not come in the regular way.',
  ),
  'sealed-out-of-order': text(
    '此事件在账本中排在它的前一事件之前。',
    'In the ledger this event stands before its predecessor.',
  ),
  'entries-missing': text(
    '缺少账本序号 {expected} 的记录：被删除。',
    'Ledger entry {expected} is missing: it was dropped.',
  ),
  'beyond-range': text(
    '记录超出文件所写的范围（应到序号 {to} 之前为止）。',
    'There are rows beyond the range of the file, which ends before entry {to}.',
  ),
  'block-missing': text(
    '缺少账本序号 {from} 至 {to} 的哈希块。',
    'The block of hashes for ledger entries {from} to {to} is missing.',
  ),
  'block-altered': text(
    '账本序号 {from} 至 {to} 的哈希块与签名的检查点不符：哈希块被改动。',
    'The block of hashes for ledger entries {from} to {to} does not match the signed checkpoint: it was altered.',
  ),
  'tile-missing': text('账本文件 {path} 不存在。', 'The ledger file {path} is missing.'),
  'tile-damaged': text(
    '账本文件 {path} 已损坏或被替换。',
    'The ledger file {path} is damaged or was replaced.',
  ),
  'tree-mismatch': text(
    '账本文件与签名的检查点不符（{size} 条）。',
    'The ledger files do not match the signed checkpoint of {size} entries.',
  ),
  'rolled-back': text(
    '账本被回退：曾签发过 {older} 条，现在只有 {newer} 条。',
    'The ledger was rolled back: {older} entries were signed before, now there are only {newer}.',
  ),
  forked: text(
    '账本前 {older} 条与以前签发的不一致：历史被改写。',
    'The first {older} entries are not those signed before: history was rewritten.',
  ),
  // what events name by digest
  'form-missing': text(
    '此事件所依据的表单已经找不到或无法读取。',
    'The form that this event rests on can no longer be found or read.',
  ),
  'form-altered': text(
    '表单内容与事件记载的摘要不符：内容被改动。',
    'The form does not match the digest in the event: it was altered.',
  ),
  // what is enclosed
  'enclosure-altered': text(
    '所附{zh}与事件记载的摘要不符。',
    'The enclosed {en} does not match the digest in the event.',
  ),
  'enclosure-missing': text(
    '此事件所依据的{zh}没有附上：已经丢失或被删除。',
    'The {en} that this event rests on is not enclosed: it was lost or removed.',
  ),
} as const satisfies Record<string, Text>;

export type FaultCode = keyof typeof faultCatalogue;

/** Where in the file, the case and the log something is. `row` counts from 1, `index` (log entry) from 0. */
export type Place = {
  readonly caseId?: string;
  readonly seq?: number;
  readonly index?: number;
  readonly row?: number;
};

export type Fault = Place & { readonly code: FaultCode; readonly reason: Text };

/** What a check answers: what it found sound, or the first thing wrong. */
export type Verdict<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault };

export const fault = (
  code: FaultCode,
  params: Readonly<Record<string, string | number>> = {},
  place: Place = {},
): Fault => ({ code, reason: fill(faultCatalogue[code], params), ...place });

export const sound = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const unsound = (
  ...found: Parameters<typeof fault>
): { readonly ok: false; readonly fault: Fault } => ({
  ok: false,
  fault: fault(...found),
});

/** The stored ledger is not what its checkpoint says: thrown where an export is under way and must stop. */
export class LedgerDamagedError extends Error {
  readonly fault: Fault;

  constructor(found: Fault) {
    super(found.reason.en);
    this.name = 'LedgerDamagedError';
    this.fault = found;
  }
}

/** What was found sound. @throws LedgerDamagedError otherwise. */
export function soundOrThrow<T>(verdict: Verdict<T>): T {
  if (!verdict.ok) throw new LedgerDamagedError(verdict.fault);
  return verdict.value;
}
