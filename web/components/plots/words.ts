import { text } from '../../../shared/language/text.ts';

export const words = {
  asTable: text('查看数字', 'Show the figures'),
  tableOf: text('{title}，数字', '{title}, in figures'),
} as const;
