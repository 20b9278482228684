import { fill, text } from '../language/text.ts';
import { parseCanonical, parseJson } from './canonical-file.ts';
import { openCheckpoint } from './checkpoint.ts';
import { type Sha256, sha256 } from './digest.ts';
import { CollectionManifestSchema, type EndLine, EndLineSchema } from './export-file.ts';
import { fault } from './faults.ts';
import { checkIssue } from './issue.ts';
import { LinesDigest } from './lines.ts';
import { failed, minuteInShanghai, type ProofReport, type TrustedKeys } from './proof-report.ts';
import { verifyDossier } from './verify-dossier.ts';

const casesNote = text(
  '{count} 个案件、{events} 个事件逐一相符；文件于北京时间 {issuedAt} 签发。',
  'Each of the {count} cases with its {events} events is as it was sealed; the file was issued on {issuedAt}, Beijing time.',
);
const choiceNote = text(
  '按条件挑选的案件不能证明没有遗漏；要证明完整，请导出整段时间。',
  'Chosen cases cannot prove that none was left out; to prove completeness, export the whole period.',
);

const isEnd = (line: string): boolean => line.startsWith('{"issued":');

/**
 * Verifies a collection of dossiers, offline, one line at a time. The first thing wrong ends it.
 * @param lines of the file, without their newlines (see linesOf).
 */
export async function verifyCollection(
  lines: AsyncIterable<string>,
  keys: TrustedKeys,
  hash: Sha256 = sha256,
): Promise<ProofReport> {
  const above = new LinesDigest();
  let origin: { readonly origin: string; readonly issuedAt: string } | undefined;
  let end: EndLine | undefined;
  let cases = 0;
  let events = 0;
  for await (const line of lines) {
    if (end) return failed(fault('after-the-end'), events);
    if (origin === undefined) {
      const manifest = parseCanonical(CollectionManifestSchema, line, () => ({}));
      if (!manifest.ok) return failed(manifest.fault);
      const checkpoint = openCheckpoint(manifest.value.checkpoint, keys.log);
      if (!checkpoint.ok) return failed(checkpoint.fault);
      origin = { origin: checkpoint.value.origin, issuedAt: manifest.value.issuedAt };
    } else if (isEnd(line)) {
      const parsed = parseCanonical(EndLineSchema, line, () => ({}));
      if (!parsed.ok) return failed(parsed.fault, events);
      end = parsed.value;
      continue;
    } else {
      if (!parseJson(line)) return failed(fault('truncated', { rows: cases }), events);
      const report = verifyDossier(line, keys, hash);
      if (report.firstBad) return failed({ ...report.firstBad, row: cases + 1 }, events + report.checked);
      cases += 1;
      events += report.checked;
    }
    above.add(line);
  }
  if (origin === undefined) return failed(fault('empty'));
  if (!end) return failed(fault('truncated', { rows: cases }), events);
  if (end.rows !== cases) return failed(fault('rows-missing', { found: cases, issued: end.rows }), events);
  if (cases === 0) return failed(fault('no-events'));
  const issue = { origin: origin.origin, kind: 'dossier-collection', digest: above.digest() } as const;
  const reissued = checkIssue(end.issued, issue, keys.issuer);
  if (reissued) return failed(reissued, events);
  const issuedAt = minuteInShanghai(origin.issuedAt);
  return {
    ok: true,
    checked: events,
    notes: [fill(casesNote, { count: cases, events, issuedAt }), choiceNote],
  };
}
