import { randomUUID } from 'node:crypto';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fundKey } from '../../functions/persistence/keys.ts';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type Caller, furnish, type InProcess, person, startInProcess } from '../support/in-process.ts';
import { codeOf, problemOf } from '../support/refusal.ts';
import { act, approveAs, passTown } from '../support/reviewing.ts';

let county: InProcess;
let finance: Caller;
let auditor: Caller;
const fund = 'county:startup-grant:2026';
const params = { fund };
beforeAll(async () => {
  county = await startInProcess();
  await furnish(county);
  finance = county.as(person('finance-officer-1'));
  auditor = county.as(person('auditor'));
});
afterAll(() => county.stop());

const opening = {
  funder: 'county',
  programme: 'startup-grant',
  year: 2026,
  allocated: 30_000_000,
  reason: '县财政年初预算',
};
const change = (version: number, allocated: number, commandId: string = randomUUID()) =>
  finance('changeAllocation', { params, body: { commandId, version, allocated, reason: '追加或调减' } });
const books = async () => (await finance('getFund', { params })).fund;

test('finance opens a fund once, and changes what it is given with a reason', async () => {
  const commandId = randomUUID();
  const opened = await finance('openFund', { body: { ...opening, commandId } });
  expect(opened).toMatchObject({ fund, version: 1, allocated: 30_000_000, available: 30_000_000 });
  expect(await finance('openFund', { body: { ...opening, commandId } })).toEqual(opened);
  expect(await codeOf(finance('openFund', { body: { ...opening, commandId: randomUUID() } }))).toBe(
    'fund-exists',
  );

  const raised = await change(1, 35_000_000, commandId);
  expect(raised).toMatchObject({ version: 2, allocated: 35_000_000, available: 35_000_000 });
  expect(await change(1, 35_000_000, commandId)).toEqual(raised);
  expect(await codeOf(change(1, 36_000_000))).toBe('stale-version');
  expect((await problemOf(change(2, 35_000_000))).errors?.[0]?.code).toBe('unchanged');
  expect((await finance('listFunds', { query: { year: 2026 } })).items).toEqual([raised]);
  expect((await finance('listFunds', { query: { year: 2025 } })).items).toEqual([]);

  const { history } = await county.as(person('county-leader'))('getFund', { params });
  expect(history.map(({ type, data }) => [type, data.change, data.reason])).toEqual([
    ['fund-opened', 30_000_000, '县财政年初预算'],
    ['allocation-changed', 5_000_000, '追加或调减'],
  ]);
});

test('leaders see the money and do not move it; nobody invents a funder', async () => {
  const leader = county.as(person('county-leader'));
  await leader('fundMovements', { params });
  const body = { commandId: randomUUID(), version: 2, allocated: 1, reason: '调减' };
  expect(await codeOf(leader('changeAllocation', { params, body }))).toBe('not-permitted');
  const strange = { ...opening, funder: 'my-uncle', commandId: randomUUID() };
  expect((await problemOf(finance('openFund', { body: strange }))).errors?.[0]?.path).toBe('/funder');
  expect(await codeOf(finance('getFund', { params: { fund: 'county:none:2026' } }))).toBe('not-found');
});

/** A grant of 100,000 元 up to the joint meeting's yes. */
async function grant(site: string, invoices: string): Promise<string> {
  const applicant = county.as(person('applicant-gloves'));
  const as = (id: string) => county.as(person(id));
  const answers = gloveMakerGrant();
  const equipment = (answers.equipment as Record<string, unknown>[]).map((row, index) => ({
    ...row,
    invoiceNumber: `${invoices}${index}`,
  }));
  const caseId = await fillIn(applicant, 'startup-grant', { ...answers, site, equipment } as typeof answers);
  await submit(applicant, caseId);
  await passTown(
    [as('chengguan-reviewer-1'), as('chengguan-reviewer-2'), as('chengguan-supervisor')],
    caseId,
    '2026-11-23',
  );
  await approveAs(as('human-resources-reviewer-1'), caseId);
  await approveAs(as('county-leader'), caseId);
  return caseId;
}

test('an approval commits, is listed with its event, and the allocation cannot fall below it', async () => {
  county.clock.now = '2026-11-23T02:05:00.000Z';
  const caseId = await grant('一号厂房', '26610000');
  expect(await books()).toMatchObject({ available: 25_000_000, committed: 10_000_000 });
  const { items } = await finance('fundMovements', { params });
  expect(items.map(({ kind, amount, chain }) => [kind, amount, chain])).toEqual([
    ['commit', 10_000_000, caseId],
    ['reserve', 10_000_000, caseId],
    ['allocate', 5_000_000, `fund:${fund}`],
    ['allocate', 30_000_000, `fund:${fund}`],
  ]);
  const below = await problemOf(change(2, 9_999_999));
  expect([below.code, below.params?.committed]).toEqual(['fund-below-committed', '100,000.00 元']);
  expect(await change(2, 10_000_000)).toMatchObject({ available: 0, committed: 10_000_000, version: 3 });
  expect(await auditor('auditFund', { params })).toMatchObject({ movements: 5, cases: 1, faults: [] });
});

test('a revoked approval gives back, and the books still balance', async () => {
  const [{ chain: caseId } = { chain: '' }] = (await finance('fundMovements', { params })).items.filter(
    ({ kind }) => kind === 'commit',
  );
  const applicant = county.as(person('applicant-gloves'));
  const { version } = await applicant('getApplication', { params: { caseId } });
  await applicant('actOnApplication', {
    params: { caseId },
    body: { commandId: randomUUID(), version, command: { type: 'withdraw', reason: '不再需要' } },
  });
  expect(await books()).toMatchObject({ available: 10_000_000, committed: 0, allocated: 10_000_000 });
  expect((await auditor('auditFund', { params })).faults).toEqual([]);
});

test('money that was moved by hand is found', async () => {
  const { client, registry } = county.tables;
  await client.send(
    new UpdateCommand({
      TableName: registry,
      Key: fundKey(fund),
      UpdateExpression: 'ADD available :more',
      ExpressionAttributeValues: { ':more': 1 },
    }),
  );
  const { faults } = await auditor('auditFund', { params });
  expect(faults.map(({ code }) => code)).toEqual(['parts-differ', 'balance-differs']);
});

test('claiming, visiting and recommending move no money', async () => {
  const before = await books();
  const applicant = county.as(person('applicant-gloves'));
  const caseId = await fillIn(applicant, 'startup-grant', { ...gloveMakerGrant(), site: '三号厂房' });
  await submit(applicant, caseId);
  await act(county.as(person('chengguan-reviewer-1')), caseId, { type: 'claim' });
  expect(await books()).toEqual(before);
});
