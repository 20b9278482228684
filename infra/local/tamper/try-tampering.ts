import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { auditAll } from '../../../functions/audit/audit.ts';
import { readEventsAt } from '../../../functions/audit/audit-events.ts';
import type { AuditReport } from '../../../functions/audit/audit-report.ts';
import { currentLog } from '../../../functions/auditor/current-log.ts';
import { caseDossier } from '../../../functions/auditor/dossier/case-dossier.ts';
import { keyChangesPart } from '../../../functions/auditor/key-changes-part.ts';
import { listDecisions } from '../../../functions/auditor/list-decisions.ts';
import { beginAnew } from '../../../functions/decisions/index-decisions.ts';
import { newestNote } from '../../../functions/ledger/checkpoint-file.ts';
import { signerFromFile } from '../../../functions/ledger/signer.ts';
import { messageOf } from '../../../shared/api/errors.ts';
import type { Text } from '../../../shared/language/text.ts';
import { LedgerDamagedError } from '../../../shared/ledger/faults.ts';
import { exportPeriod } from '../../../shared/ledger/issue-export.ts';
import { blockCount, readEntries } from '../../../shared/ledger/log-proof.ts';
import { failed, type ProofReport, type TrustedKeys } from '../../../shared/ledger/proof-report.ts';
import type { Signer } from '../../../shared/ledger/signed-note.ts';
import { verifyDossier } from '../../../shared/ledger/verify-dossier.ts';
import { verifyExport } from '../../../shared/ledger/verify-export.ts';
import { localKeys } from '../local-keys.ts';
import { localOrigin } from '../local-settings.ts';
import { type OpenedData, openData } from '../open-data.ts';
import { trustedKeysOf } from '../verify/trusted-keys-of.ts';
import type { Tampering } from './tampering.ts';

/** What each of an auditor's instruments says after the deed. */
export type Trial = {
  readonly caseId: string;
  readonly audit: AuditReport;
  /** Of the case's dossier, issued and verified after the deed; or why none could be issued. */
  readonly dossier: ProofReport | Text;
  /** Of a period export over the whole log. */
  readonly period: ProofReport;
  /** Of a search for every decision, its index made anew after the deed: the cases that it says it cannot speak for. */
  readonly search: { readonly found: number; readonly unread: readonly string[] } | Text;
};

/** Tampers with a copy of the data folder, and lets an auditor look at it who kept keys and checkpoint from before. */
export async function tryTampering(
  dataFolder: string,
  tampering: Tampering,
  now?: () => string,
): Promise<Trial> {
  const copy = await mkdtemp(join(tmpdir(), 'tamper-'));
  try {
    await cp(dataFolder, copy, {
      recursive: true,
      filter: (path) => basename(path) !== 'claimed-by',
    });
    const keys = await trustedKeysOf(undefined, dataFolder);
    const opened = await openData(copy, now);
    try {
      const signer = await signerFromFile(localOrigin, (await localKeys(copy)).signingKeyFile);
      return await attempt(opened, signer, tampering, keys);
    } finally {
      await opened.close();
    }
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function attempt(
  opened: OpenedData,
  signer: Signer,
  tampering: Tampering,
  keys: TrustedKeys,
): Promise<Trial> {
  const { system, ledgerFiles } = opened;
  const { tables, ledger } = system;
  const kept = await newestNote(ledger.store);
  const approved = await approvedCase(opened);
  await tampering.act({ tables, store: ledger.store, ledgerFiles, signer, caseId: approved });
  const caseId = tampering.looksAt ?? approved;
  return {
    caseId,
    audit: await auditAll({ tables, store: ledger.store, keys: keys.log }, { now: system.now(), kept }),
    dossier: await dossierAfter(opened, caseId, keys),
    period: await periodAfter(opened, keys),
    search: await searchAfter(opened),
  };
}

/** The first case of the log that came to an approval. */
async function approvedCase({ system }: OpenedData): Promise<string> {
  const { size, read } = await currentLog(system);
  for (let block = 0; block < blockCount(size); block += 1) {
    const entries = await readEntries(block, size, read);
    if (!entries.ok) throw new LedgerDamagedError(entries.fault);
    const events = await readEventsAt(system.tables, entries.value);
    const approval = events.find((event) => event?.type === 'application-approved');
    if (approval) return approval.caseId;
  }
  throw new Error('no case was ever approved here');
}

async function dossierAfter(
  { system }: OpenedData,
  caseId: string,
  keys: TrustedKeys,
): Promise<ProofReport | Text> {
  try {
    const dossier = await caseDossier(system, caseId);
    return dossier.ok ? verifyDossier(dossier.value, keys) : messageOf(dossier.refusal);
  } catch (error) {
    if (error instanceof LedgerDamagedError) return error.fault.reason;
    throw error;
  }
}

async function periodAfter({ system }: OpenedData, keys: TrustedKeys): Promise<ProofReport> {
  try {
    const { note, keyChanges, ...log } = await currentLog(system);
    const manifest = {
      kind: 'period-export',
      version: 1,
      issuedAt: system.now(),
      query: {},
      checkpoint: note ?? '',
      ...keyChangesPart({ keyChanges }),
      from: 0,
      to: log.size,
    } as const;
    const load = (entries: Parameters<typeof readEventsAt>[1]) => readEventsAt(system.tables, entries);
    const lines: string[] = [];
    for await (const line of exportPeriod(manifest, log, load, await system.issuer())) {
      lines.push(line.slice(0, -1));
    }
    return await verifyExport(lines, keys);
  } catch (error) {
    if (error instanceof LedgerDamagedError) return failed(error.fault);
    throw error;
  }
}

async function searchAfter({ system, seal }: OpenedData): Promise<Trial['search']> {
  try {
    await beginAnew(system);
    await seal();
    const answer = await listDecisions(system)({ query: {} });
    if (!answer.ok) return messageOf(answer.refusal);
    const { items, unread } = answer.value;
    return { found: items.length, unread: unread?.cases.map(({ caseId }) => caseId) ?? [] };
  } catch (error) {
    if (error instanceof LedgerDamagedError) return error.fault.reason;
    throw error;
  }
}
