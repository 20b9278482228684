import { text } from '../../../language/text.ts';
import type { Programme } from '../../programme.ts';

/** 申请人承诺; a change of wording is a new version. */
export const declaration: Programme['declaration'] = {
  version: '2026-1',
  text: text(
    '本人（本单位）承诺：所填内容和所交材料真实、完整；同一事项没有重复申领补助；同意主管部门向有关单位核实信息；如有虚假，愿意退回全部补助并承担法律责任。',
    'I declare that the answers and documents are true and complete, that nothing was claimed twice for the same item, and that the offices may verify them with others. If anything is false I shall pay the award back in full and bear the legal consequences.',
  ),
};
