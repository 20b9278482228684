import * as z from 'zod';
import { CaseIdSchema } from '../../shared/api/dto/common.ts';
import { type ChainHead, checkHead } from '../../shared/ledger/case-chain.ts';
import { fault } from '../../shared/ledger/faults.ts';
import { headKey } from '../persistence/keys.ts';
import { readItems, type Tables } from '../persistence/tables.ts';
import type { Findings } from './audit-report.ts';

const atOnce = 100;
const HeadSchema = z.object({ version: z.int(), hash: z.string() });

/** Whether every case's current state is that of its last event: a tail cut off before it was sealed shows here. */
export async function auditHeads(
  tables: Tables,
  heads: ReadonlyMap<string, ChainHead>,
  findings: Findings,
): Promise<number> {
  const cases = [...heads].filter(([chain]) => CaseIdSchema.safeParse(chain).success);
  for (let from = 0; from < cases.length; from += atOnce) {
    const some = cases.slice(from, from + atOnce);
    const items = await readItems(
      tables,
      some.map(([caseId]) => headKey(caseId)),
    );
    const byKey = new Map(items.map((item) => [item.pk, item]));
    for (const [caseId, chain] of some) {
      const head = HeadSchema.safeParse(byKey.get(headKey(caseId).pk));
      findings.add(
        head.success
          ? checkHead(chain, { seq: head.data.version, hash: head.data.hash }, { caseId })
          : fault('head-missing', {}, { caseId }),
      );
    }
  }
  return cases.length;
}
