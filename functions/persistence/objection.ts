import * as z from 'zod';
import type { DataKey } from './data-key.ts';
import { casePartition, objectionKey, objectionReceiptKey } from './keys.ts';
import { type RawItem, readItem, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const plain = {
  caseId: z.string(),
  /** From 1, in the order in which they came. */
  number: z.int().min(1),
  at: z.string(),
};
const WordsSchema = z.strictObject({
  grounds: z.string(),
  name: z.string().optional(),
  mobile: z.string().optional(),
});
/** What somebody wrote, and who they say they are; sealed wherever it rests. */
export type Words = Readonly<z.infer<typeof WordsSchema>>;

const ItemSchema = z.strictObject({ ...plain, words: z.instanceof(Uint8Array) });
export type Objection = {
  readonly caseId: string;
  readonly number: number;
  readonly at: string;
  readonly words: (dataKey: DataKey) => Words;
};

const about = (caseId: string, number: number): string => `objection ${number} to ${caseId}`;

function objectionOf({ pk: _pk, sk: _sk, ...item }: RawItem): Objection {
  const { words, ...known } = ItemSchema.parse(item);
  return {
    ...known,
    words: (dataKey) => WordsSchema.parse(dataKey.open(words, about(known.caseId, known.number))),
  };
}

export async function readObjections(tables: Tables, caseId: string): Promise<readonly Objection[]> {
  const items = await readPartition(tables, tables.registry, casePartition(caseId), 'objection#');
  return items.map(objectionOf);
}

const ReceiptSchema = z.strictObject({ caseId: z.string(), number: z.int().min(1) });
/** Leads whoever filed an objection to its answer. */
export type Receipt = Readonly<z.infer<typeof ReceiptSchema>>;

export async function readReceipt(tables: Tables, receipt: string): Promise<Receipt | undefined> {
  const item = await readItem(tables, objectionReceiptKey(receipt));
  if (item === undefined) return undefined;
  const { pk: _pk, sk: _sk, ...known } = item;
  return ReceiptSchema.parse(known);
}

/** The words beside their case, and the receipt that was given for them. */
export const objectionWrites = (
  tables: Tables,
  dataKey: DataKey,
  { caseId, number, at, receipt }: Receipt & { readonly at: string; readonly receipt: string },
  words: Words,
): readonly ConditionalWrite[] => [
  {
    action: {
      Put: {
        TableName: tables.registry,
        Item: {
          caseId,
          number,
          at,
          words: dataKey.seal(words, about(caseId, number)),
          ...objectionKey(caseId, number),
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    failure: () => moved,
  },
  {
    action: {
      Put: {
        TableName: tables.registry,
        Item: { caseId, number, ...objectionReceiptKey(receipt) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    failure: () => moved,
  },
];
