import type { ChainHead } from '../../shared/ledger/case-chain.ts';
import { auditCheckpoint } from './audit-checkpoint.ts';
import { checkForms, checkSealed, readEventsAt } from './audit-events.ts';
import { auditHeads } from './audit-heads.ts';
import { auditLog } from './audit-log.ts';
import { type Audited, type AuditReport, Findings } from './audit-report.ts';
import { auditUnsealed } from './audit-unsealed.ts';

/**
 * The standing audit: walks the whole log and the whole journal, and names everything that is missing, altered,
 * out of its place or not what was signed. It only reads. Memory holds one head for each chain.
 * @param options `now` is an instant; `kept` the checkpoint of an earlier audit, to prove that nothing it covered
 * was taken back.
 */
export async function auditAll(
  audited: Audited,
  { now, kept }: { readonly now: string; readonly kept?: string | undefined },
): Promise<AuditReport> {
  const findings = new Findings();
  const heads = new Map<string, ChainHead>();
  let sound = 0;
  const opened = await auditCheckpoint(audited, kept, findings);
  if (opened) {
    for await (const { from: first, entries } of auditLog(audited, opened.checkpoint, findings)) {
      const events = await readEventsAt(audited.tables, entries);
      for (const [at, entry] of entries.entries()) {
        const wrong = checkSealed(entry, events[at], heads.get(entry.caseId), first + at);
        findings.add(wrong);
        if (!wrong) sound += 1;
        // The chain goes on as the log knows it, so that one bad event is not held against those behind it.
        heads.set(entry.caseId, { seq: entry.seq, hash: entry.hash });
      }
      const forms = await checkForms(
        audited.tables,
        events.filter((event) => event !== undefined),
      );
      for (const wrong of forms) findings.add(wrong);
    }
  }
  // Without a checkpoint that holds, nothing can be said of what it should vouch for.
  const measured = opened !== undefined || findings.count === 0;
  const unsealed = measured ? await auditUnsealed(audited.tables, heads, now, findings) : 0;
  const cases = measured ? await auditHeads(audited.tables, heads, findings) : 0;
  return {
    entries: opened?.checkpoint.size ?? 0,
    sound,
    cases,
    unsealed,
    faults: findings.faults,
    faultCount: findings.count,
    ...(opened && { checkpoint: opened.note }),
  };
}
