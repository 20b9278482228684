import type { AuditReport } from '../../../functions/audit/audit-report.ts';
import { placeOfFault } from './said-report.ts';

/** An audit as the command says it: the sum, then everything that is wrong, with its place. */
export function saidAudit({ entries, sound, cases, unsealed, faults, faultCount }: AuditReport): string {
  const lines = [
    faultCount === 0 ? '✓ 审计通过 Sound' : `✗ 发现 ${faultCount} 个问题 ${faultCount} faults found`,
    `  账本 ${entries} 条，其中 ${sound} 条与封存时一致；${cases} 个案件；待封存 ${unsealed} 个事件`,
    `  ${entries} ledger entries, ${sound} of them as they were sealed; ${cases} cases; ${unsealed} events wait to be sealed`,
  ];
  for (const found of faults) {
    const place = placeOfFault(found);
    lines.push(
      `  · ${found.code}${place && ` — ${place}`}`,
      `      ${found.reason.zh}`,
      `      ${found.reason.en}`,
    );
  }
  if (faultCount > faults.length) lines.push(`  … ${faultCount - faults.length} more`);
  return lines.join('\n');
}
