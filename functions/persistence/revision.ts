import * as z from 'zod';
import { ProtectedAnswersSchema, type Secrets } from '../../shared/forms/answers.ts';
import type { Protected } from '../../shared/forms/protect-answers.ts';
import { DigestSchema, digestOf } from '../../shared/ledger/digest.ts';
import type { RevisionRecord } from '../../shared/workflow/event.ts';
import type { DataKey } from './data-key.ts';
import { revisionKey } from './keys.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { sha256 } from './sha256.ts';
import { type RawItem, readItem, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const ItemSchema = z.strictObject({
  caseId: z.string(),
  number: z.int().min(1),
  at: z.string(),
  digest: DigestSchema,
  documents: z.array(
    z.strictObject({
      slot: z.string(),
      id: z.string(),
      sha256: DigestSchema,
      size: z.int(),
      type: z.string(),
    }),
  ),
  answers: z.instanceof(Uint8Array),
  secrets: z.instanceof(Uint8Array),
});

/** The answers as handed in, for good: protected ones for rules and reviewers, plain texts only sealed. */
export type Revision = RevisionRecord & {
  readonly caseId: string;
  readonly at: string;
  readonly answers: Protected['answers'];
  readonly secrets: (dataKey: DataKey) => Secrets;
};

const about = (caseId: string, number: number): string => `revision ${number} of ${caseId}`;

export function revisionOf({ pk: _pk, sk: _sk, ...item }: RawItem): Revision {
  const { answers, secrets, ...known } = ItemSchema.parse(item);
  return {
    ...known,
    answers: ProtectedAnswersSchema.parse(unpackJson(answers)),
    secrets: (dataKey) =>
      z.record(z.string(), z.string()).parse(dataKey.open(secrets, about(known.caseId, known.number))),
  };
}

export async function readRevision(tables: Tables, caseId: string, number: number): Promise<Revision> {
  const item = await readItem(tables, revisionKey(caseId, number));
  if (item === undefined) throw new Error(`revision ${number} of ${caseId} is missing`);
  return revisionOf(item);
}

export const revisionDigest = (answers: Protected['answers']): string =>
  digestOf('revision', answers, sha256);

/** Written once, never again; the record is what the event of this revision names. */
export const revisionWrite = (
  tables: Tables,
  dataKey: DataKey,
  revision: RevisionRecord & { readonly caseId: string; readonly at: string },
  { answers, secrets }: Protected,
): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: {
        ...revision,
        answers: packJson(answers),
        secrets: dataKey.seal(secrets, about(revision.caseId, revision.number)),
        ...revisionKey(revision.caseId, revision.number),
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  failure: () => moved,
});
