import { fill, text } from '../language/text.ts';
import { parseCanonical, parseJson } from './canonical-file.ts';
import { openCheckpoint } from './checkpoint.ts';
import { type Sha256, sha256 } from './digest.ts';
import type { Dossier } from './dossier.ts';
import { CollectionManifestSchema, type EndLine, EndLineSchema } from './export-file.ts';
import { fault } from './faults.ts';
import { checkIssue } from './issue.ts';
import { LinesDigest } from './lines.ts';
import { failed, minuteInShanghai, type ProofReport, type TrustedKeys } from './proof-report.ts';
import { withKeyChanges } from './trusted-keys.ts';
import { openDossier, verifyOpened } from './verify-dossier.ts';

const casesNote = text(
  '{count} 个案件、{events} 个事件逐一相符；文件于北京时间 {issuedAt} 签发。',
  'Each of the {count} cases with its {events} events is as it was sealed; the file was issued on {issuedAt}, Beijing time.',
);
const choiceNote = text(
  '按条件挑选的案件不能证明没有遗漏；要证明完整，请导出整段时间。',
  'Chosen cases cannot prove that none was left out; to prove completeness, export the whole period.',
);

/** Of a checkpoint that was found to be signed. */
const originOf = ({ checkpoint }: Dossier): string => checkpoint.slice(0, checkpoint.indexOf('\n'));

const isEnd = (line: string): boolean => line.startsWith('{"issued":');

/**
 * Verifies a collection of dossiers, offline, one line at a time. The first thing wrong ends it.
 * @param lines of the file, without their newlines (see linesOf).
 */
export async function verifyCollection(
  lines: AsyncIterable<string>,
  trusted: TrustedKeys,
  hash: Sha256 = sha256,
): Promise<ProofReport> {
  const above = new LinesDigest();
  let log: { readonly origin: string; readonly issuedAt: string } | undefined;
  let end: EndLine | undefined;
  let keys = trusted;
  const cases = new Set<string>();
  let events = 0;
  const row = () => cases.size + 1;
  for await (const line of lines) {
    if (end) return failed(fault('after-the-end'), events);
    if (log === undefined) {
      const manifest = parseCanonical(CollectionManifestSchema, line, () => ({}));
      if (!manifest.ok) return failed(manifest.fault);
      const followed = withKeyChanges(trusted, manifest.value.keyChanges ?? []);
      if (!followed.ok) return failed(followed.fault);
      keys = followed.value;
      const checkpoint = openCheckpoint(manifest.value.checkpoint, keys.log);
      if (!checkpoint.ok) return failed(checkpoint.fault);
      log = { origin: checkpoint.value.origin, issuedAt: manifest.value.issuedAt };
    } else if (isEnd(line)) {
      const parsed = parseCanonical(EndLineSchema, line, () => ({}));
      if (!parsed.ok) return failed(parsed.fault, events);
      end = parsed.value;
      continue;
    } else {
      if (!parseJson(line)) return failed(fault('truncated', { rows: cases.size }), events);
      const dossier = openDossier(line);
      if (!dossier.ok) return failed({ ...dossier.fault, row: row() }, events);
      const { caseId } = dossier.value;
      const report = verifyOpened(dossier.value, keys, hash);
      if (report.firstBad) return failed({ ...report.firstBad, row: row() }, events + report.checked);
      const found = originOf(dossier.value);
      if (found !== log.origin) {
        return failed(fault('other-log', { found, expected: log.origin }, { caseId, row: row() }), events);
      }
      if (cases.has(caseId)) return failed(fault('case-repeated', {}, { caseId, row: row() }), events);
      cases.add(caseId);
      events += report.checked;
    }
    above.add(line);
  }
  if (log === undefined) return failed(fault('empty'));
  if (!end) return failed(fault('truncated', { rows: cases.size }), events);
  const count = cases.size;
  if (end.rows !== count) return failed(fault('rows-missing', { found: count, issued: end.rows }), events);
  if (count === 0) return failed(fault('no-events'));
  const issue = { origin: log.origin, kind: 'dossier-collection', digest: above.digest() } as const;
  const reissued = checkIssue(end.issued, issue, keys.issuer);
  if (reissued) return failed(reissued, events);
  const issuedAt = minuteInShanghai(log.issuedAt);
  return {
    ok: true,
    checked: events,
    notes: [fill(casesNote, { count, events, issuedAt }), choiceNote],
  };
}
