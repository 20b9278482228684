import * as z from 'zod';
import { DigestSchema } from '../../shared/ledger/digest.ts';
import { type Programme, ProgrammeSchema } from '../../shared/programmes/programme.ts';
import { programmeEntryKey, programmeListPartition, programmeVersionKey } from './keys.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { type RawItem, readItem, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, refused } from './transaction.ts';

/** A published version: it never changes. */
export type PublishedProgramme = {
  readonly programme: Programme;
  readonly hash: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
};

const VersionItemSchema = z.strictObject({
  document: z.instanceof(Uint8Array),
  hash: DigestSchema,
  publishedAt: z.string(),
  publishedBy: z.string(),
});

const EntrySchema = z.strictObject({
  id: z.string(),
  /** In the order of publication. */
  versions: z.array(
    z.strictObject({ version: z.int(), effectiveFrom: z.iso.date(), effectiveTo: z.iso.date().optional() }),
  ),
});
/** A programme's line in the list of all programmes: which version is in force when. */
export type ProgrammeEntry = Readonly<z.infer<typeof EntrySchema>>;

const entryOf = ({ pk: _pk, sk: _sk, ...item }: RawItem): ProgrammeEntry => EntrySchema.parse(item);

/** The latest published version in force on a day (Asia/Shanghai), if any. */
export const versionInForce = ({ versions }: ProgrammeEntry, today: string): number | undefined =>
  versions.findLast(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= today && (effectiveTo === undefined || today <= effectiveTo),
  )?.version;

/**
 * Published programmes, each version read once per process: it is the largest thing a review act needs and
 * the only one that cannot change.
 */
export type ProgrammeShelf = {
  version(id: string, version: number): Promise<PublishedProgramme | undefined>;
  entry(id: string): Promise<ProgrammeEntry | undefined>;
  entries(): Promise<readonly ProgrammeEntry[]>;
};

export function programmeShelf(tables: Tables): ProgrammeShelf {
  const kept = new Map<string, PublishedProgramme>();
  return {
    version: async (id, version) => {
      const name = `${id} v${version}`;
      const known = kept.get(name);
      if (known !== undefined) return known;
      const item = await readItem(tables, programmeVersionKey(id, version));
      if (item === undefined) return undefined;
      const { pk: _pk, sk: _sk, ...rest } = item;
      const { document, ...about } = VersionItemSchema.parse(rest);
      const published = { programme: ProgrammeSchema.parse(unpackJson(document)), ...about };
      kept.set(name, published);
      return published;
    },
    entry: async (id) => {
      const item = await readItem(tables, programmeEntryKey(id));
      return item && entryOf(item);
    },
    entries: async () => (await readPartition(tables, tables.registry, programmeListPartition)).map(entryOf),
  };
}

/** The version itself and its place in the list; both or neither. */
export function publishWrites(
  tables: Tables,
  { programme, ...about }: PublishedProgramme,
  entry: ProgrammeEntry | undefined,
): readonly ConditionalWrite[] {
  const { id, version, effectiveFrom, effectiveTo } = programme;
  const versions = [
    ...(entry?.versions ?? []),
    { version, effectiveFrom, ...(effectiveTo !== undefined && { effectiveTo }) },
  ];
  const taken = () => refused({ code: 'programme-version-exists' });
  return [
    {
      action: {
        Put: {
          TableName: tables.registry,
          Item: { document: packJson(programme), ...about, ...programmeVersionKey(id, version) },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      failure: taken,
    },
    {
      action: {
        Put: {
          TableName: tables.registry,
          Item: { id, versions, ...programmeEntryKey(id) },
          ...(entry === undefined
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: 'size(versions) = :count',
                ExpressionAttributeValues: { ':count': entry.versions.length },
              }),
        },
      },
      failure: taken,
    },
  ];
}
