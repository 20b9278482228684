import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCheckpoint } from '../../shared/ledger/checkpoint.ts';
import { readEntries } from '../../shared/ledger/log-proof.ts';
import { readTail } from '../../shared/ledger/log-tail.ts';
import { parseVerifierKey } from '../../shared/ledger/verifier-key.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { type RunningSystem, startRunningSystem } from '../support/running-system.ts';

let running: RunningSystem;
beforeAll(async () => {
  running = await startRunningSystem();
});
afterAll(() => running.stop());

const get = (path: string) => fetch(`${running.system.origin}/api/ledger/${path}`);

test('before anything is sealed there is no checkpoint', async () => {
  const answer = await get('checkpoint');
  expect([answer.status, (await answer.json()).code]).toEqual([409, 'nothing-sealed']);
});

test('anyone can follow the log by the paths of its format: key, checkpoint, tiles and entries', async () => {
  await running.callAs('policy-officer')('publishProgramme', { body: { document: startupGrant } });
  await running.system.runBackground('sealer');
  const keys = (await running.callAsAnyone('ledgerKeys')).log.map((text) => {
    const key = parseVerifierKey(text);
    return key.ok ? key.value : expect.unreachable();
  });
  const note = await (await get('checkpoint')).text();
  const checkpoint = openCheckpoint(note, keys);
  if (!checkpoint.ok) throw new Error(checkpoint.fault.reason.en);
  const { size } = checkpoint.value;
  expect(size).toBeGreaterThan(0);

  const read = async (path: string) => {
    const answer = await get(path);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  };
  expect((await readTail(checkpoint.value, read)).ok).toBe(true);
  const entries = await readEntries(0, size, read);
  expect(entries.ok && entries.value.some(({ caseId }) => caseId === `programme:${startupGrant.id}`)).toBe(
    true,
  );
});

test.each([
  'tile/0/999',
  'tile/0/../../batch/0',
  'tile/%2e%2e/batch',
  'tile/9x/000',
  'tile/0/000.p/0',
  'tile/0',
])('there is nothing at %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});
