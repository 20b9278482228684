import { text } from '../../../shared/language/text.ts';

export const exportWords = {
  open: text('导出', 'Export'),
  title: text('导出查询结果', 'Export what was found'),
  hint: text(
    '按页面上的条件导出，导出会被记录。文件七天后自动删除。',
    'By the filters of the page; the export is recorded. Files are deleted after seven days.',
  ),
  kind: text('导出内容', 'What to export'),
  kinds: {
    csv: text('表格：CSV', 'Spreadsheet: CSV'),
    xlsx: text('表格：Excel（XLSX）', 'Spreadsheet: Excel (XLSX)'),
    ndjson: text('数据：NDJSON', 'Data: NDJSON'),
    'filtered-proof': text('逐条可核验的决定', 'Decisions, each with its proof'),
    dossiers: text('所涉案件的案卷，可离线重算', 'Dossiers of the cases, for replays offline'),
    'period-proof': text('整段时间的全部记录，可证明没有遗漏', 'Everything of the period, proven complete'),
  },
  periodHint: text('只按起止日期，其他条件不起作用。', 'Goes by the dates only; other filters do not count.'),
  start: text('开始导出', 'Export'),
  running: text(
    '正在导出，已完成 {n} 行。可以关闭此窗口，稍后再来取。',
    '{n} rows so far. You may close this and come back.',
  ),
  done: text('导出完成，共 {n} 行。', 'Done: {n} rows.'),
  unsealed: text('另有 {n} 行尚未封存，未包含在内。', '{n} more were not sealed yet and are left out.'),
  unread: text(
    '账本中有 {n} 条记录读不出来，所涉案件的决定可能没有导出。',
    '{n} ledger entries could not be read; decisions of their cases may not be in here.',
  ),
  failed: text('导出没有完成：账本有问题。', 'The export failed: the ledger is damaged.'),
  searchEnded: text(
    '导出没有完成：检索目录刚刚更新，请重新导出。',
    'The export ended: the search was made anew meanwhile; please export again.',
  ),
  file: text('文件', 'File'),
  rows: text('行数', 'Rows'),
  size: text('大小', 'Size'),
  manifest: text('清单（查询条件、行数、摘要）', 'Manifest (query, rows, digests)'),
  earlier: text('最近的导出', 'Earlier exports'),
} as const;
