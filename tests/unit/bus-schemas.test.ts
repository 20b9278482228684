import fc from 'fast-check';
import { expect, test } from 'vitest';
import { busPage } from '../../shared/messages/bus-page.ts';
import { busDetail, busJsonSchemas } from '../../shared/messages/bus-schemas.ts';
import { eventTypes } from '../../shared/workflow/event.ts';
import { evolve } from '../../shared/workflow/evolve.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import { people } from '../support/case-desk.ts';
import { live, lives } from '../support/random-lives.ts';
import { situations } from '../support/situations.ts';

test('the documentation is made from the schemas', async () => {
  // After an intended change: npx vitest run bus-schemas -u
  await expect(busPage()).toMatchFileSnapshot('../../shared/messages/bus-events.md');
});

test('every event has a schema of its own name and version', () => {
  const schemas = busJsonSchemas();
  expect(Object.keys(schemas)).toEqual([...eventTypes]);
  expect(schemas['payment-made']).toMatchObject({
    $id: 'urn:factory-incentives:bus:payment-made:1',
    required: expect.arrayContaining(['id', 'case', 'seq', 'at', 'data']),
  });
});

test('whatever happens can be told, without a word or a name', () => {
  const ids = Object.values(people).map(({ id }) => id);
  const sample = fc.sample(lives, { numRuns: 40, seed: 20261123 }).map(live);
  for (const desk of [...Object.values(situations).map((start) => start()), ...sample]) {
    let before: CaseState | undefined;
    for (const { event, ...envelope } of desk.journal) {
      before = evolve(before, event, envelope);
      const told = JSON.stringify(busDetail(event, envelope, before));
      expect(ids.filter((id) => told.includes(id))).toEqual([]);
      expect(told).not.toMatch(/reason|findings|facts|note|comment|grounds/);
    }
  }
});
