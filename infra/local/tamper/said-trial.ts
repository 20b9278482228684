import type { Fault } from '../../../shared/ledger/faults.ts';
import type { ProofReport } from '../../../shared/ledger/proof-report.ts';
import { placeOfFault } from '../verify/said-report.ts';
import type { Tampering } from './tampering.ts';
import type { Trial } from './try-tampering.ts';

const saidFault = (fault: Fault): string => {
  const place = placeOfFault(fault);
  return `${fault.reason.zh}\n      ${fault.reason.en}${place && `\n      ${place}`}`;
};

const saidVerdict = ({ firstBad }: ProofReport): string =>
  firstBad ? `✗ ${saidFault(firstBad)}` : '✓ 无异常：此项不涉及 sound: not what this shows';

function saidSearch(search: Trial['search']): string {
  if (!('found' in search)) return `✗ ${search.zh}\n      ${search.en}`;
  const { unread } = search;
  return unread.length === 0
    ? '✓ 无异常：此项不涉及 sound: not what this shows'
    : `✗ 点名读不出来的案件：${unread.join('、')}\n      names the cases it cannot read: ${unread.join(', ')}`;
}

/** A deed, and what the auditor sees of it. */
export function saidTrial(
  { title }: Tampering,
  { audit, dossier, period, search }: Trial,
  shown: number,
): string {
  const more = audit.faultCount - Math.min(shown, audit.faults.length);
  return [
    `■ ${title.zh} · ${title.en}`,
    `  审计 audit: ${audit.faultCount === 0 ? '✓' : '✗'}`,
    ...audit.faults.slice(0, shown).map((fault) => `    · ${saidFault(fault)}`),
    ...(more > 0 ? [`    … 另有 ${more} 处 ${more} more`] : []),
    `  案卷 dossier: ${'ok' in dossier ? saidVerdict(dossier) : `✗ ${dossier.zh}\n      ${dossier.en}`}`,
    `  整段导出 period export: ${saidVerdict(period)}`,
    `  决定检索 decision search: ${saidSearch(search)}`,
  ].join('\n');
}
