import * as z from 'zod';
import { type Text, text } from '../language/text.ts';

/** Division code 行政区划代码 of Pingli county 平利县. */
export const countyCode = '610926';

/** A town 镇 of the county, by its nine-digit division code. */
export type Town = { readonly code: string; readonly name: Text };

const town = (suffix: string, zh: string, en: string): Town => ({
  code: `${countyCode}${suffix}`,
  name: text(zh, en),
});

export const towns: readonly Town[] = [
  town('100', '城关镇', 'Chengguan Town'),
  town('101', '兴隆镇', 'Xinglong Town'),
  town('102', '老县镇', 'Laoxian Town'),
  town('103', '大贵镇', 'Dagui Town'),
  town('104', '三阳镇', 'Sanyang Town'),
  town('105', '洛河镇', 'Luohe Town'),
  town('106', '广佛镇', 'Guangfo Town'),
  town('107', '八仙镇', 'Baxian Town'),
  town('108', '长安镇', "Chang'an Town"),
  town('109', '正阳镇', 'Zhengyang Town'),
  town('110', '西河镇', 'Xihe Town'),
];

const byCode = new Map(towns.map((known) => [known.code, known]));

export const townByCode = (code: string): Town | undefined => byCode.get(code);

export const TownCodeSchema = z
  .string()
  .refine((code) => byCode.has(code), { error: 'not a town of this county' });
