import { text } from '../../../language/text.ts';

/** 培训工种: what people are trained for, and what the course menu 菜单式培训 offers. */
export const occupations = [
  { value: 'glove-maker', label: text('手套缝制工', 'Glove maker') },
  { value: 'knitter', label: text('针织工', 'Knitter') },
  { value: 'garment-maker', label: text('服装缝纫工', 'Garment maker') },
  { value: 'toy-maker', label: text('毛绒玩具制作工', 'Plush toy maker') },
  { value: 'electronics-assembler', label: text('电子元器件装配工', 'Electronics assembler') },
  { value: 'printer', label: text('印刷工', 'Printer') },
  { value: 'tea-processor', label: text('茶叶加工工', 'Tea processor') },
  { value: 'farm-processor', label: text('农产品加工工', 'Farm product processor') },
  { value: 'online-seller', label: text('电子商务员', 'Online seller') },
];
