import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { TextSchema } from '../../shared/language/text.ts';
import { premisesKey } from './keys.ts';
import { answering } from './storage-unavailable.ts';
import { type RawItem, readItem, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const AllotmentSchema = z.strictObject({
  caseId: z.string(),
  /** 0.01 m². */
  area: z.int().min(1),
  /** Both inclusive. */
  from: z.iso.date(),
  to: z.iso.date(),
});
type Allotment = z.infer<typeof AllotmentSchema>;

/**
 * A unit of the public inventory with everyone who has floor in it. One item, so that the same floor cannot
 * be given twice: whoever allots does so on the version that was looked at. Allotments that are over are
 * dropped when the next one is made, so the list stays as short as the unit has tenants.
 */
export const PremisesUnitSchema = z.strictObject({
  unit: z.string(),
  title: TextSchema,
  town: z.string(),
  /** 0.01 m². */
  area: z.int().min(1),
  /** Fen per m² and month, and who says so. */
  referenceRent: z.int().min(0),
  rentSource: z.string(),
  version: z.int().min(0),
  allotments: z.array(AllotmentSchema),
});
export type PremisesUnit = Readonly<z.infer<typeof PremisesUnitSchema>>;

export async function readPremises(tables: Tables, unit: string): Promise<PremisesUnit | undefined> {
  const item = await readItem(tables, premisesKey(unit));
  return item && premisesOf(item);
}

export const premisesOf = ({ pk: _pk, sk: _sk, ...item }: RawItem): PremisesUnit =>
  PremisesUnitSchema.parse(item);

/** Area in 0.01 m² that stays free on every single day from `from` to `to`, both inclusive. */
export function freeArea({ area, allotments }: PremisesUnit, from: string, to: string): number {
  const during = allotments.filter((one) => one.from <= to && one.to >= from);
  // What is taken only grows on a day on which an allotment begins, so those days are all that matter.
  const days = [from, ...during.map((one) => one.from).filter((day) => day > from)];
  const takenOn = (day: string): number =>
    during.filter((one) => one.from <= day && day <= one.to).reduce((sum, one) => sum + one.area, 0);
  return Math.max(0, area - Math.max(...days.map(takenOn)));
}

export const allot = (unit: PremisesUnit, allotment: Allotment, today: string): PremisesUnit => ({
  ...unit,
  allotments: [...unit.allotments.filter((one) => one.to >= today), allotment],
});

export const free = (unit: PremisesUnit, caseId: string): PremisesUnit => ({
  ...unit,
  allotments: unit.allotments.filter((one) => one.caseId !== caseId),
});

/** Someone else allotting in between means that the free area must be looked at again. */
export const premisesWrite = (tables: Tables, unit: PremisesUnit): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: { ...unit, version: unit.version + 1, ...premisesKey(unit.unit) },
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': unit.version },
    },
  },
  failure: () => moved,
});

/** Adds a unit to the inventory; one that is there stays as it is, with its allotments. */
export async function addPremises(
  tables: Tables,
  unit: Omit<PremisesUnit, 'version' | 'allotments'>,
): Promise<void> {
  const item = { ...unit, version: 0, allotments: [], ...premisesKey(unit.unit) };
  await answering(
    tables.client
      .send(
        new PutCommand({
          TableName: tables.registry,
          Item: item,
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      )
      .catch((error: unknown) => {
        if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
      }),
  );
}
