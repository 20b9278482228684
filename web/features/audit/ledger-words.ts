import { text } from '../../../shared/language/text.ts';

export const ledgerWords = {
  title: text('账本', 'Ledger'),
  intro: text(
    '每一项记录几秒内封存进账本，只增不改。这里看封存的进度，并核对以前保存的检查点。',
    'Every record is sealed into the ledger within seconds, and the ledger only grows. See how far it is, and check a checkpoint kept before.',
  ),
  sealing: text('封存进度', 'Sealing'),
  size: text('共封存 {n} 条，账本“{origin}”。', '{n} entries sealed, ledger “{origin}”.'),
  sealedAt: text('最近一次封存：{at}。', 'Last sealed: {at}.'),
  nothingWaits: text('没有等待封存的记录。', 'Nothing waits to be sealed.'),
  someWait: text(
    '有 {n} 条记录等待封存，最早的一条写于 {at}。',
    '{n} records wait to be sealed, the oldest of {at}.',
  ),
  manyWait: text(
    '至少有 {n} 条记录等待封存，最早的一条写于 {at}。',
    'At least {n} records wait to be sealed, the oldest of {at}.',
  ),
  unindexed: text('决定记录还差 {n} 条没有编入检索。', '{n} entries are not in the decision search yet.'),
  kept: text('以前保存的检查点还成立吗？', 'Does a checkpoint kept before still hold?'),
  keptHint: text(
    '检查点是账本某一时刻的签名摘要，几行文字。贴进上次审计时保存的那一份，浏览器会用公布的账本当场核对：此后只有新增，没有改动，没有删除。',
    'A checkpoint is the signed digest of the ledger at some moment, a few lines of text. Paste the one kept from the last audit: your browser checks from the published ledger that since then records were only added, none changed or removed.',
  ),
  older: text('以前保存的检查点', 'Checkpoint kept before'),
  check: text('核对', 'Check'),
  fromFile: text('从文件读取', 'Read a file'),
  holds: text('成立：此后只增未改', 'It holds: records were only added since'),
  fails: text('不成立', 'It does not hold'),
  saveProof: text('下载证明文件，可离线核验', 'Download the proof, to verify offline'),
  saveNewest: text('下载现在的检查点，留待下次', 'Download the checkpoint of now, for next time'),
} as const;
