import type { Text } from '../../../shared/language/text.ts';
import type { Fault } from '../../../shared/ledger/faults.ts';
import type { ProofReport } from '../../../shared/ledger/proof-report.ts';

const both = ({ zh, en }: Text): string[] => [`  ${zh}`, `  ${en}`];

/** Where the first bad thing is: case and number as people write them, row and log entry besides. */
export function placeOfFault({ caseId, seq, index, row }: Fault): string {
  const parts = [
    caseId,
    seq !== undefined && `第 ${seq} 号事件 event ${seq}`,
    row !== undefined && `第 ${row} 行 row ${row}`,
    index !== undefined && `账本序号 ledger entry ${index}`,
  ];
  return parts.filter((part) => typeof part === 'string').join(' · ');
}

/** A report as the command says it: the verdict, then what was found or proven, Chinese first. */
export function saidReport({ ok, checked, firstBad, notes }: ProofReport): string {
  if (ok) {
    return [
      `✓ 核验通过 Verified${checked > 0 ? ` (${checked} 个事件 events)` : ''}`,
      ...notes.flatMap(both),
    ].join('\n');
  }
  const lines = [`✗ 核验不通过 NOT verified`];
  if (firstBad) {
    const place = placeOfFault(firstBad);
    lines.push(`  首个问题 First fault: ${firstBad.code}${place && ` — ${place}`}`, ...both(firstBad.reason));
  }
  if (checked > 0) lines.push(`  此前 ${checked} 个事件相符。${checked} events before it are sound.`);
  return [...lines, ...notes.flatMap(both)].join('\n');
}
