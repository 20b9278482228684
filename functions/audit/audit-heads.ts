import * as z from 'zod';
import { CaseIdSchema } from '../../shared/api/dto/common.ts';
import { canonicalText } from '../../shared/ledger/canonical-bytes.ts';
import { type ChainHead, checkHead } from '../../shared/ledger/case-chain.ts';
import { type Fault, fault } from '../../shared/ledger/faults.ts';
import { stateAfter } from '../cases/repeated-command.ts';
import { concurrently } from '../persistence/concurrently.ts';
import { headOf } from '../persistence/head.ts';
import { readableEvent } from '../persistence/journal.ts';
import { headKey, journalPartition } from '../persistence/keys.ts';
import { type RawItem, readItems, readPartition, type Tables } from '../persistence/tables.ts';
import type { Findings } from './audit-report.ts';

const atOnce = 100;
const HeadSchema = z.object({ version: z.int(), hash: z.string() });

/**
 * Whether every case's current state is what its events make it, up to the last one: a tail cut off before it was
 * sealed shows here, and a state that somebody set by hand.
 */
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
    const found = await concurrently(some, async ([caseId, chain]) =>
      checkState(tables, caseId, chain, byKey.get(headKey(caseId).pk)),
    );
    for (const wrong of found) findings.add(wrong);
  }
  return cases.length;
}

async function checkState(
  tables: Tables,
  caseId: string,
  chain: ChainHead,
  item: RawItem | undefined,
): Promise<Fault | undefined> {
  const head = HeadSchema.safeParse(item);
  if (!item || !head.success) return fault('head-missing', {}, { caseId });
  const cut = checkHead(chain, { seq: head.data.version, hash: head.data.hash }, { caseId });
  if (cut) return cut;
  const made = await stateByEvents(tables, caseId, chain.seq);
  if (made === undefined || made === standingState(item)) return undefined;
  return fault('head-altered', {}, { caseId, seq: chain.seq });
}

/** Nothing where the events do not make a state: what is wrong with them has been said of them. */
async function stateByEvents(tables: Tables, caseId: string, last: number): Promise<string | undefined> {
  const items = await readPartition(tables, tables.journal, journalPartition(caseId));
  const events = items.flatMap((item) => readableEvent(item) ?? []);
  if (events.length !== last) return undefined;
  try {
    return textOf(stateAfter(events));
  } catch {
    return undefined;
  }
}

function standingState(item: RawItem): string | undefined {
  try {
    return textOf(headOf(item).state);
  } catch {
    return undefined;
  }
}

/** Members that are there and undefined are as good as absent. */
const textOf = (state: unknown): string => canonicalText(JSON.parse(JSON.stringify(state)));
