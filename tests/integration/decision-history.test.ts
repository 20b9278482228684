import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginAnew } from '../../functions/decisions/index-decisions.ts';
import { readIndexState } from '../../functions/decisions/index-state.ts';
import { checkpointPath } from '../../functions/ledger/checkpoint-file.ts';
import { readChain } from '../../functions/persistence/journal.ts';
import { accessChain } from '../../functions/persistence/keys.ts';
import { ApiProblem, type InputOf } from '../../shared/api/client.ts';
import type { DecisionDto } from '../../shared/api/routes/auditor.ts';
import { type AuditedCounty, startAuditedCounty } from '../support/audited-county.ts';
import { type Caller, person } from '../support/in-process.ts';
import { problemOf } from '../support/refusal.ts';

let county: AuditedCounty;
let auditor: Caller;
beforeAll(async () => {
  county = await startAuditedCounty();
  auditor = county.as(person('auditor'));
});
afterAll(() => county.stop());

type Query = NonNullable<InputOf<'listDecisions'>['query']>;
const found = async (query: Query = {}): Promise<DecisionDto[]> =>
  (await auditor('listDecisions', { query })).items;
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error instanceof ApiProblem ? error.problem.code : 'other'),
  );

test('a decided case is found decision by decision, newest or oldest first', async () => {
  const decisions = await found();
  expect(decisions.map(({ stage, outcome }) => [stage, outcome])).toEqual([
    ['joint-meeting', 'approved'],
    ['bureau-review', 'stage-approved'],
    ['town-review', 'recommended'],
    ['acceptance', 'accepted'],
  ]);
  expect(await found({ order: 'oldest' })).toEqual(decisions.toReversed());
  expect(decisions[0]).toMatchObject({
    caseId: county.caseId,
    programme: 'startup-grant',
    office: 'county-office',
    officer: 'county-leader',
    officerName: '邓明远',
    amount: 10_000_000,
    computed: 10_000_000,
    stageTitle: { zh: expect.stringMatching(/[一-龥]/) },
    programmeTitle: { zh: expect.stringMatching(/[一-龥]/) },
    enterpriseName: expect.stringMatching(/[一-龥]/),
  });
});

test('every filter keeps what has it and nothing else', async () => {
  const all = await found();
  const [approval] = all;
  const cases: readonly (readonly [Query, (one: DecisionDto) => boolean])[] = [
    [{ town: approval!.town }, () => true],
    [{ town: '610926110' }, () => false],
    [{ office: 'human-resources-bureau' }, ({ office }) => office === 'human-resources-bureau'],
    [{ programme: 'startup-grant', version: approval!.version }, () => true],
    [{ programme: 'startup-grant', version: 99 }, () => false],
    [{ stage: 'town-review' }, ({ stage }) => stage === 'town-review'],
    [{ outcome: 'recommended' }, ({ outcome }) => outcome === 'recommended'],
    [{ officer: 'county-leader' }, ({ officer }) => officer === 'county-leader'],
    [{ applicant: 'applicant-gloves' }, () => true],
    [{ enterprise: approval!.enterprise }, () => true],
    [{ enterprise: '91610926MA0000007W' }, () => false],
    [{ minAmount: 1 }, ({ amount }) => amount > 0],
    [{ maxAmount: 9_999_999 }, ({ amount }) => amount < 10_000_000],
    [{ late: 'yes' }, () => false],
    [{ finding: 'unusual-speed' }, ({ findings }) => findings.includes('unusual-speed')],
    [{ from: '2026-11-23', to: '2026-11-23' }, () => true],
    [{ to: '2026-11-22' }, () => false],
    [
      { stage: 'joint-meeting', outcome: 'approved', officer: 'county-leader', late: 'no' },
      (one) => one === all[0],
    ],
  ];
  for (const [query, fits] of cases)
    expect(await found(query), JSON.stringify(query)).toEqual(all.filter(fits));
});

test('that somebody searched, and for what, is in the journal before anything is shown', async () => {
  await found({ officer: 'county-leader', minAmount: 500 });
  const chain = await readChain(county.tables, accessChain('decisions'));
  expect(chain.at(-1)).toMatchObject({
    type: 'decisions-searched',
    actor: { id: 'auditor' },
    data: {
      search: { order: 'newest', least: 500, traits: [['officer', 'county-leader']] },
      firstPage: true,
    },
  });
});

