import * as z from 'zod';
import { ProtectedAnswersSchema, type Secrets } from '../../shared/forms/answers.ts';
import type { Protected } from '../../shared/forms/protect-answers.ts';
import { DigestSchema, digestOf } from '../../shared/ledger/digest.ts';
import type { DataKey } from './data-key.ts';
import { casePartition, reportKey } from './keys.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { type RawItem, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const facts = {
  caseId: z.string(),
  number: z.int().min(1),
  obligation: z.string(),
  round: z.int().min(1),
  at: z.string(),
  digest: DigestSchema,
};
const ItemSchema = z.strictObject({
  ...facts,
  answers: z.instanceof(Uint8Array),
  secrets: z.instanceof(Uint8Array),
});
const FactsSchema = z.strictObject(facts);

/** A report as handed in, for good; kept like a revision (see revision.ts). */
export type StoredReport = Readonly<z.infer<typeof FactsSchema>> & {
  readonly answers: Protected['answers'];
  readonly secrets: (dataKey: DataKey) => Secrets;
};

const about = (caseId: string, number: number): string => `report ${number} of ${caseId}`;

export function reportOf({ pk: _pk, sk: _sk, ...item }: RawItem): StoredReport {
  const { answers, secrets, ...known } = ItemSchema.parse(item);
  return {
    ...known,
    answers: ProtectedAnswersSchema.parse(unpackJson(answers)),
    secrets: (dataKey) =>
      z.record(z.string(), z.string()).parse(dataKey.open(secrets, about(known.caseId, known.number))),
  };
}

/** In the order in which they were handed in. */
export async function readReports(tables: Tables, caseId: string): Promise<readonly StoredReport[]> {
  return (await readPartition(tables, tables.registry, casePartition(caseId), 'report#')).map(reportOf);
}

export const reportDigest = (answers: Protected['answers']): string => digestOf('report', answers);

/** Written once, never again; the event of the report names its digest. */
export const reportWrite = (
  tables: Tables,
  dataKey: DataKey,
  report: z.infer<typeof FactsSchema>,
  { answers, secrets }: Protected,
): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: {
        ...report,
        answers: packJson(answers),
        secrets: dataKey.seal(secrets, about(report.caseId, report.number)),
        ...reportKey(report.caseId, report.number),
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  failure: () => moved,
});
