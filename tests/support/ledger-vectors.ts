import { canonicalText } from '../../shared/ledger/canonical-bytes.ts';
import { digestOf } from '../../shared/ledger/digest.ts';
import type { Dossier, DossierContents } from '../../shared/ledger/dossier.ts';
import { issueDossier } from '../../shared/ledger/issue-dossier.ts';
import type { Signer } from '../../shared/ledger/signed-note.ts';
import { chainOf, interleaved, TestLedger, testSigner } from './ledger.ts';

const revision = {
  name: '平利县\u007f"手套"\n厂',
  workers: 120,
  poor: 41,
  '\u{1f600}': null,
  '\ufb33': [true, false],
};
const programme = { id: 'startup-grant', version: 1 };
const report = { jobs: 118 };

/** The small county log whose files stand in shared/ledger/test-vectors.json, made anew. */
export async function vectorLedger() {
  const first = chainOf('PL-00000-00001', 3, (seq) => ({
    basis: { programme },
    data: {
      note: '材料齐全,同意受理。',
      ...(seq === 1 && {
        programme: { ...programme, hash: digestOf('programme', programme) },
        revision: { number: 1, digest: digestOf('revision', revision) },
      }),
      ...(seq === 3 && { report: { number: 1, digest: digestOf('report', report) } }),
    },
  }));
  const second = chainOf('PL-00000-00002', 2);
  const fresh = first.slice(2);
  const ledger = new TestLedger(interleaved([first.slice(0, 2), second]));
  const enclosures = [
    { kind: 'revision' as const, seq: 1, pointer: '/data/revision/digest', value: revision },
    { kind: 'report' as const, seq: 3, pointer: '/data/report/digest', value: report },
    { kind: 'programme' as const, seq: 1, pointer: '/data/programme/hash', value: programme },
  ];
  const dossier = await ledger.dossier('PL-00000-00001', { fresh, enclosures });
  return {
    ledger,
    first,
    second,
    dossier,
    periodExport: await ledger.periodExport(),
    filteredExport: await ledger.filteredExport([3, 0]),
    collection: await ledger.collection([dossier, await ledger.dossier('PL-00000-00002')]),
  };
}

/** A file that must be refused, and what is the first thing wrong in it. */
type Unsound = { readonly name: string; readonly file: string; readonly fault: string };

