import { text } from '../../../shared/language/text.ts';

export const words = {
  optional: text('（选填）', ' (optional)'),
  choose: text('请选择', 'Please choose'),
  yes: text('是', 'Yes'),
  no: text('否', 'No'),
  yuan: text('元', 'yuan'),
  squareMetres: text('平方米', 'm²'),
  inWan: text('合 {wan}', '= {wan}'),
  notANumber: text('请填写数字，例如 {example}。', 'Please give a number, e.g. {example}.'),
  someErrors: text('有 {n} 处需要修改', '{n} things need attention'),
  error: text('错误：', 'Error: '),
  characters: text('{n} / {max} 字', '{n} of {max} characters'),
  reviewerSays: text('审核意见', 'The reviewer says'),
  unit: text(
    '{building} {floor} 层，空余 {free}，共 {area}',
    '{building}, floor {floor}: {free} free of {area}',
  ),
} as const;
