import { describe, expect, test } from 'vitest';
import { type FindingId, findingIds, findings } from '../../shared/decisions/findings.ts';
import { outcomes } from '../../shared/decisions/outcome.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import {
  acceptance,
  anAppraisal,
  anEvaluation,
  approval,
  CaseDesk,
  cases,
  people,
  recommendation,
  refusal,
} from '../support/case-desk.ts';
import { chainOf, decisionsIn as decisionsOn } from '../support/decided-chain.ts';

const decisionsIn = async (events: readonly JournalEvent[], approvedBefore?: readonly string[]) =>
  (await decisionsOn(new CaseDesk(), events, approvedBefore)).decisions;

/** Half an hour later, so that nothing looks hasty. */
const later = (desk: CaseDesk): CaseDesk =>
  desk.at(new Date(Date.parse(desk.now) + 30 * 60_000).toISOString());
const claimed = (desk: CaseDesk, who: (typeof people)[keyof typeof people]) =>
  later(desk.do(who, { type: 'claim' }));

const unhurried = {
  atBureau: () => {
    const desk = claimed(cases.atAcceptance(), people.townA).do(people.townA, acceptance);
    claimed(desk, people.townB).do(people.townB, {
      type: 'record-visit',
      visitedOn: '2026-03-02',
      findings: '现场正常生产',
      agreesWithApplication: true,
    });
    return later(desk.do(people.townA, { type: 'confirm-visit' })).do(people.townB, recommendation());
  },
  decided: (amount?: number) =>
    claimed(unhurried.atBureau(), people.bureauA).do(people.bureauA, approval(amount)),
};

const returned = (reason: string | undefined) => {
  const items = [{ path: '/industry', reason: '请写明具体行业' }];
  const desk = claimed(cases.atAcceptance(), people.townA);
  desk.do(people.townA, { type: 'return-for-correction', items });
  later(desk).do(people.applicant, { type: 'resubmit' });
  later(desk).do(people.townHead, {
    type: 'return-for-correction',
    items,
    secondReturnReason: reason ?? '首次未见的材料',
  });
  const events = chainOf(desk);
  const last = events.at(-1)!;
  const { secondReturnReason: _, ...silent } = last.data;
  return reason === undefined ? [...events.slice(0, -1), { ...last, data: silent }] : events;
};

const notEligible = anAppraisal({ evaluation: anEvaluation({ outcome: 'not-eligible' }) });