test('a cursor that was altered, or belongs to another search, is refused', async () => {
  const list = (query: Query) => codeOf(auditor('listDecisions', { query }));
  const forged = Buffer.from(JSON.stringify([0, 'AAAAAAAAAAAAAAAAAAAAAA'])).toString('base64url');
  expect(await list({ cursor: forged })).toBe('invalid-cursor');
  expect(await list({ cursor: 'nonsense' })).toBe('invalid-cursor');
  expect(await list({ cursor: Buffer.from('[0]').toString('base64url') })).toBe('invalid-cursor');
});

test('the status tells what waits to be sealed, and that nothing does once it is', async () => {
  const before = await auditor('ledgerStatus');
  county.clock.now = '2026-11-23T05:00:00.000Z';
  await found();
  const waiting = await auditor('ledgerStatus');
  expect(waiting.unsealed.count).toBeGreaterThan(0);
  expect(waiting.unsealed.oldest).toBeDefined();
  await county.seal();
  const after = await auditor('ledgerStatus');
  expect(after).toMatchObject({
    origin: county.signer.name,
    sealedAt: county.clock.now,
    unsealed: { count: 0, atLeast: false },
    unindexed: 0,
  });
  expect(after.size).toBeGreaterThan(before.size);
});

test('statistics add up what was decided, by month, town, programme and stage', async () => {
  const report = await auditor('statistics', { query: {} });
  expect(report).toMatchObject({ from: '2025-12', to: '2026-11' });
  expect(report.total).toMatchObject({
    decisions: 4,
    approved: 1,
    refused: 0,
    approvalRate: 10_000,
    amount: 10_000_000,
    late: 0,
    timed: 4,
  });
  expect(report.total.spread.reduce((sum, count) => sum + count, 0)).toBe(report.total.timed);
  expect(report.months.map(({ month, figures }) => [month, figures.decisions])).toEqual([['2026-11', 4]]);
  expect(report.towns.map(({ title }) => title.zh)).toEqual(['城关镇']);
  expect(report.stages).toHaveLength(4);
  expect(report.outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  const elsewhere = await auditor('statistics', { query: { town: '610926110' } });
  expect(elsewhere.total).toMatchObject({ decisions: 0, approved: 0 });
  expect(elsewhere.total.approvalRate).toBeUndefined();
});

test('findings are counted, and the search shows the decisions behind each count', async () => {
  const { items } = await auditor('findings', { query: {} });
  expect(items.length).toBeGreaterThan(6);
  for (const { finding, count } of items) expect((await found({ finding })).length, finding).toBe(count);
  expect(items.find(({ finding }) => finding === 'unusual-speed')!.count).toBeGreaterThan(0);
});

test('an index made anew from the log takes the old one’s place and says the same', async () => {
  const before = await found();
  const standing = await readIndexState(county.tables);
  await beginAnew(county);
  await county.seal();
  const made = await readIndexState(county.tables);
  expect(made!.making).not.toBe(standing!.making);
  expect(await found()).toEqual(before);
});

test('an index that was lost is made again, with everything that was decided before', async () => {
  const before = await found();
  const { client, registry } = county.tables;
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: registry,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'decisions' },
    }),
  );
  expect(Items).toHaveLength(2);
  for (const { pk, sk } of Items) {
    await client.send(new DeleteCommand({ TableName: registry, Key: { pk, sk } }));
  }
  expect(await found()).toEqual([]);
  await county.seal();
  expect(await found()).toEqual(before);
});

test('a checkpoint that nobody of ours signed is named, in both languages, and nothing is told from it', async () => {
  const forged = new TextEncoder().encode(`${county.signer.name}\n999\n${'A'.repeat(43)}=\n`);
  await county.ledger.create(checkpointPath(999), forged);
  const refused = await problemOf(auditor('ledgerStatus'));
  expect(refused).toMatchObject({ code: 'ledger-damaged', status: 500 });
  expect(refused.message.zh).toMatch(/^账本有问题：[^{]+$/);
  expect(refused.message.en).toMatch(/^The ledger is damaged: [^{]+$/);
  const { caseId } = (await found())[0] ?? expect.unreachable();
  const dossier = { params: { caseId } };
  expect((await problemOf(auditor('getDossier', dossier))).code).toBe('ledger-damaged');
});
