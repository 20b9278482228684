import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../shared/ledger/canonical-bytes.ts';
import { signCheckpoint } from '../../shared/ledger/checkpoint.ts';
import { digestOf } from '../../shared/ledger/digest.ts';
import type { Dossier } from '../../shared/ledger/dossier.ts';
import { dossierRows, issueDossier } from '../../shared/ledger/issue-dossier.ts';
import { type JournalEvent, sealEvent } from '../../shared/ledger/journal-event.ts';
import { treeHead } from '../../shared/ledger/log-tail.ts';
import type { Signer } from '../../shared/ledger/signed-note.ts';
import { verifierKey } from '../../shared/ledger/verifier-key.ts';
import { openDossier, verifyDossier } from '../../shared/ledger/verify-dossier.ts';
import { chainOf, interleaved, keysOf, TestLedger, testSigner } from '../support/ledger.ts';

const form = { name: '平利县手套厂', workers: 120 };
const chains = ['PL-1', 'PL-2', 'PL-3'].map((caseId) =>
  chainOf(caseId, 5, (seq) => ({
    data: {
      amount: 3_000_000,
      note: digestOf('revision', { ...form, workers: 999 }),
      ...(seq === 2 && { revision: { number: 1, digest: digestOf('revision', form) } }),
    },
  })),
);
const enclosures = [{ kind: 'revision' as const, seq: 2, pointer: '/data/revision/digest', value: form }];
const ledger = new TestLedger(interleaved(chains));
const keys = keysOf(ledger.signer);
const text = await ledger.dossier('PL-2', { enclosures });

const parsed = (): Dossier => JSON.parse(text);
/** What verification finds first in the dossier as somebody changed it in the file. */
const bad = (change: (dossier: Dossier) => Dossier) => {
  const report = verifyDossier(`${canonicalText(change(parsed()))}\n`, keys);
  expect(report.ok).toBe(false);
  expect(report.firstBad?.reason).toEqual({ zh: expect.any(String), en: expect.any(String) });
  return { code: report.firstBad?.code, seq: report.firstBad?.seq, index: report.firstBad?.index };
};
const withRow = (dossier: Dossier, at: number, change: (event: JournalEvent) => JournalEvent): Dossier => ({
  ...dossier,
  events: dossier.events.map((row, index) =>
    index === at && 'event' in row ? { ...row, event: change(row.event) } : row,
  ),
});
const rehashed = (event: JournalEvent, change: Partial<JournalEvent>) => {
  const { hash: _hash, previous, ...rest } = { ...event, ...change };
  return sealEvent(rest, previous);
};

describe('a dossier', () => {
  test('as issued is verified with the public key alone', () => {
    const report = verifyDossier(text, keys);
    expect(report).toMatchObject({ ok: true, checked: 5 });
    expect(report.notes.map(({ zh }) => zh)).toEqual([
      '5 个事件的内容和顺序均与封存时一致；账本检查点由“ledger.example/county”签名，共 15 条。',
      '所附表单、报告和政策共 1 份，与事件记载的摘要一致；事件所依据的都已附上。',
      '案卷截至北京时间 2026-11-24 08:00；此后的事件不在其中。',
    ]);
    expect(openDossier(text)).toMatchObject({ ok: true, value: { caseId: 'PL-2' } });
  });

  test('may end in events that were not sealed yet, and says so', async () => {
    const young = new TestLedger(interleaved(chains.map((chain) => chain.slice(0, 3))));
    const report = verifyDossier(
      await young.dossier('PL-2', { fresh: chains[1]!.slice(3), enclosures }),
      keys,
    );
    expect(report).toMatchObject({ ok: true, checked: 5 });
    expect(report.notes[1]?.zh).toBe('最后 2 个事件在签发时尚未封存，由哈希链和签发签名担保。');
  });

  test('stays verifiable after the key was changed, while the old key is published', async () => {
    const renewed = testSigner(ledger.signer.name, 20);
    const both = {
      log: [...keysOf(renewed).log, ...keys.log],
      issuer: [...keysOf(renewed).issuer, ...keys.issuer],
    };
    expect(verifyDossier(text, both).ok).toBe(true);
  });
});

