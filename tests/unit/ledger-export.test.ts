import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../shared/ledger/canonical-bytes.ts';
import { LedgerDamagedError } from '../../shared/ledger/faults.ts';
import { sealEvent } from '../../shared/ledger/journal-event.ts';
import { verifyExport } from '../../shared/ledger/verify-export.ts';
import { chainOf, interleaved, keysOf, TestLedger, testSigner } from '../support/ledger.ts';

const chains = Array.from({ length: 100 }, (_, at) => chainOf(`PL-${at}`, 6));
const events = interleaved(chains);
const ledger = new TestLedger(events);
const keys = keysOf(ledger.signer);
const period = (await ledger.periodExport(200, 530)).trimEnd().split('\n');
const short = (await ledger.periodExport(254, 259)).trimEnd();
const filtered = (await ledger.filteredExport([17, 230, 400, 599])).trimEnd().split('\n');

const firstBad = async (lines: readonly string[]) => {
  const report = await verifyExport(lines, keys);
  expect(report.ok).toBe(false);
  const { code, caseId, seq, index, row } = report.firstBad ?? {};
  return { code, caseId, seq, index, row };
};
/** A line of either export as JSON gives it: each test changes the members that its line has. */
type Line = { event: object; leaves: string[]; checkpoint: string };
/** The lines with one of them changed, written down canonically. */
const changed = (lines: readonly string[], at: number, change: (line: Line) => object) =>
  lines.with(at, canonicalText(change(JSON.parse(lines[at]!))));
/** Where the row of a log entry stands in the period export. */
const lineOf = (index: number) => period.findIndex((line) => JSON.parse(line).index === index);
const forged = (index: number) => {
  const { hash: _hash, previous, ...rest } = events[index]!;
  return sealEvent({ ...rest, type: 'forged' }, previous);
};

