import { canonicalText } from './canonical-bytes.ts';
import type { CollectionManifest, EndLine } from './export-file.ts';
import { signIssue } from './issue.ts';
import { LinesDigest } from './lines.ts';
import type { Signer } from './signed-note.ts';

/**
 * A collection of dossiers, streamed line by line with newlines. `dossiers` are their texts as issueDossier gives
 * them; `origin` is that of the manifest's checkpoint.
 */
export async function* issueCollection(
  manifest: CollectionManifest,
  origin: string,
  dossiers: AsyncIterable<string>,
  signer: Signer,
): AsyncGenerator<string> {
  const above = new LinesDigest();
  const first = canonicalText(manifest);
  above.add(first);
  yield `${first}\n`;
  let rows = 0;
  for await (const dossier of dossiers) {
    rows += 1;
    above.add(dossier.slice(0, -1));
    yield dossier;
  }
  const issued = await signIssue({ origin, kind: manifest.kind, digest: above.digest() }, signer);
  const end: EndLine = { kind: 'end', rows, issued };
  yield `${canonicalText(end)}\n`;
}
