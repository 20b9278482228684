import { expect, test } from 'vitest';
import { cases, enterprise, people } from '../support/case-desk.ts';

test('an application goes from the town through the bureau and the joint meeting into public notice', () => {
  const desk = cases.inNotice();
  expect(desk.case).toMatchObject({
    status: 'in-notice',
    office: 'county-office',
    due: '2026-03-09',
    amount: 10_000_000,
    participants: [people.townA.id, people.townB.id, people.bureauA.id, people.countyA.id],
  });
  expect(desk.events.map((event) => event.type)).toEqual([
    'application-submitted',
    'case-claimed',
    'application-accepted',
    'case-claimed',
    'site-visited',
    'site-visit-confirmed',
    'recommendation-made',
    'case-claimed',
    'stage-approved',
    'case-claimed',
    'application-approved',
  ]);
  expect(desk.effects).toEqual([
    { kind: 'take-lock', lock: `live:test-grant:${enterprise}:site-1`, refusal: 'already-applied' },
    { kind: 'reserve-fund', fund: 'county:test-grant:2026', amount: 10_000_000 },
    { kind: 'take-lock', lock: 'once-1', refusal: 'item-already-awarded' },
    { kind: 'commit-fund', fund: 'county:test-grant:2026', amount: 10_000_000, before: 10_000_000 },
    {
      kind: 'count-against-cap',
      cap: `test-grant:${enterprise}`,
      amount: 10_000_000,
      limit: 20_000_000,
    },
  ]);
});

test('after the notice the award waits for delivery and the enterprise may apply again', () => {
  const desk = cases.approved();
  expect(desk.case).toMatchObject({ status: 'approved', award: 'to-be-delivered', office: 'finance-bureau' });
  expect(desk.effects.at(-1)).toEqual({ kind: 'release-lock', lock: `live:test-grant:${enterprise}:site-1` });
});
