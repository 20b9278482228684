import { text } from '../../../shared/language/text.ts';

/** Apart from the others: hardly anybody ever needs the dialog, which is loaded when it is needed. */
export const words = {
  title: text('另一台设备也改了这些内容', 'Another device changed these answers too'),
  intro: text(
    '以下内容两边不一样。请逐项选择要保留的，没有列出的内容两边相同。',
    'These answers differ. Choose which to keep; everything else is the same on both.',
  ),
  mine: text('本机', 'This device'),
  theirs: text('另一台设备', 'The other device'),
  allMine: text('全部用本机的', 'Keep all of this device'),
  allTheirs: text('全部用另一台的', 'Keep all of the other'),
  keepChosen: text('保留选中的内容', 'Keep what is chosen'),
} as const;