/** Files that somebody changed on the way, and files that a dishonest issuer signed as they are. */
export async function unsoundFiles(): Promise<readonly Unsound[]> {
  const made = await vectorLedger();
  const { ledger, dossier, periodExport, filteredExport } = made;
  const parsed: Dossier = JSON.parse(dossier);
  const issued = async (
    change: Partial<DossierContents>,
    signer: Signer = ledger.signer,
  ): Promise<string> => {
    const { issued: _issued, ...contents } = parsed;
    return issueDossier({ ...contents, ...change }, ledger.log, signer);
  };
  const rewritten = (change: Partial<Dossier>): string => `${canonicalText({ ...parsed, ...change })}\n`;
  const [rowOne, rowTwo, rowThree] = parsed.events;
  const [form] = parsed.enclosures;
  if (!rowOne || !rowTwo || !rowThree || !form)
    throw new Error('the vectors have three events and enclosures');
  const lines = periodExport.split('\n');
  const without = (at: number): string => lines.toSpliced(at, 1).join('\n');
  const lost = new TestLedger(ledger.sealed);
  lost.journal.delete('PL-00000-00001/2');

  return [
    { name: 'an empty file', file: '', fault: 'empty' },
    { name: 'white space', file: dossier.replace('{', '{ '), fault: 'not-canonical' },
    { name: 'CRLF', file: dossier.replace('\n', '\r\n'), fault: 'not-canonical' },
    {
      name: 'a member named twice',
      file: dossier.replace('"version":1', '"version":1,"version":1'),
      fault: 'not-canonical',
    },
    {
      name: 'a member that is not specified',
      file: `${canonicalText({ ...parsed, key: ledger.signer.name })}\n`,
      fault: 'malformed',
    },
    {
      name: 'a number written otherwise',
      file: dossier.replace('"seq":1', '"seq":1.0'),
      fault: 'not-canonical',
    },
    { name: 'a second dossier behind it', file: dossier + dossier, fault: 'after-the-end' },
    { name: 'an edited event', file: dossier.replace('officer-1', 'officer-2'), fault: 'edited' },
    { name: 'a dropped event', file: rewritten({ events: [rowOne, rowThree] }), fault: 'event-missing' },
    {
      name: 'swapped events',
      file: rewritten({ events: [rowTwo, rowOne, rowThree] }),
      fault: 'events-reordered',
    },
    { name: 'a dropped last event', file: rewritten({ events: [rowOne, rowTwo] }), fault: 'other-head' },
    {
      name: 'a seal of another event',
      file: rewritten({ events: [rowOne, { ...rowTwo, seal: rowOne.seal }, rowThree] as Dossier['events'] }),
      fault: 'not-in-log',
    },
    {
      name: 'another date of issue',
      file: rewritten({ issuedAt: '2026-11-24T00:00:00.001Z' }),
      fault: 'not-as-issued',
    },
    {
      name: 'a changed checkpoint',
      file: dossier.replace('county\\n4\\n', 'county\\n5\\n'),
      fault: 'bad-signature',
    },
    {
      name: 'signed by a stranger under the issuer’s name',
      file: await issued({}, testSigner(ledger.signer.name, 66)),
      fault: 'unknown-key',
    },
    {
      name: 'signed by the issuer: an event that has waited for its seal for more than a day',
      file: await issued({ issuedAt: '2026-11-24T01:02:03.005Z' }),
      fault: 'never-sealed',
    },
    {
      name: 'signed by the issuer: no events',
      file: await issued({ events: [], enclosures: [] }),
      fault: 'no-events',
    },
    {
      name: 'signed by the issuer: an altered form',
      file: await issued({ enclosures: parsed.enclosures.with(0, { ...form, value: { workers: 121 } }) }),
      fault: 'enclosure-altered',
    },
    {
      name: 'signed by the issuer: a form left out',
      file: await issued({ enclosures: parsed.enclosures.slice(1) }),
      fault: 'enclosure-missing',
    },
    {
      name: 'signed by the issuer: a form at a place where no form is named',
      file: await issued({ enclosures: [...parsed.enclosures, { ...form, pointer: '/data/note' }] }),
      fault: 'malformed',
    },
    {
      name: 'signed by the issuer: the journal has lost an event',
      file: await lost.dossier('PL-00000-00001'),
      fault: 'removed',
    },
    { name: 'a period export without a row', file: without(3), fault: 'entries-missing' },
    { name: 'a period export without its block of hashes', file: without(1), fault: 'block-missing' },
    {
      name: 'a period export without its end',
      file: `${lines.slice(0, -2).join('\n')}\n`,
      fault: 'truncated',
    },
    {
      name: 'a period export with an edited block of hashes',
      file: periodExport.replace(
        /"leaves":\["./,
        (start) => `${start.slice(0, -1)}${start.endsWith('A') ? 'B' : 'A'}`,
      ),
      fault: 'block-altered',
    },
    {
      name: 'signed by the issuer: a period export of nothing',
      file: await ledger.periodExport(2, 2),
      fault: 'no-events',
    },
    {
      name: 'signed by the issuer: a period export over a journal that has lost an event',
      file: await lost.periodExport(),
      fault: 'removed',
    },
    {
      name: 'a filtered export with its rows swapped',
      file: filteredExport
        .split('\n')
        .map((line, at, all) => (at === 1 ? all[2] : at === 2 ? all[1] : line))
        .join('\n'),
      fault: 'row-order',
    },
    {
      name: 'signed by the issuer: a filtered export with an event twice',
      file: await ledger.filteredExport([3, 3]),
      fault: 'rows-out-of-log-order',
    },
    {
      name: 'signed by the issuer: a collection with a case twice',
      file: await ledger.collection([dossier, dossier]),
      fault: 'case-repeated',
    },
  ];
}
