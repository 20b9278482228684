import { randomUUID } from 'node:crypto';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runClock } from '../../functions/clock/run-clock.ts';
import { documentObjectKey } from '../../functions/documents/object-removal.ts';
import { readHead } from '../../functions/persistence/head.ts';
import { readChain } from '../../functions/persistence/journal.ts';
import { headKey } from '../../functions/persistence/keys.ts';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type Caller, type InProcess, person, startCounty } from '../support/in-process.ts';
import { codeOf } from '../support/refusal.ts';
import { act, approveAs, passTown } from '../support/reviewing.ts';
import { plainText } from '../support/table-dump.ts';

/** Monday 23 November 2026, ten in the morning in Beijing. */
const monday = '2026-11-23T02:00:00.000Z';
const inboxOnly = { mail: false, sms: false, bus: false };

let county: InProcess;
let town: readonly [Caller, Caller, Caller];
beforeAll(async () => {
  county = await startCounty();
  town = [
    county.as(person('chengguan-reviewer-1')),
    county.as(person('chengguan-reviewer-2')),
    county.as(person('chengguan-supervisor')),
  ];
});
afterAll(() => county.stop());

const tick = (at = county.clock.now) => {
  county.clock.now = at;
  return runClock(county.system, {
    channels: inboxOnly,
    removeObject: county.objects.remove,
    log: () => undefined,
  });
};

let enterprises = 0;
/** A fresh application of an enterprise of its own, handed in on the Monday. */
async function apply(applicant = county.as(person('applicant-electronics'))): Promise<string> {
  county.clock.now = monday;
  enterprises += 1;
  const caseId = await fillIn(applicant, 'startup-grant', {
    ...gloveMakerGrant(),
    site: `第 ${enterprises} 车间`,
    equipment: [
      { name: '贴片机', quantity: 2, unitPrice: 6_000_000, invoiceNumber: `${70_000_000 + enterprises}` },
    ],
  });
  await submit(applicant, caseId);
  return caseId;
}

const chainOf = (caseId: string): Promise<readonly JournalEvent[]> => readChain(county.tables, caseId);
const lastOf = async (caseId: string): Promise<JournalEvent> => (await chainOf(caseId)).at(-1)!;

test('silence accepts as of the first instant after the last day, whenever the clock comes', async () => {
  const caseId = await apply();
  await tick('2026-11-30T15:59:59.999Z');
  expect((await lastOf(caseId)).type).toBe('case-escalated');
  await tick('2026-12-09T03:00:00.000Z');
  const accepted = (await chainOf(caseId)).find(({ type }) => type === 'application-accepted');
  expect(accepted).toMatchObject({
    at: '2026-11-30T16:00:00.000Z',
    recordedAt: '2026-12-09T03:00:00.000Z',
    actor: { id: 'clock', roles: ['system'] },
    data: { silent: true, next: { clock: { startedOn: '2026-12-01' }, due: '2026-12-10' } },
  });
});

test('a person who comes before the late clock finds what it would have done', async () => {
  const caseId = await apply();
  await act(town[0], caseId, { type: 'claim' });
  const { version } = (await readHead(county.tables, caseId))!.state;
  county.clock.now = '2026-12-02T02:00:00.000Z';
  const body = {
    commandId: randomUUID(),
    version,
    command: { type: 'not-accept', facts: '不属于受理范围', basis: 'interim-measures' },
  } as const;
  expect(await codeOf(town[0]('actOnCase', { params: { caseId }, body }))).toBe('stale-version');
  expect((await chainOf(caseId)).slice(2).map(({ type, at }) => [type, at])).toEqual([
    // Half of five days, rounded up, are three; the fourth and last act is the town's silence.
    ['case-escalated', '2026-11-25T16:00:00.000Z'],
    ['application-accepted', '2026-11-30T16:00:00.000Z'],
  ]);
});

test('whoever was refused for an application that has lapsed since can hand theirs in', async () => {
  const applicant = county.as(person('applicant-toys'));
  county.clock.now = monday;
  const answers = { ...gloveMakerGrant(), site: '旧车间' };
  const first = await fillIn(applicant, 'startup-grant', answers);
  const second = await fillIn(applicant, 'startup-grant', answers);
  await submit(applicant, first);
  expect(await codeOf(submit(applicant, second))).toBe('already-applied');
  await act(town[0], first, { type: 'claim' });
  await act(town[0], first, {
    type: 'return-for-correction',
    items: [{ path: '/actualInvestment', reason: '与发票不符' }],
  });
  // Fifteen working days after 23 November: 14 December. The clock has stood since.
  county.clock.now = '2026-12-15T02:00:00.000Z';
  expect(await submit(applicant, second)).toMatchObject({ status: 'under-review' });
  expect(await lastOf(first)).toMatchObject({ type: 'application-lapsed', at: '2026-12-14T16:00:00.000Z' });
});

