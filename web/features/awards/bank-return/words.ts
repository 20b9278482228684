import { text } from '../../../../shared/language/text.ts';

export const words = {
  title: text('导入银行回盘文件', 'The bank’s return'),
  intro: text(
    '银行处理完付款文件后，会返回一份结果（回盘文件）；款项付出后又被退回的，也会列出。在这里上传，系统逐笔核对，您确认后再登记。',
    'Once the bank has worked through a payment file it returns the results, and lists what came back later. Upload them here: every line is checked first and recorded when you say so.',
  ),
  toList: text('拨付与监管', 'Payment and supervision'),
  choose: text('选择文件', 'Choose a file'),
  chooseOther: text('换一份文件', 'Choose another file'),
  formats: text(
    '可以是 .xlsx 或 .csv。要有表头，列的顺序不限：付款编号、账号（至少后四位）、金额、处理结果、银行流水号、付款或退回日期、失败或退汇原因。',
    '.xlsx or .csv, with a heading; columns in any order: payment number, account (at least its last four digits), amount, result, bank reference, date paid or returned, reason of failure or return.',
  ),
  unreadable: {
    file: text(
      '这份文件打不开，请另存为 .xlsx 或 .csv 再试。',
      'This file cannot be opened; save it as .xlsx or .csv.',
    ),
    heading: text(
      '没有找到表头或付款记录，请核对是不是回盘文件。',
      'No heading, or no payments, were found in it. Is it the bank’s return?',
    ),
    'too-long': text('一次最多 2000 笔，请分成几份。', 'At most 2,000 payments at a time; split the file.'),
  },
  checking: text('正在核对……', 'Checking…'),
  summary: text(
    '共 {n} 笔：可以登记 {ready} 笔，以前登记过 {before} 笔，有问题 {wrong} 笔。',
    '{n} payments: {ready} to be recorded, {before} on record before, {wrong} with problems.',
  ),
  sums: text(
    '可以登记的：付款成功 {paid}，失败 {failed}，退汇 {returned}。',
    'To be recorded: {paid} paid, {failed} failed, {returned} sent back.',
  ),
  doneSoFar: text('本次已登记 {n} 笔。', '{n} recorded now.'),
  record: text('登记 {n} 笔', 'Record {n}'),
  goOn: text('继续登记余下的 {n} 笔', 'Go on with the other {n}'),
  again: text('重新核对', 'Check again'),
  interrupted: text(
    '中途断开了。已经登记的不会重复，可以放心继续。',
    'It was interrupted. What has been recorded is not recorded twice: just go on.',
  ),
  recordedAll: text('已全部登记', 'All recorded'),
  onlyWrong: text('只看有问题的（{n}）', 'Only those with problems ({n})'),
  line: text('行', 'Line'),
  payment: text('付款', 'Payment'),
  amount: text('金额', 'Amount'),
  saidByBank: text('银行结果', 'The bank says'),
  found: text('核对', 'Check'),
  results: {
    paid: text('成功', 'Paid'),
    failed: text('失败', 'Failed'),
    returned: text('退汇', 'Sent back'),
  },
  verdicts: {
    unchecked: text('待核对', 'Not checked'),
    'to-record': text('可以登记', 'To be recorded'),
    recorded: text('以前登记过', 'On record'),
    done: text('已登记', 'Recorded'),
    wrong: text('有问题', 'Problem'),
  },
} as const;