describe('in a dossier changed after it was issued, the first bad event is named when', () => {
  test('a field was edited', () => {
    const change = (event: JournalEvent) => ({ ...event, data: { ...event.data, amount: 9_000_000 } });
    expect(bad((dossier) => withRow(dossier, 2, change))).toEqual({ code: 'edited', seq: 3, index: 7 });
  });

  test('a field was edited and the event hashed anew', () => {
    const change = (event: JournalEvent) => rehashed(event, { type: 'application-approved' });
    expect(bad((dossier) => withRow(dossier, 2, change))).toEqual({ code: 'not-in-log', seq: 3, index: 7 });
  });

  test('a field was edited and the whole rest of the chain hashed anew', () => {
    const forged = (dossier: Dossier): Dossier => {
      let previous = '0'.repeat(64);
      const events = dossier.events.map((row) => {
        if (!('event' in row)) return row;
        const event = rehashed(row.event, { previous, ...(row.event.seq === 2 && { type: 'forged' }) });
        previous = event.hash;
        return { ...row, event };
      });
      return { ...dossier, events, head: { seq: 5, hash: previous } };
    };
    expect(bad(forged)).toEqual({ code: 'not-in-log', seq: 2, index: 4 });
  });

  test('an event was dropped', () => {
    expect(bad((dossier) => ({ ...dossier, events: dossier.events.toSpliced(2, 1) }))).toMatchObject({
      code: 'event-missing',
      seq: 3,
    });
  });

  test('events were reordered', () => {
    const swap = ([first, second, ...rest]: Dossier['events']) => [second!, first!, ...rest];
    expect(bad((dossier) => ({ ...dossier, events: swap(dossier.events) }))).toMatchObject({
      code: 'events-reordered',
      seq: 2,
    });
  });

  test('the end was cut off', () => {
    expect(bad((dossier) => ({ ...dossier, events: dossier.events.slice(0, 4) }))).toMatchObject({
      code: 'other-head',
      seq: 5,
    });
  });

  test('an event of another case was put in', () => {
    const alien = chains[0]![2]!;
    expect(bad((dossier) => withRow(dossier, 2, () => alien))).toMatchObject({ code: 'other-case', seq: 3 });
  });

  test('the seal of an event in the middle was taken away', () => {
    const unseal = (dossier: Dossier): Dossier => ({
      ...dossier,
      events: dossier.events.map((row, at) => (at === 1 && 'event' in row ? { event: row.event } : row)),
    });
    expect(bad(unseal)).toMatchObject({ code: 'not-sealed', seq: 2 });
  });

  test('a proof was exchanged for that of another event', () => {
    const other = parsed().events[3]!.seal!;
    const mix = (dossier: Dossier): Dossier => ({
      ...dossier,
      events: dossier.events.map((row, at) => (at === 1 ? { ...row, seal: other } : row)),
    });
    expect(bad(mix)).toEqual({ code: 'not-in-log', seq: 2, index: 10 });
  });

  test('an enclosed form was edited, or belongs to another event', () => {
    const enclosed = (change: object) => (dossier: Dossier) => ({
      ...dossier,
      enclosures: dossier.enclosures.map((enclosure) => ({ ...enclosure, ...change })),
    });
    expect(bad(enclosed({ value: { ...form, workers: 12 } }))).toMatchObject({
      code: 'enclosure-altered',
      seq: 2,
    });
    expect(bad(enclosed({ seq: 1 }))).toMatchObject({ code: 'enclosure-altered', seq: 1 });
    expect(bad(enclosed({ seq: 9 }))).toMatchObject({ code: 'enclosure-altered', seq: 9 });
    expect(bad(enclosed({ kind: 'programme', pointer: '/data/programme/hash' }))).toMatchObject({
      code: 'enclosure-altered',
    });
  });

  test('a form is vouched for by a text that somebody typed, and not where forms are named', () => {
    const typed = {
      kind: 'revision',
      seq: 3,
      pointer: '/data/note',
      value: { ...form, workers: 999 },
    } as const;
    for (const pointer of ['/data/note', 'x/data/revision/digest', '/data/revision/digest/', '']) {
      const more = (dossier: Dossier): Dossier => ({
        ...dossier,
        enclosures: [...dossier.enclosures, { ...typed, pointer }],
      });
      expect(bad(more)).toMatchObject({ code: 'malformed' });
    }
  });

  test('a form that an event rests on was left out', () => {
    expect(bad((dossier) => ({ ...dossier, enclosures: [] }))).toMatchObject({
      code: 'enclosure-missing',
      seq: 2,
    });
  });
});