test('many clocks at once do everything once', async () => {
  const cases = await Promise.all([apply(), apply(), apply()]);
  county.clock.now = '2026-12-21T02:00:00.000Z';
  await Promise.all([
    tick(),
    tick(),
    tick(),
    ...cases.map((caseId) => town[0]('getCase', { params: { caseId } })),
  ]);
  await tick();
  for (const caseId of cases) {
    expect((await chainOf(caseId)).map(({ type }) => type)).toEqual([
      'application-submitted',
      'case-escalated',
      'application-accepted',
      'case-escalated',
      'case-escalated',
    ]);
  }
});

test('a notice that ends closes by itself, unless an objection is open', async () => {
  const caseId = await apply();
  await passTown(town, caseId, '2026-11-23');
  await approveAs(county.as(person('human-resources-reviewer-1')), caseId);
  await approveAs(county.as(person('county-leader')), caseId);
  expect((await readHead(county.tables, caseId))!).toMatchObject({
    state: { status: 'in-notice', due: '2026-11-30' },
    wake: '2026-11-30T16:00:00.000Z',
  });
  await tick('2026-12-01T02:00:00.000Z');
  expect(await lastOf(caseId)).toMatchObject({
    type: 'notice-closed',
    at: '2026-11-30T16:00:00.000Z',
    data: { deliverBy: '2026-12-22' },
  });
});

test('a draft that nobody went on with for ninety days is forgotten, with every file of it', async () => {
  const applicant = county.as(person('applicant-gloves'));
  const mine = async () =>
    (await applicant('listApplications', { query: {} })).items.map((one) => one.caseId).toSorted();
  county.clock.now = monday;
  const [left, kept] = [
    await fillIn(applicant, 'startup-grant', gloveMakerGrant()),
    await fillIn(applicant, 'startup-grant', gloveMakerGrant()),
  ];
  const { documents, draftVersion = 0 } = await applicant('getApplication', { params: { caseId: left } });
  expect(documents.length).toBeGreaterThan(1);
  const files = () =>
    Promise.all(documents.map(({ id }) => county.objects.read(documentObjectKey(left, id))));
  // The other one is touched once more, two months later: its ninety days begin anew.
  county.clock.now = '2027-01-25T02:00:00.000Z';
  const answers = gloveMakerGrant();
  await applicant('saveDraft', { params: { caseId: kept }, body: { draftVersion, answers } });

  // Ninety days begin when the day of the last touch is over.
  expect((await tick('2027-02-21T15:59:00.000Z')).forgotten).toBe(0);
  expect(await mine()).toEqual([kept, left].toSorted());
  expect((await tick('2027-02-22T02:00:00.000Z')).forgotten).toBe(1);
  expect(await mine()).toEqual([kept]);
  expect(await files()).toEqual(documents.map(() => undefined));
  expect(await codeOf(applicant('getApplication', { params: { caseId: left } }))).toBe('case-not-found');
  expect(await plainText(county.tables)).not.toContain(left);
  expect((await tick('2027-04-25T02:00:00.000Z')).forgotten).toBe(0);
  expect((await tick('2027-04-27T02:00:00.000Z')).forgotten).toBe(1);
  expect(await mine()).toEqual([]);
});

test('a case that cannot be settled does not hold up the others', async () => {
  const [broken, sound] = [await apply(), await apply()];
  await county.tables.client.send(
    new UpdateCommand({
      TableName: county.tables.registry,
      Key: headKey(broken),
      UpdateExpression: 'SET programme = :none',
      ExpressionAttributeValues: { ':none': { id: 'startup-grant', version: 99 } },
    }),
  );
  county.clock.now = '2026-12-09T02:00:00.000Z';
  const logged: unknown[] = [];
  const run = await runClock(county.system, {
    channels: inboxOnly,
    removeObject: county.objects.remove,
    log: (level, fields) => logged.push({ level, ...fields }),
  });
  expect(run.failed).toBe(1);
  expect(logged).toEqual([expect.objectContaining({ level: 'error', function: 'clock', caseId: broken })]);
  expect((await chainOf(sound)).map(({ type }) => type)).toContain('application-accepted');
  expect((await chainOf(broken)).map(({ type }) => type)).toEqual(['application-submitted']);
});
