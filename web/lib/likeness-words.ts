import type { LikenessKind } from '../../shared/duplicates/likeness.ts';
import { type Text, text } from '../../shared/language/text.ts';

/** By what two cases are alike. */
export const likenessWords: Readonly<Record<LikenessKind, Text>> = {
  'credit-code': text('统一社会信用代码', 'credit code'),
  'resident-id': text('身份证号码', 'resident ID'),
  mobile: text('手机号', 'mobile'),
  'bank-account': text('银行账号', 'bank account'),
  address: text('厂点地址', 'address of the site'),
};

/** What was decided on a pair. */
export const verdictWords = {
  same: text('认定为同一申请人或同一事项', 'Found to be the same applicant or thing'),
  unrelated: text('认定无关', 'Found to be unrelated'),
} as const;
