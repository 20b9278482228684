import { describe, expect, test } from 'vitest';
import { type Outcome, OutcomeSchema, outcomes } from '../../shared/decisions/outcome.ts';
import {
  acceptance,
  approval,
  type CaseDesk,
  cases,
  handover,
  people,
  recommendation,
  refusal,
} from '../support/case-desk.ts';
import { actorOf, chainOf, decisionsIn } from '../support/decided-chain.ts';
import { aProgramme, theObligations } from '../support/programme-builder.ts';

/**
 * Every kind of decision there is, made on a desk by whom it belongs to. `waits`: something came and waited for it, so
 * that it can be made faster than anybody reads. `byTime`: nobody decided.
 */
type Kind = { readonly desk: () => CaseDesk; readonly waits?: true; readonly byTime?: true };

const claimed = (desk: CaseDesk, who = people.townA) => desk.do(who, { type: 'claim' });
const items = [{ path: '/industry', reason: '请写明具体行业' }];
const grounds = '不符合公告条件';
const reason = '经研究决定';
const findings = '经现场核查';
const supervised = aProgramme({ obligations: theObligations });

const objected = () => cases.inNotice().do(people.otherApplicant, { type: 'object', grounds });
const answer = (upheld: boolean) => ({ type: 'answer-objection', objection: 1, upheld, findings }) as const;
const prepared = () => cases.approved().do(people.financeA, { type: 'prepare-payment', amount: 4_000_000 });
const reported = () =>
  cases.paid(supervised).do(people.applicant, { type: 'submit-report', obligation: 'keep-jobs' });
const assess = (verdict: 'kept' | 'incomplete' | 'breached') =>
  ({ type: 'assess-report', obligation: 'keep-jobs', verdict, findings }) as const;
const inBreach = () => reported().do(people.townA, assess('breached'));
const inRecovery = () =>
  inBreach()
    .at('2026-04-09T01:00:00.000Z')
    .do(people.bureauB, { type: 'open-recovery', amount: 5_000_000, terminate: false, reason });
const proposed = () =>
  inRecovery().do(people.financeA, { type: 'propose-write-off', reason, basis: '法院终结执行裁定' });
const hasty = () =>
  cases
    .atTownReview()
    .do(people.townB, { type: 'claim' })
    .do(people.townB, { type: 'request-expedite', reason });
const consent = (agreed: boolean) => ({ type: 'consent-expedite', agreed, reason }) as const;

const kinds: Readonly<Record<Outcome, Kind>> = {
  accepted: { desk: () => claimed(cases.atAcceptance()).do(people.townA, acceptance) },
  'deemed-accepted': {
    desk: () =>
      cases.atAcceptance().at('2026-03-23T01:00:00.000Z').do(people.clock, { type: 'deem-accepted' }),
    byTime: true,
  },
  'not-accepted': {
    desk: () =>
      claimed(cases.atAcceptance()).do(people.townA, {
        type: 'not-accept',
        facts: '不属于本项目范围',
        basis: 'measures',
      }),
    waits: true,
  },
  returned: {
    desk: () => claimed(cases.atAcceptance()).do(people.townA, { type: 'return-for-correction', items }),
  },
  lapsed: {
    desk: () => cases.returned().at('2026-05-20T01:00:00.000Z').do(people.clock, { type: 'lapse' }),
    byTime: true,
  },
  recommended: { desk: () => cases.visited().do(people.townB, recommendation()), waits: true },
  opposed: {
    desk: () => cases.visited().do(people.townB, { ...recommendation(0), opinion: 'oppose' }),
    waits: true,
  },
  'stage-approved': { desk: () => cases.atJointMeeting(), waits: true },
  approved: {
    desk: () => claimed(cases.atJointMeeting(), people.countyA).do(people.countyA, approval()),
    waits: true,
  },
  refused: { desk: () => claimed(cases.atBureau(), people.bureauA).do(people.bureauA, refusal), waits: true },
  'objection-dismissed': { desk: () => objected().do(people.countyB, answer(false)), waits: true },
  'objection-upheld': { desk: () => objected().do(people.countyB, answer(true)), waits: true },
  'refusal-upheld': {
    desk: () =>
      cases
        .underInternalReview()
        .do(people.countyA, { type: 'decide-internal-review', outcome: 'uphold', reason }),
    waits: true,
  },
  'refusal-revoked': {
    desk: () =>
      cases
        .underInternalReview()
        .do(people.countyA, { type: 'decide-internal-review', outcome: 'revoke', reason }),
    waits: true,
  },
  'expedite-agreed': { desk: () => hasty().do(people.townHead, consent(true)) },
  'expedite-declined': { desk: () => hasty().do(people.townHead, consent(false)) },
  'time-extended': {
    desk: () => cases.atTownReview().do(people.townHead, { type: 'extend-clock', reason }),
  },
  'award-cancelled': {
    desk: () => cases.approved().do(people.bureauA, { type: 'cancel-award', reason }),
  },
  'payment-approved': {
    desk: () => prepared().do(people.financeB, { type: 'approve-payment' }),
    waits: true,
  },
  'payment-cancelled': { desk: () => prepared().do(people.financeB, { type: 'cancel-payment', reason }) },
  'remainder-released': {
    desk: () => cases.paid(undefined, 4_000_000).do(people.bureauA, { type: 'release-unpaid', reason }),
  },
  'premises-handed-over': { desk: () => cases.approvedPremises().do(people.townC, handover) },
  'lease-confirmed': {
    desk: () =>
      cases
        .letPremises()
        .at('2027-03-15T01:00:00.000Z')
        .do(people.townA, { type: 'confirm-lease', findings }),
  },
  'obligation-kept': { desk: () => reported().do(people.townA, assess('kept')), waits: true },
  'report-sent-back': { desk: () => reported().do(people.townA, assess('incomplete')), waits: true },
  'breach-recorded': { desk: inBreach, waits: true },
  'breach-mended': {
    desk: () => inBreach().do(people.townB, { type: 'confirm-mended', findings }),
    waits: true,
  },
  'recovery-ordered': { desk: inRecovery, waits: true },
  'write-off-approved': {
    desk: () => proposed().do(people.bureauA, { type: 'approve-write-off', reason }),
    waits: true,
  },
  'write-off-declined': {
    desk: () => proposed().do(people.bureauA, { type: 'decline-write-off', reason }),
    waits: true,
  },
};

