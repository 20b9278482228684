import { text } from '../../../shared/language/text.ts';

export const words = {
  notAnswered: text('未填写', 'Not answered'),
  yes: text('是', 'Yes'),
  no: text('否', 'No'),
  comma: text('、', ', '),
  rows: text('{n} 行', '{n} rows'),
  rowNumber: text('行', 'Row'),
  showAll: text('展开全部 {n} 行', 'Show all {n} rows'),
  unit: text('{site} {building} {floor} 层', '{site}, {building}, floor {floor}'),
  change: text('修改', 'Change'),
  reveal: text('查看完整内容', 'Show in full'),
  revealHint: text(
    '查看身份证号码、银行账号等会留下记录，请说明理由。',
    'Looking at IDs and accounts is recorded. Please say why.',
  ),
  revealReason: text('理由', 'Reason'),
  needReason: text('请写明理由，至少四个字。', 'Please give a reason of four characters or more.'),
} as const;
