import * as z from 'zod';
import type { DataKey } from './data-key.ts';
import { draftKey, headKey } from './keys.ts';
import { type RawItem, readItem, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const plain = {
  caseId: z.string(),
  applicant: z.string(),
  /** The officer who fills it in on the applicant's authority. */
  filedBy: z.string().optional(),
  programme: z.strictObject({ id: z.string(), version: z.int() }),
  startedAt: z.string(),
  savedAt: z.string(),
  /** Counts saves, so that two devices do not overwrite each other. */
  draftVersion: z.int().min(1),
};
const PlainSchema = z.strictObject(plain);
const ContentSchema = z.strictObject({
  answers: z.record(z.string(), z.unknown()),
  /** What an officer noted of the authority to fill it in. */
  authority: z.string().optional(),
});
const ItemSchema = z.strictObject({ ...plain, content: z.instanceof(Uint8Array), expires: z.int() });

/** Answers being written: of an application not handed in yet, or of a correction. */
export type StoredDraft = Readonly<z.infer<typeof PlainSchema> & z.infer<typeof ContentSchema>>;

/** A draft nobody touches for so long is forgotten. */
const draftKeptDays = 90;

const about = (caseId: string): string => `draft of ${caseId}`;

/** Whose draft it is and under which programme. */
export type DraftCover = Readonly<z.infer<typeof PlainSchema>>;

/** A draft whose answers are opened only where they are looked at. */
export type ClosedDraft = DraftCover & { readonly cover: DraftCover; readonly open: () => StoredDraft };

/** Undefined when its time is over: the store sweeps late. */
export function draftOf(
  { pk: _pk, sk: _sk, ...item }: RawItem,
  dataKey: DataKey,
  now: string,
): ClosedDraft | undefined {
  const { content, expires, ...cover } = ItemSchema.parse(item);
  if (expires * 1000 < Date.parse(now)) return undefined;
  return {
    ...cover,
    cover,
    open: () => ({ ...cover, ...ContentSchema.parse(dataKey.open(content, about(cover.caseId))) }),
  };
}

/** Whose draft it is and under which programme, without opening it. */
export async function readDraftCover(
  tables: Tables,
  caseId: string,
  now: string,
): Promise<DraftCover | undefined> {
  const item = await readItem(tables, draftKey(caseId));
  if (item === undefined) return undefined;
  const { pk: _pk, sk: _sk, ...stored } = item;
  const { content: _content, expires, ...cover } = ItemSchema.parse(stored);
  return expires * 1000 < Date.parse(now) ? undefined : cover;
}

const expiryOf = (savedAt: string): number =>
  Math.floor(Date.parse(savedAt) / 1000) + draftKeptDays * 24 * 3600;

/** Puts the draft in place of the version it was made from; 0 stands for none, or one whose time is over. */
export function draftWrite(
  tables: Tables,
  dataKey: DataKey,
  { answers, authority, ...known }: StoredDraft,
): ConditionalWrite {
  const content = dataKey.seal(
    { answers, ...(authority !== undefined && { authority }) },
    about(known.caseId),
  );
  return {
    action: {
      Put: {
        TableName: tables.registry,
        Item: { ...known, content, expires: expiryOf(known.savedAt), ...draftKey(known.caseId) },
        ConditionExpression:
          known.draftVersion === 1 ? 'attribute_not_exists(pk) OR expires < :now' : 'draftVersion = :before',
        ExpressionAttributeValues:
          known.draftVersion === 1
            ? { ':now': Math.floor(Date.parse(known.savedAt) / 1000) }
            : { ':before': known.draftVersion - 1 },
      },
    },
    failure: () => moved,
  };
}

/** Takes away exactly the draft that was looked at. */
export const draftRemoval = (tables: Tables, { caseId, draftVersion }: DraftCover): ConditionalWrite => ({
  action: {
    Delete: {
      TableName: tables.registry,
      Key: draftKey(caseId),
      ConditionExpression: 'draftVersion = :version',
      ExpressionAttributeValues: { ':version': draftVersion },
    },
  },
  failure: () => moved,
});

/** There is no case of this number yet. */
export const noHead = (tables: Tables, caseId: string): ConditionalWrite => ({
  action: {
    ConditionCheck: {
      TableName: tables.registry,
      Key: headKey(caseId),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  failure: () => moved,
});