describe('every finding', () => {
  const told: Readonly<
    Record<FindingId, readonly (readonly [what: string, found: boolean, () => Promise<boolean>])[]>
  > = (() => {
    const last = async (
      id: FindingId,
      events: readonly JournalEvent[],
      approvedBefore?: readonly string[],
    ): Promise<boolean> => (await decisionsIn(events, approvedBefore)).at(-1)!.findings.includes(id);
    const bureau = (change: (desk: CaseDesk) => void, act: Parameters<CaseDesk['do']>[1]) => {
      const desk = claimed(unhurried.atBureau(), people.bureauA);
      change(desk);
      return chainOf(desk.do(people.bureauA, act));
    };
    const ineligible = (desk: CaseDesk) => {
      desk.appraisal = notEligible;
    };
    const asIs = () => undefined;
    const reasoned = { ...approval(), deviationReason: '联席会议议定' };
    return {
      'against-rules': [
        ['approved though not eligible', true, () => last('against-rules', bureau(ineligible, reasoned))],
        ['refused though eligible', true, () => last('against-rules', bureau(asIs, refusal))],
        ['approved as eligible', false, () => last('against-rules', bureau(asIs, approval()))],
        ['refused as not eligible', false, () => last('against-rules', bureau(ineligible, refusal))],
      ],
      'amount-differs': [
        ['less than computed', true, () => last('amount-differs', chainOf(unhurried.decided(9_000_000)))],
        ['as computed', false, () => last('amount-differs', chainOf(unhurried.decided()))],
        ['refused, so nothing', false, () => last('amount-differs', bureau(asIs, refusal))],
      ],
      'second-return': [
        ['returned again', true, () => last('second-return', returned('另有新情况'))],
        ['returned once', false, () => last('second-return', chainOf(cases.returned()))],
      ],
      'second-return-without-reason': [
        ['no reason', true, () => last('second-return-without-reason', returned(undefined))],
        ['a reason', false, () => last('second-return-without-reason', returned('另有新情况'))],
      ],
      late: [
        [
          'after the promise',
          true,
          () =>
            last(
              'late',
              bureau((desk) => void desk.at('2026-03-30T01:00:00.000Z'), approval()),
            ),
        ],
        ['within the promise', false, () => last('late', chainOf(unhurried.decided()))],
      ],
      'other-programme-too': [
        [
          'approved by another',
          true,
          () => last('other-programme-too', chainOf(cases.inNotice()), ['another-grant']),
        ],
        ['by the same', false, () => last('other-programme-too', chainOf(cases.inNotice()), ['test-grant'])],
        ['by none', false, () => last('other-programme-too', chainOf(cases.inNotice()))],
        [
          'not the last decision',
          false,
          () => last('other-programme-too', chainOf(unhurried.decided()), ['another-grant']),
        ],
      ],
      'unusual-speed': [
        ['at once', true, () => last('unusual-speed', chainOf(cases.atJointMeeting()))],
        ['after half an hour', false, () => last('unusual-speed', chainOf(unhurried.decided()))],
      ],
      'outside-office': [
        [
          'by another bureau',
          true,
          () => {
            const { id, roles, office } = people.otherBureau;
            const meddled = chainOf(unhurried.decided(), (type) =>
              type === 'stage-approved' ? { actor: { id, roles, office: office! } } : {},
            );
            return last('outside-office', meddled);
          },
        ],
        ['by the competent one', false, () => last('outside-office', chainOf(unhurried.decided()))],
        [
          'by the clock',
          false,
          () =>
            last(
              'outside-office',
              chainOf(
                cases
                  .atAcceptance()
                  .at('2026-03-23T01:00:00.000Z')
                  .do(people.clock, { type: 'deem-accepted' }),
              ),
            ),
        ],
      ],
    };
  })();

  for (const id of findingIds) {
    test.each(told[id].map(([what, found, ask]) => ({ what, found, ask })))(
      `${id}: $what → $found`,
      async ({ found, ask }) => {
        expect(await ask()).toBe(found);
      },
    );
  }

  test('says in both languages what it is and what it means', () => {
    for (const id of findingIds) {
      const { title, meaning } = findings[id];
      for (const words of [title, meaning]) expect(words.zh).toMatch(/[一-龥]/);
    }
    for (const words of Object.values(outcomes)) expect(words.zh).toMatch(/[一-龥]/);
  });
});

describe('a case', () => {
  test('has a decision for every stage it went through, and none for what is no decision', async () => {
    const decisions = await decisionsIn(chainOf(cases.inNotice()));
    expect(decisions.map(({ decision: { stage, outcome, amount } }) => [stage, outcome, amount])).toEqual([
      ['acceptance', 'accepted', 0],
      ['town-review', 'recommended', 10_000_000],
      ['bureau-review', 'stage-approved', 10_000_000],
      ['joint-meeting', 'approved', 10_000_000],
    ]);
    expect(decisions.map(({ decision }) => decision.promised)).toEqual([5, 7, 10, 5]);
  });

  test.each([
    ['returned', cases.returned(), 'returned', 'acceptance'],
    ['rejected', cases.rejected(), 'refused', 'bureau-review'],
    [
      'reviewed',
      cases
        .underInternalReview()
        .do(people.countyA, { type: 'decide-internal-review', outcome: 'uphold', reason: '维持原决定' }),
      'refusal-upheld',
      'internal-review',
    ],
    [
      'lapsed',
      cases.returned().at('2026-05-20T01:00:00.000Z').do(people.clock, { type: 'lapse' }),
      'lapsed',
      'correction',
    ],
  ] as const)('that was %s has that as its last decision', async (_, desk, outcome, stage) => {
    const { decision } = (await decisionsIn(chainOf(desk))).at(-1)!;
    expect([decision.outcome, decision.stage]).toEqual([outcome, stage]);
  });

  test('whose events cannot all be understood is told up to there, and says how far that is', async () => {
    const desk = cases.inNotice();
    const events = chainOf(desk);
    const broken = events.map((event) => (event.type === 'stage-approved' ? { ...event, data: {} } : event));
    const { decisions, understood } = await decisionsOn(desk, broken);
    expect(decisions.map(({ decision }) => decision.outcome)).toEqual(['accepted', 'recommended']);
    expect(understood).toBe(events.findIndex(({ type }) => type === 'stage-approved'));
  });
});
