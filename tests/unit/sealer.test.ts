import { randomUUID } from 'node:crypto';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { periodRange } from '../../functions/exports/period-range.ts';
import { newestCheckpoint, newestNote, publishedKeys } from '../../functions/ledger/checkpoint-file.ts';
import { formerSealKey, sealingProgressKey, sealKey } from '../../functions/persistence/keys.ts';
import { readProgress, sealsOf } from '../../functions/persistence/seal-register.ts';
import { lookAtSealed } from '../../functions/sealer/look-at-sealed.ts';
import { lookBack, runSealer } from '../../functions/sealer/run-sealer.ts';
import { type JournalEvent, noPredecessor, sealEvent } from '../../shared/ledger/journal-event.ts';
import { entryOf, type LogEntry } from '../../shared/ledger/log-entry.ts';
import { readEntries } from '../../shared/ledger/log-proof.ts';
import { isSealed, sealOf } from '../../shared/ledger/seal.ts';
import { verifierKey } from '../../shared/ledger/verifier-key.ts';
import {
  type County,
  commitEvents,
  journalKeyOf,
  startStores,
  type TestStores,
} from '../support/county-journal.ts';
import { chainOf, draft, interleaved, testSigner } from '../support/ledger.ts';

let stores: TestStores;
beforeAll(async () => {
  stores = await startStores();
});
afterAll(() => stores.stop());

const signer = testSigner();
const keys = [verifierKey(signer.name, signer.publicKey)];
const now = '2026-11-23T02:00:00.000Z';
const aCounty = () => stores.county(randomUUID());
const seal = ({ tables, ledger }: County, at = now, lookBackMs?: number) =>
  runSealer({ tables, ledger, signer }, at, lookBackMs);

async function logOf({ ledger }: County): Promise<readonly LogEntry[]> {
  const { size } = await newestCheckpoint(ledger, signer.name, keys);
  const entries: LogEntry[] = [];
  for (let block = 0; block * 256 < size; block += 1) {
    const read = await readEntries(block, size, ledger.read);
    if (!read.ok) throw new Error(read.fault.reason.en);
    entries.push(...read.value);
  }
  return entries;
}
const seqsOf = (log: readonly LogEntry[], caseId: string) =>
  log.filter((entry) => entry.caseId === caseId).map(({ seq }) => seq);

test('seals every event once, in the order of time, and enters where each is', async () => {
  const county = await aCounty();
  const events = interleaved([chainOf('case-a', 20), chainOf('case-b', 7), chainOf('access:case-a', 3)]);
  await commitEvents(county.tables, events);
  expect(await seal(county)).toEqual({ sealed: 30, size: 30, faults: [] });
  const log = await logOf(county);
  expect(log.toSorted((a, b) => a.hash.localeCompare(b.hash))).toEqual(
    events.map(entryOf).sort((a, b) => a.hash.localeCompare(b.hash)),
  );
  for (const caseId of ['case-a', 'case-b', 'access:case-a']) {
    const seals = await sealsOf(county.tables, caseId);
    expect(seals.map(({ index }) => log[index])).toEqual(
      events.filter((event) => event.caseId === caseId).map(entryOf),
    );
  }
});

test('a sealed event has a proof that holds against the newest checkpoint', async () => {
  const county = await aCounty();
  const events = chainOf('case-a', 300);
  await commitEvents(county.tables, events);
  await seal(county);
  const checkpoint = await newestCheckpoint(county.ledger, signer.name, keys);
  const [, second] = await sealsOf(county.tables, 'case-a');
  const proof = await sealOf(second!.index, checkpoint.size, county.ledger.read);
  expect(isSealed(entryOf(events[1]!), proof, checkpoint)).toBe(true);
  expect(isSealed(entryOf(events[2]!), proof, checkpoint)).toBe(false);
});

test('a run without new events changes nothing, also long after', async () => {
  const county = await aCounty();
  await commitEvents(county.tables, chainOf('case-a', 5));
  await seal(county);
  const note = await newestNote(county.ledger);
  expect((await seal(county)).sealed).toBe(0);
  expect((await seal(county, '2026-12-24T02:00:00.000Z')).sealed).toBe(0);
  expect(await newestNote(county.ledger)).toBe(note);
});

test('the key is published beside the log', async () => {
  const county = await aCounty();
  await seal(county);
  expect(await publishedKeys(county.ledger)).toEqual({ keys, changes: [] });
});

test('more events than one batch holds are sealed in one run', async () => {
  const county = await aCounty();
  const chains = Array.from({ length: 26 }, (_, at) => chainOf(`case-${at}`, 60));
  await commitEvents(county.tables, chains.flat());
  expect((await seal(county)).size).toBe(1560);
  const log = await logOf(county);
  expect(new Set(log.map(({ caseId, seq }) => `${caseId}/${seq}`)).size).toBe(1560);
  for (const [at, chain] of chains.entries()) {
    expect(seqsOf(log, `case-${at}`)).toEqual(chain.map(({ seq }) => seq));
  }
});