describe('a dossier is refused when', () => {
  test('its end was cut off and its head set to match', () => {
    const shorter = (dossier: Dossier): Dossier => {
      const events = dossier.events.slice(0, 4);
      const last = events.at(-1)!;
      return { ...dossier, events, head: { seq: 4, hash: 'event' in last ? last.event.hash : '' } };
    };
    expect(bad(shorter)).toMatchObject({ code: 'not-as-issued' });
  });

  test('all its later events were forged and passed off as not sealed yet', () => {
    const forged = (dossier: Dossier): Dossier => {
      const [first, second] = dossier.events;
      if (!first || !second || !('event' in second)) return dossier;
      const event = rehashed(second.event, { type: 'forged' });
      return { ...dossier, events: [first, { event }], head: { seq: 2, hash: event.hash } };
    };
    expect(bad(forged)).toMatchObject({ code: 'not-as-issued' });
  });

  test('an enclosure was put in twice, or the date of issue changed', () => {
    expect(bad((dossier) => ({ ...dossier, enclosures: [...enclosures, ...enclosures] }))).toMatchObject({
      code: 'not-as-issued',
    });
    expect(bad((dossier) => ({ ...dossier, issuedAt: '2026-11-25T00:00:00.000Z' }))).toMatchObject({
      code: 'not-as-issued',
    });
  });

  test('everything was made anew and signed with another key, even one of the same name', async () => {
    for (const forger of [testSigner(ledger.signer.name, 66), testSigner('ledger.example/other', 66)]) {
      const forged = new TestLedger(interleaved(chains), forger);
      const report = verifyDossier(await forged.dossier('PL-2'), keys);
      expect(report).toMatchObject({ ok: false, firstBad: { code: 'unknown-key' } });
    }
  });

  test('its checkpoint was exchanged for one of another tree', async () => {
    const older = new TestLedger(interleaved(chains).slice(0, 9));
    const checkpoint = await older.checkpoint();
    expect(bad((dossier) => ({ ...dossier, checkpoint }))).toMatchObject({ code: 'not-in-log', seq: 1 });
    const edited = parsed().checkpoint.replace('\n15\n', '\n16\n');
    expect(bad((dossier) => ({ ...dossier, checkpoint: edited }))).toMatchObject({ code: 'bad-signature' });
  });

  test('its issue note belongs to another dossier', async () => {
    const { issued } = JSON.parse(await ledger.dossier('PL-1')) as Dossier;
    expect(bad((dossier) => ({ ...dossier, issued }))).toMatchObject({ code: 'not-as-issued' });
    expect(bad((dossier) => ({ ...dossier, issued: dossier.checkpoint }))).toMatchObject({
      code: 'not-as-issued',
    });
  });

  test('the issuer of another log signed it, whose keys the auditor holds as well', async () => {
    const log = [verifierKey(ledger.signer.name, ledger.signer.publicKey)];
    const own = testSigner(`${ledger.signer.name}/issuer`, 8);
    const others = testSigner('ledger.example/other/issuer', 9);
    const trusted = { log, issuer: [own, others].map(({ name, publicKey }) => verifierKey(name, publicKey)) };
    const { issued: _issued, ...contents } = parsed();
    const issuedBy = (signer: Signer) => issueDossier(contents, ledger.log, signer);
    expect(verifyDossier(await issuedBy(own), trusted)).toMatchObject({ ok: true });
    expect(verifyDossier(await issuedBy(others), trusted)).toMatchObject({
      firstBad: { code: 'unknown-key' },
    });
  });

  test('an event has waited for longer than sealing takes, in either direction of time', async () => {
    const young = new TestLedger(chains[1]!.slice(0, 3));
    for (const at of ['2026-11-22T23:59:59.000Z', '2026-11-25T00:00:01.000Z']) {
      const { hash: _hash, previous, ...rest } = chains[1]![3]!;
      const fresh = [sealEvent({ ...rest, at }, previous)];
      const report = verifyDossier(await young.dossier('PL-2', { fresh, enclosures }), keys);
      expect(report).toMatchObject({ ok: false, firstBad: { code: 'never-sealed', seq: 4 } });
    }
  });

  test('it was issued without any event', async () => {
    const contents = { ...parsed(), events: [], enclosures: [] };
    const { issued: _issued, ...rest } = contents;
    const report = verifyDossier(await issueDossier(rest, ledger.log, ledger.signer), keys);
    expect(report).toMatchObject({ ok: false, firstBad: { code: 'no-events' } });
  });

  test('the log has an event before its predecessor', async () => {
    const chain = chains[0]!;
    const disordered = new TestLedger([chain[1]!, chain[0]!]);
    const found = [
      { event: chain[0]!, index: 1 },
      { event: chain[1]!, index: 0 },
    ];
    const contents = {
      kind: 'case-dossier' as const,
      version: 1 as const,
      caseId: 'PL-1',
      issuedAt: '2026-11-24T00:00:00.000Z',
      checkpoint: await signCheckpoint(treeHead(disordered.tail), disordered.signer),
      head: { seq: 2, hash: chain[1]!.hash },
      events: await dossierRows(found, 2, disordered.read),
      enclosures: [],
    };
    const report = verifyDossier(await issueDossier(contents, disordered.log, disordered.signer), keys);
    expect(report).toMatchObject({ ok: false, firstBad: { code: 'sealed-out-of-order', seq: 2 } });
  });

  test.each([
    ['it is empty', '', 'empty'],
    ['it is white space', ' \n ', 'empty'],
    ['it is no JSON', text.slice(0, 900), 'malformed'],
    ['it is another kind of JSON', '{}', 'malformed'],
    ['it was laid out anew', JSON.stringify(JSON.parse(text), null, 2), 'not-canonical'],
    [
      'a field is named twice',
      text.replace('"caseId":"PL-2"', '"caseId":"PL-9","caseId":"PL-2"'),
      'not-canonical',
    ],
    ['a member was smuggled in', text.replace('{', '{"__proto__":{"x":1},'), 'malformed'],
    ['an unknown field was added', text.replace('{', '{"approvedBy":"me",'), 'malformed'],
    ['an amount became a fraction', text.replaceAll('"amount":3000000', '"amount":3000000.5'), 'malformed'],
  ])('%s', (_name, changed, code) => {
    expect(verifyDossier(changed, keys)).toMatchObject({ ok: false, checked: 0, firstBad: { code } });
  });

  test('any one character is changed, taken out or put in', () => {
    const body = text.trimEnd();
    const edit = fc.constantFrom('change', 'remove', 'insert', 'cut');
    const letter = fc.constantFrom('0', '1', 'a', 'A', '"', ' ', '}', ',', '元');
    fc.assert(
      fc.property(edit, fc.nat(body.length - 1), letter, (how, at, other) => {
        const rest = body.slice(how === 'insert' ? at : at + 1);
        const changed =
          how === 'cut' ? body.slice(0, at) : body.slice(0, at) + (how === 'remove' ? '' : other) + rest;
        fc.pre(changed !== body);
        expect(verifyDossier(changed, keys).ok).toBe(false);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a dossier issued over a journal that was tampered with', () => {
  const tampered = async (tamper: (journal: Map<string, JournalEvent>) => void) => {
    const own = new TestLedger(interleaved(chains));
    tamper(own.journal);
    const { firstBad } = verifyDossier(await own.dossier('PL-2'), keys);
    return { code: firstBad?.code, seq: firstBad?.seq, index: firstBad?.index };
  };
  const [, second] = chains;

  test('names the event whose field was edited', async () => {
    const edit = (journal: Map<string, JournalEvent>) =>
      journal.set('PL-2/3', { ...second![2]!, at: '2026-11-01T00:00:00.000Z' });
    expect(await tampered(edit)).toEqual({ code: 'edited', seq: 3, index: 7 });
  });

  test('names the last event when that was deleted', async () => {
    expect(await tampered((journal) => journal.delete('PL-2/5'))).toEqual({
      code: 'removed',
      seq: 5,
      index: 13,
    });
  });

  test('names the first event when the whole case was deleted', async () => {
    const clear = (journal: Map<string, JournalEvent>) => {
      for (const { seq } of second!) journal.delete(`PL-2/${seq}`);
    };
    expect(await tampered(clear)).toEqual({ code: 'removed', seq: 1, index: 1 });
  });

  test('names an event replaced by a well-made one', async () => {
    const replace = (journal: Map<string, JournalEvent>) =>
      journal.set('PL-2/5', rehashed(second![4]!, { type: 'forged' }));
    expect(await tampered(replace)).toEqual({ code: 'not-in-log', seq: 5, index: 13 });
  });

  test('names the first of two events that were swapped', async () => {
    const swap = (journal: Map<string, JournalEvent>) => {
      journal.set('PL-2/2', second![2]!);
      journal.set('PL-2/3', second![1]!);
    };
    expect(await tampered(swap)).toMatchObject({ code: 'events-reordered', seq: 3 });
  });
});
