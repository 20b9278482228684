import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceAfter, type MovementKind, potChanges } from '../../shared/funds/movement.ts';
import { movementsOfCase } from '../../shared/funds/movements-of-events.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import type { Effect } from '../../shared/workflow/effects.ts';
import { anAppraisal, CaseDesk, cases, people, refusal } from '../support/case-desk.ts';
import { programmeVariants } from '../support/programme-variants.ts';
import { stepArbitrary } from '../support/random-commands.ts';
import { WatchedCase } from '../support/watched-case.ts';

const kinds: Partial<Record<Effect['kind'], MovementKind>> = {
  'reserve-fund': 'reserve',
  'release-fund': 'release',
  'commit-fund': 'commit',
  'return-to-fund': 'return',
  'pay-from-fund': 'pay',
  'repay-to-fund': 'repay',
  'send-back-to-fund': 'send-back',
  'take-back-to-fund': 'take-back',
};

/** What the acts of a case did to each pot of each fund. */
const done = (desk: CaseDesk) =>
  desk.effects.flatMap((effect) => {
    const kind = kinds[effect.kind];
    if (kind === undefined || !('fund' in effect)) return [];
    const before = 'before' in effect ? effect.before : undefined;
    return [{ fund: effect.fund, kind, changes: potChanges(kind, effect.amount, before) }];
  });

/** What its events say of money, as the journal would have kept them. */
const said = (desk: CaseDesk) =>
  movementsOfCase(
    desk.journal.map(
      ({ event }, index) =>
        ({ ...event, caseId: 'PL-00000-00000', seq: index + 1, at: desk.now }) as unknown as JournalEvent,
    ),
  );

const byFund = (moves: readonly { readonly fund: string; readonly changes: object }[]) =>
  Object.fromEntries(
    [...Map.groupBy(moves, ({ fund }) => fund)].map(([fund, of]) => [fund, balanceAfter(of)]),
  );

const lives = fc.record({
  programme: fc.constantFrom(...programmeVariants),
  begins: fc.constantFrom('draft', 'award'),
  steps: fc.array(stepArbitrary, { minLength: 1, maxLength: 50, size: 'max' }),
});

test('what the events of a case say about money is exactly what its acts did to the funds', () => {
  fc.assert(
    fc.property(lives, ({ programme, begins, steps }) => {
      const desk = new CaseDesk(programme);
      desk.appraisal = anAppraisal({ premises: { unit: 'unit-7', startsOn: '2026-06-01' } });
      const watched = new WatchedCase(desk);
      if (begins === 'award') watched.bringToApproval();
      for (const step of steps) watched.step(step);
      expect(
        said(desk)
          .map(({ kind }) => kind)
          .toSorted(),
      ).toEqual(
        done(desk)
          .map(({ kind }) => kind)
          .toSorted(),
      );
      expect(byFund(said(desk))).toEqual(byFund(done(desk)));
    }),
    { numRuns: 60 },
  );
});

describe('money that a joint meeting has yet to decide on', () => {
  const fund = 'county:test-grant:2026';
  const pots = (desk: CaseDesk) => balanceAfter(done(desk));

  test('is reserved by the first yes and committed by the last', () => {
    const waiting = cases.atJointMeeting();
    expect(waiting.case).toMatchObject({ reserved: { fund, amount: 10_000_000 } });
    expect(pots(waiting)).toMatchObject({ available: -10_000_000, reserved: 10_000_000, committed: 0 });
    const approved = cases.inNotice();
    expect('reserved' in approved.case).toBe(false);
    expect(pots(approved)).toMatchObject({ available: -10_000_000, reserved: 0, committed: 10_000_000 });
  });

  test.each([
    ['refused', (desk: CaseDesk) => desk.do(people.countyA, { type: 'claim' }).do(people.countyA, refusal)],
    ['withdrawn', (desk: CaseDesk) => desk.do(people.applicant, { type: 'withdraw' })],
    [
      'lapsed after a correction',
      (desk: CaseDesk) =>
        desk
          .do(people.countyA, { type: 'claim' })
          .do(people.countyA, {
            type: 'return-for-correction',
            items: [{ path: '/industry', reason: '请写明具体行业' }],
          })
          .at('2026-04-30T01:00:00.000Z')
          .do(people.clock, { type: 'lapse' }),
    ],
  ])('goes back when the case is %s', (_, end) => {
    const desk = end(cases.atJointMeeting());
    expect(pots(desk)).toEqual(balanceAfter([]));
  });

  test('moves to the fund of the new year when the meeting is held then', () => {
    const desk = cases.atJointMeeting().at('2027-01-04T01:00:00.000Z');
    desk.do(people.countyA, { type: 'claim' });
    const amount = 10_000_000;
    desk.do(people.countyA, { type: 'approve', amount, reason: '符合条件', checklist: ['checked'] });
    expect(byFund(done(desk))).toMatchObject({
      [fund]: { available: 0, reserved: 0, committed: 0 },
      'county:test-grant:2027': { available: -amount, committed: amount },
    });
    expect(byFund(said(desk))).toEqual(byFund(done(desk)));
  });
});