describe('a period export', () => {
  test('is verified, and shows that no entry of its range is missing', async () => {
    const report = await verifyExport(period, keys);
    expect(report).toMatchObject({ ok: true, checked: 330 });
    expect(report.notes[0]).toEqual({
      zh: '账本序号 200 至 529 的 330 条记录逐条相符，其间没有缺漏。',
      en: 'The 330 ledger entries from 200 to 529 are all here, each as it was sealed; none is missing between them.',
    });
  });

  test.each([
    [0, 600],
    [0, 1],
    [599, 600],
    [256, 512],
    [255, 257],
  ])('of entries %d up to %d is verified', async (from, to) => {
    const lines = (await ledger.periodExport(from, to)).trimEnd().split('\n');
    expect(await verifyExport(lines, keys)).toMatchObject({ ok: true, checked: to - from });
  });

  const tampering: readonly [string, (lines: readonly string[]) => readonly string[], object][] = [
    [
      'a field was edited',
      (lines) => changed(lines, lineOf(300), (row) => ({ ...row, event: { ...row.event, data: {} } })),
      { code: 'edited', caseId: 'PL-0', seq: 4, index: 300, row: 101 },
    ],
    [
      'an event was hashed anew',
      (lines) => changed(lines, lineOf(300), (row) => ({ ...row, event: forged(300) })),
      { code: 'not-in-log', caseId: 'PL-0', seq: 4, index: 300, row: 101 },
    ],
    [
      'the last event of a case was hashed anew',
      (lines) => changed(lines, lineOf(520), (row) => ({ ...row, event: forged(520) })),
      { code: 'not-in-log', caseId: 'PL-20', seq: 6, index: 520, row: 321 },
    ],
    [
      'a row was dropped',
      (lines) => lines.toSpliced(lineOf(300), 1),
      { code: 'entries-missing', index: 300, row: 101 },
    ],
    [
      'the first row was dropped',
      (lines) => lines.toSpliced(lineOf(200), 1),
      { code: 'entries-missing', index: 200, row: 1 },
    ],
    [
      'the last row was dropped',
      (lines) => lines.toSpliced(lineOf(529), 1),
      { code: 'entries-missing', index: 529 },
    ],
    [
      'a row stands twice',
      (lines) => lines.toSpliced(lineOf(300), 0, lines[lineOf(299)]!),
      { code: 'event-repeated', index: 299 },
    ],
    [
      'rows were swapped',
      (lines) => lines.with(lineOf(300), lines[lineOf(301)]!).with(lineOf(301), lines[lineOf(300)]!),
      { code: 'entries-missing', index: 300 },
    ],
    [
      'rows were swapped with their numbers',
      (lines) =>
        changed(
          changed(lines, lineOf(300), (row) => ({ ...row, event: events[301] })),
          lineOf(301),
          (row) => ({ ...row, event: events[300] }),
        ),
      { code: 'not-in-log', index: 300, caseId: 'PL-1' },
    ],
    ['the file was cut off between rows', (lines) => lines.slice(0, 50), { code: 'truncated' }],
    [
      'the file was cut off within a row',
      (lines) => [...lines.slice(0, 50), lines[50]!.slice(0, 80)],
      { code: 'truncated' },
    ],
    ['only the manifest is left', (lines) => lines.slice(0, 1), { code: 'truncated' }],
    [
      'a block of hashes was altered',
      (lines) => changed(lines, 1, (line) => ({ ...line, leaves: line.leaves.with(100, line.leaves[99]!) })),
      { code: 'block-altered', index: 200 },
    ],
    [
      'a block of hashes was shortened',
      (lines) => changed(lines, 1, (line) => ({ ...line, leaves: line.leaves.slice(1) })),
      { code: 'block-altered' },
    ],
    [
      'a block of hashes was left out',
      (lines) => lines.toSpliced(1, 1),
      { code: 'block-missing', index: 200 },
    ],
    [
      'a block of hashes stands in the wrong place',
      (lines) => lines.toSpliced(40, 0, lines[1]!),
      { code: 'entries-missing' },
    ],
    [
      'its range was set shorter',
      (lines) => changed(lines, 0, (line) => ({ ...line, to: 500 })),
      { code: 'beyond-range', index: 500 },
    ],
    [
      'its range was set longer',
      (lines) => changed(lines, 0, (line) => ({ ...line, to: 531 })),
      { code: 'entries-missing', index: 530 },
    ],
    [
      'its range exceeds the log',
      (lines) => changed(lines, 0, (line) => ({ ...line, to: 601 })),
      { code: 'malformed' },
    ],
    [
      'its range is turned round',
      (lines) => changed(lines, 0, (line) => ({ ...line, from: 531 })),
      { code: 'malformed' },
    ],
    [
      'its range was set shorter and its rows cut to match',
      (lines) =>
        changed(
          changed([...lines.slice(0, lineOf(500)), lines.at(-1)!], 0, (line) => ({ ...line, to: 500 })),
          lineOf(500),
          (line) => ({ ...line, rows: 300 }),
        ),
      { code: 'not-as-issued' },
    ],
    [
      'the query was edited',
      (lines) => changed(lines, 0, (line) => ({ ...line, query: {} })),
      { code: 'not-as-issued' },
    ],
    [
      'the count was edited',
      (lines) => changed(lines, lines.length - 1, (line) => ({ ...line, rows: 7 })),
      { code: 'rows-missing' },
    ],
    ['rows follow its end', (lines) => [...lines, lines[5]!], { code: 'after-the-end' }],
    ['a row is no event', (lines) => lines.with(9, '{"kind":"event"}'), { code: 'malformed', index: 207 }],
    [
      'a row was laid out anew',
      (lines) => lines.with(9, `${lines[9]} `),
      { code: 'not-canonical', index: 207 },
    ],
    [
      'line ends became those of another system',
      (lines) => lines.map((line) => `${line}\r`),
      { code: 'not-canonical' },
    ],
    ['it is empty', () => [], { code: 'empty' }],
    ['it is an empty line', () => [''], { code: 'empty' }],
  ];
  test.each(tampering)('is refused when %s', async (_name, tamper, expected) => {
    expect(await firstBad(tamper(period))).toMatchObject(expected);
  });

  test('is refused when all was made anew with another key', async () => {
    const forger = new TestLedger(events, testSigner(ledger.signer.name, 66));
    const lines = (await forger.periodExport()).trimEnd().split('\n');
    expect(await firstBad(lines)).toMatchObject({ code: 'unknown-key' });
  });

  test('is refused when the issuer is not the one published', async () => {
    const other = keysOf(testSigner('issuer.example', 5));
    expect(await verifyExport(period, { ...keys, issuer: other.issuer })).toMatchObject({
      ok: false,
      checked: 330,
      firstBad: { code: 'unknown-key' },
    });
  });

  test('of no entries at all proves nothing and is refused', async () => {
    const lines = (await ledger.periodExport(100, 100)).trimEnd().split('\n');
    expect(await firstBad(lines)).toMatchObject({ code: 'no-events' });
  });

  test('finds events that were sealed without the one before them', async () => {
    const gap = new TestLedger(events.filter(({ caseId, seq }) => !(caseId === 'PL-3' && seq === 4)));
    const lines = (await gap.periodExport()).trimEnd().split('\n');
    expect(await firstBad(lines)).toMatchObject({ code: 'event-missing', caseId: 'PL-3', seq: 4 });
  });

  test('names every kind of tampering with the journal beneath it', async () => {
    const finds = async (tamper: (own: TestLedger) => void) => {
      const own = new TestLedger(events);
      tamper(own);
      return firstBad((await own.periodExport()).trimEnd().split('\n'));
    };
    const event = events[333]!;
    const place = { caseId: event.caseId, seq: event.seq, index: 333, row: 334 };
    const key = TestLedger.place(event);
    expect(await finds(({ journal }) => journal.set(key, { ...event, type: 'edited' }))).toEqual({
      code: 'edited',
      ...place,
    });
    expect(await finds(({ journal }) => journal.delete(key))).toEqual({ code: 'removed', ...place });
    expect(await finds(({ journal }) => journal.set(key, forged(333)))).toEqual({
      code: 'not-in-log',
      ...place,
    });
  });

  test('is not begun over a log whose tiles are gone', async () => {
    const own = new TestLedger(events);
    own.files.delete('tile/0/001');
    await expect(own.periodExport()).rejects.toThrow(LedgerDamagedError);
  });

  test('over a replaced tile is refused at the block', async () => {
    const own = new TestLedger(events);
    const tile = own.files.get('tile/0/001')!;
    own.files.set('tile/0/001', tile.with(70, tile[70]! ^ 1));
    expect(await firstBad((await own.periodExport()).trimEnd().split('\n'))).toMatchObject({
      code: 'block-altered',
      index: 256,
    });
  });
});

