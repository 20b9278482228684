import { canonicalText } from './canonical-bytes.ts';
import type { Checkpoint } from './checkpoint.ts';
import { digestWithout } from './digest.ts';
import type { Dossier, DossierContents, DossierRow } from './dossier.ts';
import { signIssue } from './issue.ts';
import type { JournalEvent } from './journal-event.ts';
import type { LogEntry } from './log-entry.ts';
import { sealOf } from './seal.ts';
import type { Signer } from './signed-note.ts';
import type { TileReader } from './tile.ts';

/** An event of the case as its issuer finds it: in the journal, in the log (`index`), or in only one of them. */
export type FoundEvent =
  | { readonly event: JournalEvent; readonly index?: number }
  | { readonly missing: LogEntry; readonly index: number };

/**
 * The dossier's rows, with a proof for every event that the log of `size` entries holds.
 * @throws LedgerDamagedError when a tile that is needed is missing or damaged.
 */
export const dossierRows = (
  found: readonly FoundEvent[],
  size: number,
  read: TileReader,
): Promise<DossierRow[]> =>
  Promise.all(
    found.map(async (row): Promise<DossierRow> => {
      if ('missing' in row) return { missing: row.missing, seal: await sealOf(row.index, size, read) };
      const { event, index } = row;
      return index === undefined || index >= size
        ? { event }
        : { event, seal: await sealOf(index, size, read) };
    }),
  );

/** The text of a dossier, signed by its issuer. `origin` is that of the checkpoint in it. */
export async function issueDossier(
  contents: DossierContents,
  { origin }: Pick<Checkpoint, 'origin'>,
  signer: Signer,
): Promise<string> {
  const digest = digestWithout('issued', 'case-dossier', contents);
  const issued = await signIssue({ origin, kind: contents.kind, digest }, signer);
  const dossier: Dossier = { ...contents, issued };
  return `${canonicalText(dossier)}\n`;
}
