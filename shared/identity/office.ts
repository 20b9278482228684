import * as z from 'zod';
import { type Text, TextSchema, text } from '../language/text.ts';
import { TownCodeSchema, towns } from './town.ts';

/** An office that takes part: a town office 镇政府, a bureau 局, the county itself, its finance bureau, its auditors. */
export const OfficeSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  kind: z.enum(['town', 'bureau', 'county', 'finance', 'audit']),
  name: TextSchema,
  /** The name at the time of the first awards: bureaus are renamed, old decisions keep the old name. */
  formerName: TextSchema.optional(),
  /** Only for a town office. */
  town: TownCodeSchema.optional(),
});
export type Office = Readonly<z.infer<typeof OfficeSchema>>;

/** The id of a town's office, `town-610926100`. */
export const townOfficeId = (townCode: string): string => `town-${townCode}`;

const countyOffices: readonly Office[] = [
  {
    id: 'county-office',
    kind: 'county',
    name: text('平利县人民政府办公室', 'Pingli County Government Office'),
  },
  {
    id: 'poverty-relief-bureau',
    kind: 'bureau',
    name: text('平利县乡村振兴局', 'Pingli County Rural Revitalisation Bureau'),
    formerName: text('平利县扶贫开发局', 'Pingli County Poverty Relief Bureau'),
  },
  {
    id: 'human-resources-bureau',
    kind: 'bureau',
    name: text('平利县人力资源和社会保障局', 'Pingli County Human Resources and Social Security Bureau'),
  },
  { id: 'finance-bureau', kind: 'finance', name: text('平利县财政局', 'Pingli County Finance Bureau') },
  { id: 'audit-office', kind: 'audit', name: text('平利县审计局', 'Pingli County Audit Office') },
];

/** The offices of the county, as data. */
export const offices: readonly Office[] = [
  ...countyOffices,
  ...towns.map(
    ({ code, name }): Office => ({
      id: townOfficeId(code),
      kind: 'town',
      name: text(`${name.zh}人民政府`, `${name.en} Government`),
      town: code,
    }),
  ),
];

const byId = new Map(offices.map((known) => [known.id, known]));

export const officeById = (id: string): Office | undefined => byId.get(id);

export const OfficeIdSchema = z
  .string()
  .refine((id) => byId.has(id), { error: 'not an office of this county' });

/** The office's name, or its id where data names an office that is no longer known. */
export const officeName = (id: string): Text => byId.get(id)?.name ?? text(id, id);
