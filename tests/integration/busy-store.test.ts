import { randomUUID } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type Caller, type InProcess, person, startCounty } from '../support/in-process.ts';
import { problemOf } from '../support/refusal.ts';
import { act } from '../support/reviewing.ts';
import { dump } from '../support/table-dump.ts';

/** What the embedded engine never does and AWS does: hold an item for a moment, throttle, be out of reach. */
let county: InProcess;
let town: Caller;
let caseId: string;
beforeAll(async () => {
  county = await startCounty();
  const applicant = county.as(person('applicant-gloves'));
  town = county.as(person('chengguan-reviewer-1'));
  caseId = await fillIn(applicant, 'startup-grant', gloveMakerGrant());
  await submit(applicant, caseId);
});
afterAll(() => county.stop());
afterEach(() => county.tables.client.middlewareStack.remove('trouble'));

/** Fails the next `times` requests of these kinds with what `make` makes. */
function trouble(kinds: readonly string[], times: number, make: () => Error): { readonly met: () => number } {
  let left = times;
  county.tables.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (!kinds.includes(commandName) || left === 0) return next(args);
        left -= 1;
        throw make();
      },
    { step: 'initialize', name: 'trouble' },
  );
  return { met: () => times - left };
}
const conflict = () =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'conflict',
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
  });
const unreachable = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

test('an act that meets another one waits for it and is carried out once', async () => {
  const { met } = trouble(['TransactWriteItemsCommand'], 3, conflict);
  expect(await act(town, caseId, { type: 'claim' })).toMatchObject({ event: 'case-claimed' });
  expect(met()).toBe(3);
});

test('one that can never get through says so, and nothing is written', async () => {
  const before = await dump(county.tables);
  trouble(['TransactWriteItemsCommand'], 1000, conflict);
  const problem = await problemOf(act(town, caseId, { type: 'release' }));
  expect([problem.status, problem.code]).toEqual([503, 'storage-unavailable']);
  expect(await dump(county.tables)).toEqual(before);
});

test.each([
  ['reading', ['GetItemCommand', 'QueryCommand']],
  ['writing', ['TransactWriteItemsCommand']],
])('a store out of reach when %s', async (_, kinds) => {
  const before = await dump(county.tables);
  const { version } = await town('getCase', { params: { caseId } });
  trouble(kinds, 1000, unreachable);
  const body = { commandId: randomUUID(), version, command: { type: 'release' } } as const;
  const problem = await problemOf(town('actOnCase', { params: { caseId }, body }));
  expect([problem.status, problem.code]).toEqual([503, 'storage-unavailable']);
  county.tables.client.middlewareStack.remove('trouble');
  expect(await dump(county.tables)).toEqual(before);
});

test('an error of ours gets a number to quote and no detail; the log gets its kind and place', async () => {
  trouble(['GetItemCommand'], 1, () => new TypeError('陈桂兰 610926'));
  const body = { commandId: randomUUID(), version: 2, command: { type: 'release' } } as const;
  const problem = await problemOf(town('actOnCase', { params: { caseId }, body }));
  expect(problem).toMatchObject({
    status: 500,
    code: 'internal-error',
    params: { requestId: expect.any(String) },
  });
  const entry = county.logged.findLast(({ level }) => level === 'error');
  expect(entry).toMatchObject({ error: 'TypeError', caseId, requestId: problem.requestId });
  expect(JSON.stringify([problem, county.logged])).not.toContain('陈桂兰');
});