describe('a filtered export', () => {
  test('is verified row by row, and says that it cannot prove completeness', async () => {
    const report = await verifyExport(filtered, keys);
    expect(report).toMatchObject({ ok: true, checked: 4 });
    expect(report.notes.map(({ zh }) => zh)).toContain(
      '按条件筛选的导出不能证明没有遗漏；要证明完整，请导出整段时间。',
    );
  });

  const tampering: readonly [string, (lines: readonly string[]) => readonly string[], object][] = [
    [
      'a field was edited',
      (lines) => changed(lines, 2, (row) => ({ ...row, event: { ...row.event, seq: 4 } })),
      { code: 'edited', caseId: 'PL-30', row: 2 },
    ],
    [
      'an event was hashed anew',
      (lines) => changed(lines, 2, (row) => ({ ...row, event: forged(230) })),
      { code: 'not-in-log', caseId: 'PL-30', seq: 3, index: 230, row: 2 },
    ],
    ['a row was dropped', (lines) => lines.toSpliced(2, 1), { code: 'row-order', row: 3 }],
    ['the last row was dropped', (lines) => lines.toSpliced(4, 1), { code: 'rows-missing' }],
    [
      'rows were swapped',
      (lines) => lines.with(1, lines[2]!).with(2, lines[1]!),
      { code: 'row-order', row: 2 },
    ],
    [
      'the last row was dropped and the count set to match',
      (lines) => changed(lines.toSpliced(4, 1), 4, (line) => ({ ...line, rows: 3 })),
      { code: 'not-as-issued' },
    ],
    [
      'rows were swapped and numbered anew',
      (lines) =>
        changed(
          changed(lines.with(1, lines[2]!).with(2, lines[1]!), 1, (row) => ({ ...row, row: 1 })),
          2,
          (row) => ({ ...row, row: 2 }),
        ),
      { code: 'rows-out-of-log-order', row: 3 },
    ],
    ['it was cut off', (lines) => lines.slice(0, 3), { code: 'truncated' }],
    [
      'its checkpoint was edited',
      (lines) =>
        changed(lines, 0, (line) => ({ ...line, checkpoint: line.checkpoint.replace('\n600\n', '\n601\n') })),
      { code: 'bad-signature' },
    ],
    [
      'it was passed off as a period export',
      (lines) => changed(lines, 0, (line) => ({ ...line, kind: 'period-export', from: 0, to: 4 })),
      { code: 'malformed' },
    ],
  ];
  test.each(tampering)('is refused when %s', async (_name, tamper, expected) => {
    expect(await firstBad(tamper(filtered))).toMatchObject(expected);
  });

  test.each([
    [[599, 230, 17], true],
    [[4, 17, 230], true],
    [[4, 4], false],
    [[4, 230, 17], false],
    [[230, 4, 230], false],
  ])('counts no event twice, whoever issued it: entries %j', async (indexes, ok) => {
    const lines = (await ledger.filteredExport(indexes)).trimEnd().split('\n');
    const report = await verifyExport(lines, keys);
    expect(report.firstBad?.code ?? 'sound').toBe(ok ? 'sound' : 'rows-out-of-log-order');
  });

  test('shows a row that the journal has lost', async () => {
    const own = new TestLedger(events);
    own.journal.delete('PL-30/3');
    const lines = (await own.filteredExport([17, 230])).trimEnd().split('\n');
    expect(await firstBad(lines)).toEqual({ code: 'removed', caseId: 'PL-30', seq: 3, index: 230, row: 2 });
  });
});

describe('any one character', () => {
  const letter = fc.constantFrom('0', '1', 'a', 'A', '"', ' ', '}', ',', '元', '\n');
  test.each([
    ['a short period export', short],
    ['a filtered export', filtered.join('\n')],
  ])('changed, taken out or put in makes %s fail', async (_name, file) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 1),
        fc.constantFrom(0, 1),
        fc.nat(file.length - 1),
        letter,
        async (out, put, at, other) => {
          const edited = file.slice(0, at) + (put ? other : '') + file.slice(at + out);
          fc.pre(edited !== file);
          expect((await verifyExport(edited.split('\n'), keys)).ok).toBe(false);
        },
      ),
      { numRuns: 150 },
    );
  });
});
