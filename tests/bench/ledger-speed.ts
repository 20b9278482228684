import { runSealer } from '../../functions/sealer/run-sealer.ts';
import { verifyFile } from '../../shared/ledger/verify-file.ts';
import { commitEvents, startStores } from '../support/county-journal.ts';
import { chainOf, interleaved, keysOf, TestLedger, testSigner } from '../support/ledger.ts';
import { rounded } from './percentiles.ts';

export type LedgerFigures = {
  /** Events from the journal into the log: read, hashed, written, signed, entered in the register. */
  readonly sealPerSecond: number;
  /** Events of an export, whole and in order, against one signed checkpoint. */
  readonly verifyPerSecond: number;
  /** What one sealed event brings along in a dossier, in bytes, at this size of the log. */
  readonly proofBytes: number;
};

const eventsPerCase = 20;

export async function measureLedger(toSeal: number, toVerify: number): Promise<LedgerFigures> {
  const cases = (count: number) =>
    interleaved(
      Array.from({ length: Math.ceil(count / eventsPerCase) }, (_, at) =>
        chainOf(`PL-${String(at).padStart(5, '0')}-BENCH`, eventsPerCase),
      ),
    );
  const stores = await startStores();
  let sealed = 0;
  let sealingMs = 0;
  try {
    const { tables, ledger } = await stores.county('sealing');
    await commitEvents(tables, cases(toSeal));
    const begun = performance.now();
    const run = await runSealer({ tables, ledger, signer: testSigner() }, '2026-11-23T02:00:00.000Z');
    sealingMs = performance.now() - begun;
    sealed = run.sealed;
  } finally {
    await stores.stop();
  }
  if (sealed < toSeal) throw new Error(`only ${sealed} events were sealed`);

  const book = new TestLedger(cases(toVerify));
  const file = new TextEncoder().encode(await book.periodExport());
  const begun = performance.now();
  const report = await verifyFile([file], keysOf(book.signer));
  const verifyingMs = performance.now() - begun;
  if (!report.ok) throw new Error(JSON.stringify(report));
  const dossier = JSON.parse(await book.dossier('PL-00000-BENCH')) as { events: { seal?: unknown }[] };
  return {
    sealPerSecond: rounded((sealed * 1000) / sealingMs),
    verifyPerSecond: rounded((book.tail.size * 1000) / verifyingMs),
    proofBytes: JSON.stringify(dossier.events[0]?.seal ?? '').length,
  };
}