const lastOf = async (desk: CaseDesk, change: Parameters<typeof chainOf>[1] = () => ({})) =>
  (await decisionsIn(desk, chainOf(desk, change))).decisions.at(-1)!;
const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

describe.each(Object.keys(outcomes).map((outcome) => ({ outcome: OutcomeSchema.parse(outcome) })))(
  'a decision of the kind “$outcome”',
  ({ outcome }) => {
    const { desk: make, waits = false, byTime = false } = kinds[outcome];
    const desk = make();
    const before = desk.journal.at(-2)!.at;

    test('is one, and made by whom it belongs to it is within their office', async () => {
      const { decision, findings: found } = await lastOf(desk);
      expect(decision.outcome).toBe(outcome);
      expect(decision.stage).not.toBe('');
      expect(found).not.toContain('outside-office');
    });

    // What time brings is nobody's of any office.
    if (!byTime) {
      test('made by somebody of another office is found', async () => {
        for (const { id } of [people.auditor, people.otherTown, people.otherBureau]) {
          const { findings: found } = await lastOf(desk, (_, last) => (last ? { actor: actorOf(id) } : {}));
          expect(found, id).toContain('outside-office');
        }
      });
    }

    test(`made at once is ${waits ? '' : 'not '}found to be hasty, and half an hour later is not`, async () => {
      const at = (instant: string) => lastOf(desk, (_, last) => (last ? { at: instant } : {}));
      expect((await at(before)).findings.includes('unusual-speed')).toBe(waits);
      expect((await at(later(before, 30))).findings).not.toContain('unusual-speed');
    });
  },
);

test('a county leader consents to haste for every office', async () => {
  const desk = hasty().do(people.leader, consent(true));
  expect((await lastOf(desk)).findings).not.toContain('outside-office');
});

test('a payment is looked at in less time than an application', async () => {
  const desk = kinds['payment-approved'].desk();
  const at = later(desk.journal.at(-2)!.at, 2);
  const { decision, findings: found } = await lastOf(desk, (_, last) => (last ? { at } : {}));
  expect(found).not.toContain('unusual-speed');
  expect([decision.amount, decision.computed]).toEqual([4_000_000, 4_000_000]);
});

test('a report that was answered waits no longer', async () => {
  const desk = reported().do(people.townA, assess('kept'));
  desk.do(people.townA, { type: 'record-breach', obligation: 'keep-jobs', facts: '已停产' });
  expect((await lastOf(desk)).findings).not.toContain('unusual-speed');
});
