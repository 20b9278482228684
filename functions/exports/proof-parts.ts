import type { DecisionDto } from '../../shared/api/routes/auditor.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { soundOrThrow } from '../../shared/ledger/faults.ts';
import { issueCollection } from '../../shared/ledger/issue-collection.ts';
import type { FoundEvent } from '../../shared/ledger/issue-dossier.ts';
import { exportFiltered, exportPeriod } from '../../shared/ledger/issue-export.ts';
import { JsonObjectSchema } from '../../shared/ledger/json-value.ts';
import { readEntries } from '../../shared/ledger/log-proof.ts';
import { tileWidth } from '../../shared/ledger/tile.ts';
import { readEventsAt } from '../audit/audit-events.ts';
import { caseDossier } from '../auditor/dossier/case-dossier.ts';
import { keyChangesPart } from '../auditor/key-changes-part.ts';
import { publishedKeys } from '../ledger/checkpoint-file.ts';
import type { ExportJob } from './export-job.ts';
import type { ExporterSystem } from './exporter-system.ts';
import { matchingDecisions, OutOfTime } from './matching-decisions.ts';
import { Bytes, ndjson, type PartContent } from './part-content.ts';
import { periodRange } from './period-range.ts';

const eventsPerFile = 10_000;
const casesPerFile = 100;
const entriesPerFile = 40 * tileWidth;

type PartMaker = (
  system: ExporterSystem,
  job: ExportJob,
  from: string | undefined,
  isOver: () => boolean,
) => Promise<PartContent>;

/** Nothing can be proven before something is sealed; the request is refused then. */
async function opened({ ledger }: ExporterSystem, { log: { note, size }, query }: ExportJob) {
  if (note === undefined) throw new Error('an export of proofs was begun before anything was sealed');
  const { changes } = await publishedKeys(ledger.store);
  const asked = JsonObjectSchema.parse(JSON.parse(JSON.stringify(query)));
  return {
    log: { origin: ledger.origin, size, read: ledger.store.read },
    manifest: {
      version: 1,
      query: asked,
      checkpoint: note,
      ...keyChangesPart({ keyChanges: changes }),
    } as const,
  };
}

/** The decisions' events, each with its proof. */
export const filteredPart: PartMaker = async (system, job, from, isOver) => {
  const { log, manifest } = await opened(system, job);
  const matching = matchingDecisions(system.decisions, job.query, from, eventsPerFile, isOver);
  const bytes = new Bytes();
  let [rows, unsealed] = [0, 0];
  async function* found() {
    for await (const page of matching.pages) {
      for (const row of await sealedEvents(system, page, log.size)) {
        if (row) {
          rows += 1;
          yield row;
        } else unsealed += 1;
      }
    }
  }
  const head = { ...manifest, kind: 'filtered-export', issuedAt: system.now() } as const;
  for await (const line of exportFiltered(head, log, found(), await system.issuer())) bytes.add(line);
  return {
    bytes: bytes.all(),
    type: ndjson,
    rows,
    unsealed,
    unread: matching.unread(),
    next: matching.next(),
  };
};

/** The events of these decisions with their places in the log; nothing for those it does not hold yet. */
async function sealedEvents(
  { tables, ledger }: ExporterSystem,
  decisions: readonly DecisionDto[],
  size: number,
): Promise<readonly (Required<FoundEvent> | undefined)[]> {
  const events = await readEventsAt(tables, decisions);
  return Promise.all(
    decisions.map(async ({ logIndex: index }, at): Promise<Required<FoundEvent> | undefined> => {
      const event = events[at];
      if (index >= size) return undefined;
      if (event) return { event, index };
      const entries = soundOrThrow(await readEntries(Math.floor(index / tileWidth), size, ledger.store.read));
      const missing = entries[index % tileWidth];
      return missing && { missing, index };
    }),
  );
}

/** The cases of the decisions, each as a dossier. A case whose decisions lie far apart may come in two files. */
export const dossiersPart: PartMaker = async (system, job, from, isOver) => {
  const { log, manifest } = await opened(system, job);
  const matching = matchingDecisions(system.decisions, job.query, from, casesPerFile, isOver);
  const seen = new Set<string>();
  const bytes = new Bytes();
  async function* dossiers() {
    for await (const page of matching.pages) {
      for (const { caseId } of page) {
        if (seen.has(caseId)) continue;
        if (isOver()) throw new OutOfTime();
        seen.add(caseId);
        const dossier = await caseDossier(system, caseId);
        if (dossier.ok) yield dossier.value;
      }
    }
  }
  const head = { ...manifest, kind: 'dossier-collection', issuedAt: system.now() } as const;
  for await (const line of issueCollection(head, log.origin, dossiers(), await system.issuer()))
    bytes.add(line);
  return {
    bytes: bytes.all(),
    type: ndjson,
    rows: seen.size,
    unsealed: 0,
    unread: matching.unread(),
    next: matching.next(),
  };
};

/** Everything that was recorded in the period. Consecutive files join without a gap: each says from where to where. */
export const periodPart: PartMaker = async (system, job, from) => {
  const { log, manifest } = await opened(system, job);
  const whole = await periodRange(system.tables, log, job.query, dateInShanghai(job.requestedAt));
  const begin = from === undefined ? whole.from : Number(from);
  const end = Math.min(whole.to, begin + entriesPerFile);
  const bytes = new Bytes();
  const head = { ...manifest, kind: 'period-export', issuedAt: system.now(), from: begin, to: end } as const;
  const load = (entries: Parameters<typeof readEventsAt>[1]) => readEventsAt(system.tables, entries);
  for await (const line of exportPeriod(head, log, load, await system.issuer())) bytes.add(line);
  return {
    bytes: bytes.all(),
    type: ndjson,
    rows: end - begin,
    unsealed: 0,
    // It goes by the log itself, and each event that is gone has its row.
    unread: 0,
    ...(end < whole.to && { next: String(end) }),
  };
};
