import { fill, type Text, text } from '../language/text.ts';
import { parseCanonical, parseJson } from './canonical-file.ts';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { type Sha256, sha256 } from './digest.ts';
import { type EndLine, type Manifest, ManifestSchema } from './export-file.ts';
import { fault } from './faults.ts';
import { filteredRows } from './filtered-rows.ts';
import { checkIssue } from './issue.ts';
import { LinesDigest } from './lines.ts';
import { isWithin, periodRows } from './period-rows.ts';
import { failed, minuteInShanghai, type ProofReport, type TrustedKeys } from './proof-report.ts';
import { withKeyChanges } from './trusted-keys.ts';

const signedNote = text(
  '账本检查点由“{origin}”签名，共 {size} 条；文件于北京时间 {issuedAt} 签发。',
  'Checkpoint of {size} entries signed by “{origin}”; the file was issued on {issuedAt}, Beijing time.',
);
const wholeNote = text(
  '账本序号 {from} 至 {last} 的 {count} 条记录逐条相符，其间没有缺漏。',
  'The {count} ledger entries from {from} to {last} are all here, each as it was sealed; none is missing between them.',
);
const rangeNote = text(
  '所证明的是这一段序号；用哪一段来代表所查的时间，由签发方选定。',
  'What is proven is this range of entries; which range stands for the period asked for was chosen by the issuer.',
);
const eachNote = text('{count} 行逐行与封存时一致。', 'Each of the {count} rows is as it was sealed.');
const filteredNote = text(
  '按条件筛选的导出不能证明没有遗漏；要证明完整，请导出整段时间。',
  'A filtered export cannot prove that nothing was left out; to prove completeness, export the whole period.',
);

function notesOn(manifest: Manifest, { origin, size }: Checkpoint, count: number): Text[] {
  const signed = fill(signedNote, { origin, size, issuedAt: minuteInShanghai(manifest.issuedAt) });
  if (manifest.kind === 'filtered-export') return [fill(eachNote, { count }), filteredNote, signed];
  const { from, to } = manifest;
  return [fill(wholeNote, { count, from, last: to - 1 }), rangeNote, signed];
}

/** Each line with whether it is the last, so that a file that breaks off is told from one that was altered. */
async function* markLast(lines: AsyncIterable<string> | Iterable<string>) {
  let held: string | undefined;
  for await (const line of lines) {
    if (held !== undefined) yield { line: held, last: false };
    held = line;
  }
  if (held !== undefined) yield { line: held, last: true };
}

/**
 * Verifies an export, offline, line by line in bounded memory (a period export remembers the latest event of each
 * case it meets). The first thing wrong ends it.
 * @param lines of the file, without their newlines (see linesOf).
 */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  trusted: TrustedKeys,
  hash: Sha256 = sha256,
): Promise<ProofReport> {
  const source = markLast(lines);
  const first = await source.next();
  if (first.done || first.value.line.trim() === '') return failed(fault('empty'));
  const opened = parseCanonical(ManifestSchema, first.value.line, () => ({}));
  if (!opened.ok) return failed(opened.fault);
  const manifest = opened.value;
  const followed = withKeyChanges(trusted, manifest.keyChanges ?? []);
  if (!followed.ok) return failed(followed.fault);
  const keys = followed.value;
  const signed = openCheckpoint(manifest.checkpoint, keys.log);
  if (!signed.ok) return failed(signed.fault);
  const checkpoint = signed.value;
  if (manifest.kind === 'period-export' && !isWithin(manifest, checkpoint.size)) {
    return failed(fault('malformed', { where: '/to' }));
  }

  const checker =
    manifest.kind === 'period-export'
      ? periodRows(manifest, checkpoint, hash)
      : filteredRows(checkpoint, hash);
  const above = new LinesDigest();
  above.add(first.value.line);
  let end: EndLine | undefined;
  for await (const { line, last } of source) {
    if (end) return failed(fault('after-the-end'), checker.rows());
    const taken = checker.next(line);
    if (!taken.ok) {
      const brokenOff = last && !parseJson(line);
      return failed(brokenOff ? fault('truncated', { rows: checker.rows() }) : taken.fault, checker.rows());
    }
    end = taken.value;
    if (!end) above.add(line);
  }

  const found = checker.rows();
  if (!end) return failed(fault('truncated', { rows: found }), found);
  const missing =
    checker.end() ??
    (end.rows === found ? undefined : fault('rows-missing', { found, issued: end.rows })) ??
    (found > 0 ? undefined : fault('no-events'));
  if (missing) return failed(missing, found);
  const issue = { origin: checkpoint.origin, kind: manifest.kind, digest: above.digest() };
  const reissued = checkIssue(end.issued, issue, keys.issuer);
  if (reissued) return failed(reissued, found);
  return { ok: true, checked: found, notes: notesOn(manifest, checkpoint, found) };
}
