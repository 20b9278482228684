import { digestOf } from '../../shared/ledger/digest.ts';
import { chainOf, interleaved, TestLedger } from './ledger.ts';

/** The small county log whose files stand in shared/ledger/test-vectors.json, made anew. */
export async function vectorLedger() {
  const revision = {
    name: '平利县\u007f"手套"\n厂',
    workers: 120,
    poor: 41,
    '\u{1f600}': null,
    '\ufb33': [true, false],
  };
  const first = chainOf('PL-00000-00001', 3, {
    data: { revision: { number: 1, digest: digestOf('revision', revision) }, note: '材料齐全,同意受理。' },
    basis: { programme: { id: 'startup-grant', version: 1 } },
  });
  const second = chainOf('PL-00000-00002', 2);
  const fresh = first.slice(2);
  const ledger = new TestLedger(interleaved([first.slice(0, 2), second]));
  const enclosures = [
    { kind: 'revision' as const, seq: 1, pointer: '/data/revision/digest', value: revision },
  ];
  return {
    ledger,
    dossier: await ledger.dossier('PL-00000-00001', { fresh, enclosures }),
    periodExport: await ledger.periodExport(),
    filteredExport: await ledger.filteredExport([3, 0]),
  };
}