test('an event that is committed late, behind others, is still found', async () => {
  const county = await aCounty();
  await commitEvents(county.tables, chainOf('case-a', 3, { at: '2026-11-23T01:59:59.000Z' }));
  await seal(county);
  const late = chainOf('case-b', 1, { at: '2026-11-23T01:53:00.000Z' });
  await commitEvents(county.tables, late);
  expect((await seal(county, '2026-11-23T02:00:01.000Z')).sealed).toBe(1);
  const muchLater = chainOf('case-c', 1, { at: '2026-11-22T09:00:00.000Z' });
  await commitEvents(county.tables, muchLater);
  expect((await seal(county, '2026-11-23T02:00:02.000Z')).sealed).toBe(0);
  expect((await seal(county, '2026-11-23T02:00:02.000Z', lookBack.onSchedule)).sealed).toBe(1);
});

test('a chain keeps its order when the clocks of two servers disagree, also over midnight', async () => {
  const county = await aCounty();
  const at = ['2026-11-22T16:00:05.000Z', '2026-11-22T15:59:58.000Z', '2026-11-22T16:00:09.000Z'];
  const events: JournalEvent[] = [];
  for (const [index, instant] of at.entries()) {
    events.push(sealEvent(draft('case-a', index + 1, { at: instant }), events.at(-1)?.hash ?? noPredecessor));
  }
  await commitEvents(county.tables, events);
  expect(await seal(county)).toEqual({ sealed: 3, size: 3, faults: [] });
  expect(seqsOf(await logOf(county), 'case-a')).toEqual([1, 2, 3]);
});

const setInJournal = ({ tables }: County, event: JournalEvent, name: string, value: unknown) =>
  tables.client.send(
    new UpdateCommand({
      TableName: tables.journal,
      Key: journalKeyOf(event),
      UpdateExpression: 'SET #name = :value',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':value': value },
    }),
  );

test('what was edited, made unreadable or removed before sealing is told, and holds nothing up', async () => {
  const county = await aCounty();
  const edited = chainOf('case-a', 3);
  const unreadable = chainOf('case-b', 3);
  const removed = chainOf('case-c', 3);
  await commitEvents(county.tables, [...edited, ...unreadable, ...removed, ...chainOf('case-d', 3)]);
  await setInJournal(county, edited[1]!, 'data', { amount: 1 });
  await setInJournal(county, unreadable[1]!, 'hash', 'none');
  await county.tables.client.send(
    new DeleteCommand({ TableName: county.tables.journal, Key: journalKeyOf(removed[1]!) }),
  );
  const { sealed, size, faults } = await seal(county);
  expect(size).toBe(11);
  const altered = await lookAtSealed(county, size - sealed, size);
  expect([...faults, ...altered].map(({ code, caseId, seq }) => `${code} ${caseId}/${seq}`).sort()).toEqual([
    'edited case-a/2',
    'event-missing case-c/2',
    'removed case-b/2',
  ]);
});

test('an event that a former version wrote, of which the index does not tell the hash, is sealed like any other', async () => {
  const county = await aCounty();
  const chain = chainOf('case-a', 3);
  await commitEvents(county.tables, chain);
  await setInJournal(county, chain[1]!, 'order', `${chain[1]!.at}#case-a#000002`);
  await commitEvents(county.tables, chainOf('case-b', 2));
  await setInJournal(county, chainOf('case-b', 1)[0]!, 'order', `${chain[0]!.at}#case-b#000001`);
  await setInJournal(county, chainOf('case-b', 1)[0]!, 'hash', 'none');
  const { size, faults } = await seal(county);
  expect(size).toBe(4);
  expect((await logOf(county)).filter(({ caseId }) => caseId === 'case-a')).toEqual(chain.map(entryOf));
  expect(faults.map(({ code, caseId, seq }) => `${code} ${caseId}/${seq}`)).toEqual(['malformed case-b/1']);
});

test('an event that is put in behind sealed ones is never sealed, and told each time', async () => {
  const county = await aCounty();
  const [first, second, third] = chainOf('case-a', 3);
  await commitEvents(county.tables, [first!, third!]);
  await seal(county);
  await commitEvents(county.tables, [second!]);
  const { sealed, faults } = await seal(county, now, lookBack.onSchedule);
  expect(sealed).toBe(0);
  expect(faults.map(({ code, seq }) => `${code} ${seq}`)).toEqual(['sealed-out-of-order 2']);
  expect(seqsOf(await logOf(county), 'case-a')).toEqual([1, 3]);
});

test('a register that is lost is made again from the log', async () => {
  const county = await aCounty();
  await commitEvents(county.tables, chainOf('case-a', 30));
  await seal(county);
  const emptied = { ...(await stores.county('emptied')).tables, journal: county.tables.journal };
  expect((await seal({ ...county, tables: emptied })).sealed).toBe(0);
  expect(await sealsOf(emptied, 'case-a')).toEqual(await sealsOf(county.tables, 'case-a'));
});

