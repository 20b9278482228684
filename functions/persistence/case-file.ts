import type { DataKey } from './data-key.ts';
import { documentOf, type StoredDocument } from './document.ts';
import { type ClosedDraft, draftOf } from './draft.ts';
import { type Head, headOf } from './head.ts';
import { casePartition } from './keys.ts';
import { type Revision, revisionOf } from './revision.ts';
import { type RawItem, readPartition, type Tables } from './tables.ts';

/** Everything the registry holds of a case, by one query. */
export type CaseFile = {
  readonly head?: Head;
  readonly draft?: ClosedDraft;
  /** In order. */
  readonly revisions: readonly Revision[];
  readonly documents: readonly StoredDocument[];
};

export async function readCaseFile(
  tables: Tables,
  dataKey: DataKey,
  caseId: string,
  now: string,
): Promise<CaseFile> {
  const items = await readPartition(tables, tables.registry, casePartition(caseId));
  const of = (kind: string): readonly RawItem[] =>
    items.filter(({ sk }) => typeof sk === 'string' && (sk === kind || sk.startsWith(`${kind}#`)));
  const [head] = of('head').map(headOf);
  const [draft] = of('draft').map((item) => draftOf(item, dataKey, now));
  return {
    ...(head && { head }),
    ...(draft && { draft }),
    revisions: of('rev').map(revisionOf),
    documents: of('doc').map(documentOf),
  };
}
