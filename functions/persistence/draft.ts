import * as z from 'zod';
import { addCalendarDays } from '../../shared/calendar/date.ts';
import { dateInShanghai, startOfDayInstant } from '../../shared/calendar/instant.ts';
import type { DataKey } from './data-key.ts';
import { agendas, draftKey, headKey, type RegistryKey, reportDraftKey } from './keys.ts';
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
  /** Of a report after approval. */
  report: z.strictObject({ obligation: z.string(), round: z.int().min(1) }).optional(),
};
const PlainSchema = z.strictObject(plain);
const ContentSchema = z.strictObject({
  answers: z.record(z.string(), z.unknown()),
  /** What an officer noted of the authority to fill it in. */
  authority: z.string().optional(),
});
/** `wake` is when its time is over: the clock then takes it away with its files (see clock/forget-drafts.ts). */
const ItemSchema = z.strictObject({ ...plain, content: z.instanceof(Uint8Array), wake: z.string() });

/** Answers being written: of an application not handed in yet, of a correction, or of a report. */
export type StoredDraft = Readonly<z.infer<typeof PlainSchema> & z.infer<typeof ContentSchema>>;

/** A draft nobody touches for so long is forgotten. */
const draftKeptDays = 90;

/**
 * The end of the last of its days: the same for all saves of a day, so that saving again and again leaves the
 * clock's agenda as it is.
 */
const endOf = (savedAt: string): string =>
  startOfDayInstant(addCalendarDays(dateInShanghai(savedAt), draftKeptDays + 1));

/** Whose draft it is and under which programme. */
export type DraftCover = Readonly<z.infer<typeof PlainSchema>>;

/** A draft whose answers are opened only where they are looked at. */
export type ClosedDraft = DraftCover & { readonly cover: DraftCover; readonly open: () => StoredDraft };

type Named = Pick<StoredDraft, 'caseId' | 'report'>;

const keyOf = ({ caseId, report }: Named): RegistryKey =>
  report === undefined ? draftKey(caseId) : reportDraftKey(caseId, report.obligation, report.round);

const about = ({ caseId, report }: Named): string =>
  report === undefined
    ? `draft of ${caseId}`
    : `draft of report ${report.round} on ${report.obligation} of ${caseId}`;

const contents = ({ pk: _pk, sk: _sk, agenda: _agenda, ...item }: RawItem) => ItemSchema.parse(item);

/** Undefined when its time is over: the clock may come late. */
export function draftOf(item: RawItem, dataKey: DataKey, now: string): ClosedDraft | undefined {
  const { content, wake, ...cover } = contents(item);
  if (wake <= now) return undefined;
  return closedDraft(cover, () => ContentSchema.parse(dataKey.open(content, about(cover))));
}

export const closedDraft = (
  cover: DraftCover,
  content: () => z.infer<typeof ContentSchema>,
): ClosedDraft => ({ ...cover, cover, open: () => ({ ...cover, ...content() }) });

export async function readReportDraft(
  tables: Tables,
  dataKey: DataKey,
  named: Named,
  now: string,
): Promise<ClosedDraft | undefined> {
  const item = await readItem(tables, keyOf(named));
  return item && draftOf(item, dataKey, now);
}

/** Whose draft it is, under which programme and until when, without opening it. */
export async function readCoverAt(
  tables: Tables,
  key: RegistryKey,
): Promise<{ readonly cover: DraftCover; readonly wake: string } | undefined> {
  const item = await readItem(tables, key);
  if (item === undefined) return undefined;
  const { content: _content, wake, ...cover } = contents(item);
  return { cover, wake };
}

export async function readDraftCover(
  tables: Tables,
  caseId: string,
  now: string,
): Promise<DraftCover | undefined> {
  const found = await readCoverAt(tables, draftKey(caseId));
  return found && found.wake > now ? found.cover : undefined;
}

/** Puts the draft in place of the version it was made from; 0 stands for none, or one whose time is over. */
export function draftWrite(
  tables: Tables,
  dataKey: DataKey,
  { answers, authority, ...known }: StoredDraft,
): ConditionalWrite {
  const content = dataKey.seal({ answers, ...(authority !== undefined && { authority }) }, about(known));
  return {
    action: {
      Put: {
        TableName: tables.registry,
        Item: { ...known, content, agenda: agendas.drafts, wake: endOf(known.savedAt), ...keyOf(known) },
        ConditionExpression:
          known.draftVersion === 1 ? 'attribute_not_exists(pk) OR wake <= :now' : 'draftVersion = :before',
        ExpressionAttributeValues:
          known.draftVersion === 1 ? { ':now': known.savedAt } : { ':before': known.draftVersion - 1 },
      },
    },
    failure: () => moved,
  };
}

/** Takes away exactly the draft that was looked at. */
export const draftRemoval = (tables: Tables, cover: DraftCover): ConditionalWrite => ({
  action: {
    Delete: {
      TableName: tables.registry,
      Key: keyOf(cover),
      // The instant too: one that was begun anew when its time was over counts from one again.
      ConditionExpression: 'draftVersion = :version AND savedAt = :savedAt',
      ExpressionAttributeValues: { ':version': cover.draftVersion, ':savedAt': cover.savedAt },
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