/** As a version before this one left it: an item for each event, and no word of how many are in it. */
async function inFormerLayout({ tables }: County, chains: readonly string[]): Promise<void> {
  const { client, registry } = tables;
  for (const chain of chains) {
    for (const { seq, index } of await sealsOf(tables, chain)) {
      const Item = { ...formerSealKey(chain, seq), caseId: chain, seq, index };
      await client.send(new PutCommand({ TableName: registry, Item }));
      await client.send(new DeleteCommand({ TableName: registry, Key: sealKey(chain, seq) }));
    }
  }
  const { inRegister: _, ...progress } = await readProgress(tables);
  await client.send(new PutCommand({ TableName: registry, Item: { ...sealingProgressKey, ...progress } }));
}

test('a register that a former version wrote is read, gone on from, and made anew', async () => {
  const county = await aCounty();
  const chain = chainOf('case-a', 70);
  await commitEvents(county.tables, [...chain.slice(0, 66), ...chainOf('case-b', 2)]);
  await seal(county);
  const expected = await sealsOf(county.tables, 'case-a');
  await inFormerLayout(county, ['case-a', 'case-b']);

  expect(await sealsOf(county.tables, 'case-a')).toMatchObject(expected);
  const log = { size: 68, read: county.ledger.read };
  expect(await periodRange(county.tables, log, { from: '2026-11-23' }, '2026-11-23')).toEqual({
    from: 0,
    to: 68,
  });

  await commitEvents(county.tables, chain.slice(66));
  expect((await seal(county, now, lookBack.onSchedule)).size).toBe(72);
  expect(seqsOf(await logOf(county), 'case-a')).toEqual(chain.map(({ seq }) => seq));
  expect((await readProgress(county.tables)).inRegister).toBe(72);
  const seals = await sealsOf(county.tables, 'case-a');
  expect(seals.slice(0, 66)).toEqual(expected);
  expect(seals.slice(66).map(({ index }) => index)).toEqual([68, 69, 70, 71]);
});

test('a log that is shorter than it was is not gone on with', async () => {
  const county = await aCounty();
  const events = chainOf('case-a', 10);
  await commitEvents(county.tables, events);
  await seal(county);
  const other = await stores.county('rolled-back');
  await expect(seal({ tables: county.tables, ledger: other.ledger })).rejects.toThrow(/rolled back/);
});

test('a checkpoint signed by somebody else is not gone on from', async () => {
  const county = await aCounty();
  await commitEvents(county.tables, chainOf('case-a', 3));
  const { tables, ledger } = county;
  await runSealer({ tables, ledger, signer: testSigner(signer.name, 9) }, now);
  await expect(seal(county)).rejects.toThrow(/No signature by a published key/);
});

test('a period is found whole, also where an event of its edge was sealed a day late, behind others', async () => {
  const county = await aCounty();
  const onDay = (caseId: string, at: string) => chainOf(caseId, 1, { at });
  await commitEvents(county.tables, onDay('first', '2026-11-18T02:00:00.000Z'));
  await seal(county, '2026-11-18T02:00:10.000Z');
  const late = onDay('late', '2026-11-20T15:59:59.000Z');
  await commitEvents(county.tables, onDay('next-day', '2026-11-20T16:00:01.000Z'));
  await seal(county, '2026-11-20T16:00:10.000Z');
  await commitEvents(county.tables, late);
  await seal(county, '2026-11-20T16:05:00.000Z');
  await commitEvents(county.tables, onDay('last', '2026-11-22T02:00:00.000Z'));
  await seal(county, '2026-11-22T02:00:10.000Z');

  const log = await logOf(county);
  expect(log.map(({ caseId }) => caseId)).toEqual(['first', 'next-day', 'late', 'last']);
  const casesIn = async (period: { from?: string; to?: string }) => {
    const read = county.ledger.read;
    const range = await periodRange(county.tables, { size: log.length, read }, period, '2026-11-23');
    return log.slice(range.from, range.to).map(({ caseId }) => caseId);
  };
  // The day of the late event has no other, the day after it an earlier one.
  expect(await casesIn({ from: '2026-11-20' })).toEqual(['next-day', 'late', 'last']);
  expect(await casesIn({ to: '2026-11-21' })).toEqual(['first', 'next-day', 'late']);
  expect(await casesIn({ from: '2026-11-22', to: '2026-11-22' })).toContain('last');
  expect(await casesIn({ from: '2026-11-23' })).toEqual([]);
  // No walk through two thousand years.
  expect(await casesIn({ from: '0001-01-01', to: '9999-12-31' })).toHaveLength(4);
  expect(await casesIn({ from: '0001-01-01', to: '0900-12-31' })).toEqual([]);
});
