import { formatMoney } from '../../../shared/language/format.ts';
import type { ReplaySummary } from './replay-file.ts';

const inputs = {
  'as-recorded': '',
  altered: '（表单已被改动 form altered）',
  missing: '（没有表单 form missing）',
} as const;

/** A replay as the command says it: the sum first, then the first cases that differ. */
export function saidReplay(summary: ReplaySummary, under: string): string {
  const { cases, decisions, same, unsure, differing, amountChange, examples } = summary;
  const lines = [
    `重放 Replay（${under}）: ${cases} 个案件 cases, ${decisions} 次评估 evaluations`,
    `  一致 same: ${same}  不同 different: ${decisions - same - unsure}  无法判断 unsure: ${unsure}`,
  ];
  if (same < decisions) {
    lines.push(
      `  结论不同 outcome: ${differing.outcome}  金额不同 amount: ${differing.amount}` +
        `  规则不同 rules: ${differing.rule}  计算项不同 terms: ${differing.term}`,
      `  金额合计变化 amounts change by: ${formatMoney(amountChange, 'zh')}`,
    );
  }
  for (const { caseId, decision } of examples) {
    lines.push(`  · ${caseId} #${decision.seq} ${decision.type}${inputs[decision.inputs]}`);
    for (const { label, recorded, replayed } of decision.differences) {
      lines.push(`      ${label.zh} ${label.en}: ${recorded ?? '—'} → ${replayed ?? '—'}`);
    }
  }
  return lines.join('\n');
}
