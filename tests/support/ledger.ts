import { signCheckpoint } from '../../shared/ledger/checkpoint.ts';
import type { DossierContents, Enclosure } from '../../shared/ledger/dossier.ts';
import { publicKeyOf, signEd25519 } from '../../shared/ledger/ed25519.ts';
import { issueCollection } from '../../shared/ledger/issue-collection.ts';
import { dossierRows, type FoundEvent, issueDossier } from '../../shared/ledger/issue-dossier.ts';
import { exportFiltered, exportPeriod } from '../../shared/ledger/issue-export.ts';
import {
  type EventDraft,
  type JournalEvent,
  noPredecessor,
  sealEvent,
} from '../../shared/ledger/journal-event.ts';
import { entryBytes, entryOf } from '../../shared/ledger/log-entry.ts';
import { appendEntries, emptyTail, type LogTail, treeHead } from '../../shared/ledger/log-tail.ts';
import type { TrustedKeys } from '../../shared/ledger/proof-report.ts';
import type { Signer } from '../../shared/ledger/signed-note.ts';
import { verifierKey } from '../../shared/ledger/verifier-key.ts';

/** A signer whose key is the same at every run. */
export function testSigner(name = 'ledger.example/county', seedByte = 7): Signer {
  const seed = new Uint8Array(32).fill(seedByte);
  return { name, publicKey: publicKeyOf(seed), sign: async (bytes) => signEd25519(bytes, seed) };
}

export const keysOf = (signer: Signer): TrustedKeys => {
  const keys = [verifierKey(signer.name, signer.publicKey)];
  return { log: keys, issuer: keys };
};

export const draft = (caseId: string, seq: number, over: Partial<EventDraft> = {}): EventDraft => ({
  caseId,
  seq,
  type: 'case-claimed',
  at: `2026-11-23T01:02:${String(seq % 60).padStart(2, '0')}.004Z`,
  actor: { id: 'officer-1', roles: ['town-officer'], office: '610926100' },
  commandId: `${caseId}-${seq}`,
  data: { amount: 1000 * seq, note: '同意', items: [1, 2, { deep: null }] },
  ...over,
});

/** A whole case, each event behind the one before. */
export function chainOf(
  caseId: string,
  length: number,
  over: Partial<EventDraft> | ((seq: number) => Partial<EventDraft>) = {},
): JournalEvent[] {
  const events: JournalEvent[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const own = typeof over === 'function' ? over(seq) : over;
    events.push(sealEvent(draft(caseId, seq, own), events.at(-1)?.hash ?? noPredecessor));
  }
  return events;
}

/** Takes one event of every case in turn, as a busy county would. */
export function interleaved(chains: readonly (readonly JournalEvent[])[]): JournalEvent[] {
  const longest = Math.max(0, ...chains.map((chain) => chain.length));
  return Array.from({ length: longest }, (_, at) => chains.flatMap((chain) => chain[at] ?? [])).flat();
}

/** A streamed file in one piece. */
async function whole(lines: AsyncIterable<string>): Promise<string> {
  let file = '';
  for await (const line of lines) file += line;
  return file;
}

/** A sealed log in memory with its journal, and what an issuer makes of them. */
export class TestLedger {
  readonly files = new Map<string, Uint8Array>();
  readonly journal = new Map<string, JournalEvent>();
  readonly sealed: JournalEvent[] = [];
  readonly signer: Signer;
  tail: LogTail = emptyTail;

  constructor(events: readonly JournalEvent[] = [], signer: Signer = testSigner()) {
    this.signer = signer;
    this.seal(events);
  }

  static place = ({ caseId, seq }: { caseId: string; seq: number }) => `${caseId}/${seq}`;

  read = async (path: string) => this.files.get(path);

  seal(events: readonly JournalEvent[]): void {
    const { tail, files } = appendEntries(
      this.tail,
      events.map((event) => entryBytes(entryOf(event))),
    );
    this.tail = tail;
    for (const { path, bytes } of files) this.files.set(path, bytes);
    for (const event of events) this.journal.set(TestLedger.place(event), event);
    this.sealed.push(...events);
  }

  get log() {
    return { origin: this.signer.name, size: this.tail.size, read: this.read };
  }

  checkpoint = () => signCheckpoint(treeHead(this.tail), this.signer);

  /** Of the sealed events of a case, as the journal has them now, and `fresh` ones not sealed yet. */
  async dossier(
    caseId: string,
    {
      fresh = [],
      enclosures = [],
      keyChanges,
    }: {
      fresh?: readonly JournalEvent[];
      enclosures?: readonly Enclosure[];
      keyChanges?: string[];
    } = {},
  ): Promise<string> {
    const sealed = this.sealed.flatMap((original, index): FoundEvent[] => {
      if (original.caseId !== caseId) return [];
      const event = this.journal.get(TestLedger.place(original));
      return [event ? { event, index } : { missing: entryOf(original), index }];
    });
    const found = [...sealed, ...fresh.map((event) => ({ event }))];
    const last = found.at(-1);
    const head = last && ('event' in last ? last.event : last.missing);
    const contents: DossierContents = {
      kind: 'case-dossier',
      version: 1,
      caseId,
      issuedAt: '2026-11-24T00:00:00.000Z',
      checkpoint: await this.checkpoint(),
      ...(keyChanges && { keyChanges }),
      head: { seq: head?.seq ?? 1, hash: head?.hash ?? noPredecessor },
      events: await dossierRows(found, this.tail.size, this.read),
      enclosures: [...enclosures],
    };
    return issueDossier(contents, this.log, this.signer);
  }

  async periodExport(from = 0, to = this.tail.size): Promise<string> {
    const manifest = {
      kind: 'period-export' as const,
      version: 1 as const,
      issuedAt: '2026-11-24T00:00:00.000Z',
      query: { from: '2026-11-01', to: '2026-11-30' },
      checkpoint: await this.checkpoint(),
      from,
      to,
    };
    const load = async (entries: readonly { caseId: string; seq: number }[]) =>
      entries.map((entry) => this.journal.get(TestLedger.place(entry)));
    return whole(exportPeriod(manifest, this.log, load, this.signer));
  }

  async filteredExport(indexes: readonly number[]): Promise<string> {
    const manifest = {
      kind: 'filtered-export' as const,
      version: 1 as const,
      issuedAt: '2026-11-24T00:00:00.000Z',
      query: { town: '610926100' },
      checkpoint: await this.checkpoint(),
    };
    const { sealed, journal } = this;
    async function* found() {
      for (const index of indexes) {
        const original = sealed[index]!;
        const event = journal.get(TestLedger.place(original));
        yield event ? { event, index } : { missing: entryOf(original), index };
      }
    }
    return whole(exportFiltered(manifest, this.log, found(), this.signer));
  }

  /** Of dossiers as they were issued, whoever did. */
  async collection(dossiers: readonly string[]): Promise<string> {
    const manifest = {
      kind: 'dossier-collection' as const,
      version: 1 as const,
      issuedAt: '2026-11-24T00:00:00.000Z',
      query: {},
      checkpoint: await this.checkpoint(),
    };
    async function* given() {
      yield* dossiers;
    }
    return whole(issueCollection(manifest, this.signer.name, given(), this.signer));
  }
}
