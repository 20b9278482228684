const han = String.raw`\p{Script=Han}`;
const namePattern = new RegExp(`^(?:${han}(?:·?${han}){1,29}|[A-Za-z][A-Za-z .'’-]{0,58}[A-Za-z.])$`, 'u');

/** A person's name: at least two Chinese characters, the middle dot of minority names allowed, or a Latin name. */
export const isPersonName = (value: string): boolean => namePattern.test(value);

/** The compound surnames 复姓 still in common use; any other surname is one character. */
export const compoundSurnames = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 长孙 宇文 端木 南宫 轩辕 独孤 申屠 钟离 闻人 澹台 呼延 百里 东郭 西门 拓跋 鲜于 淳于 单于 太史 公冶 宗政 濮阳 赫连 仲孙 司空 司寇'.split(
    ' ',
  ),
);
