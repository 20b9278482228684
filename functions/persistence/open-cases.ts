import * as z from 'zod';
import { registryTable } from '../../shared/storage/tables.ts';
import { readPage, type Tables } from './tables.ts';

/** What the worklist index carries of a head. */
const OpenCaseSchema = z.object({
  caseId: z.string(),
  version: z.int(),
  programme: z.object({ id: z.string(), version: z.int() }),
  enterpriseName: z.string(),
  town: z.string(),
  status: z.enum(['under-review', 'returned', 'in-notice', 'approved', 'rejected']),
  stage: z.string().optional(),
  office: z.string(),
  officer: z.string().optional(),
  due: z.string(),
  expedited: z.literal(true).optional(),
  submittedAt: z.string(),
});
export type OpenCase = z.infer<typeof OpenCaseSchema>;

/** Past its promise; one that waits for the applicant never is. */
export const isOverdue = (row: OpenCase, today: string): boolean =>
  row.status !== 'returned' && row.due < today;

/** Where a page of open cases ended. */
export const PlaceSchema = z.strictObject({ due: z.string().max(10), caseId: z.string().max(20) });

/** More open cases than an office can have: at some 300 bytes each, five reads of the index. */
const most = 5000;
const [worklist] = registryTable.indexes;

/** The open cases of an office in the order in which they are due; a case that ends leaves the index. */
export async function openCasesOf(tables: Tables, office: string): Promise<readonly OpenCase[]> {
  const rows: OpenCase[] = [];
  let from: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await readPage(tables, {
      TableName: tables.registry,
      IndexName: worklist.name,
      KeyConditionExpression: 'office = :office',
      ExpressionAttributeValues: { ':office': office },
      ...(from && { ExclusiveStartKey: from }),
    });
    rows.push(...page.items.map((item) => OpenCaseSchema.parse(item)));
    from = page.lastKey;
  } while (from !== undefined && rows.length < most);
  return rows.toSorted(byDueThenCase);
}

/** The index leaves open in which order cases of the same day come; pages need one. */
const byDueThenCase = (a: OpenCase, b: OpenCase): number =>
  a.due === b.due ? compare(a.caseId, b.caseId) : compare(a.due, b.due);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
