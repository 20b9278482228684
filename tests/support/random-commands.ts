import fc from 'fast-check';
import { addMonths } from '../../shared/calendar/date.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { handoverItems } from '../../shared/workflow/award/handover-items.ts';
import { outstanding } from '../../shared/workflow/award/sums.ts';
import type { CaseCommand, CommandType } from '../../shared/workflow/command.ts';
import type { CaseView } from '../../shared/workflow/state.ts';
import { checklist, people } from './case-desk.ts';

/** Raw random numbers of one step; a step shrinks towards the ordinary act of the ordinary person. */
export const stepArbitrary = fc.record({
  /** Hours that pass before it. */
  hours: fc.oneof(
    { weight: 6, arbitrary: fc.constant(1) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 72 }) },
    { weight: 1, arbitrary: fc.integer({ min: 24, max: 900 }) },
  ),
  /** Mostly one of the acts that are possible now; now and then anything by anyone. */
  wild: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  pick: fc.nat(),
  person: fc.nat(),
  command: fc.nat(),
  /** Chooses between the forms a command can take. */
  form: fc.nat({ max: 1000 }),
});
export type Step = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never;

const pointers = ['/industry', '/site', '/town', '/trainees', '/documents/licence'];
const oneOf = <T>(values: readonly T[], form: number): T => values[form % values.length]!;
const reason = '依据核查情况';

type Makers = {
  [T in CommandType]: (form: number, state: CaseView, now: string) => Omit<CaseCommand<T>, 'type'>;
};

const obligations = ['keep-jobs', 'start-production', 'no-sublet', 'keep-jobs', 'nothing'];

/** Sums that may be paid next: all, a part, too much. */
function partsOf(state: CaseView): readonly number[] {
  if (state.status !== 'approved') return [1];
  const { amount, paid = 0, released = 0 } = state;
  const unpaid = amount - paid - released;
  return [unpaid, Math.max(1, Math.floor(unpaid / 2)), unpaid, unpaid + 1];
}

const owedOf = (state: CaseView): readonly number[] =>
  state.status === 'approved' && outstanding(state) > 0 ? [outstanding(state)] : [];

const amounts = [10_000_000, 2_000_000, 10_000_000, 1, 0, 10_000_001];

const makers: Makers = {
  submit: () => ({ declaration: { version: '2026-1', agreed: true } }),
  resubmit: () => ({}),
  withdraw: (form) => (form % 2 ? { reason } : {}),
  'request-internal-review': () => ({ grounds: reason }),
  rate: (form) => ({ stars: 1 + (form % 5) }),
  claim: () => ({}),
  release: () => ({}),
  delegate: (form) => ({ to: oneOf(Object.values(people), form).id }),
  accept: (form) => ({ checklist: form % 5 ? checklist : [] }),
  'return-for-correction': (form) => ({
    items: [{ path: oneOf(pointers, form), reason }],
    ...(form % 3 && { secondReturnReason: reason }),
  }),
  'not-accept': (form) => ({ facts: reason, basis: form % 5 ? 'measures' : 'nothing' }),
  'record-visit': (form, _, now) => ({
    visitedOn: form % 5 ? dateInShanghai(now) : '2030-01-01',
    findings: reason,
    agreesWithApplication: form % 2 === 0,
  }),
  'confirm-visit': () => ({}),
  recommend: (form) => ({
    opinion: form % 4 ? 'support' : 'oppose',
    amount: oneOf(amounts, form),
    reason,
    checklist: form % 7 ? checklist : [],
  }),
  approve: (form) => ({
    amount: oneOf(amounts, form),
    reason,
    checklist: form % 7 ? checklist : [],
    ...(form % 3 && { deviationReason: reason }),
  }),
  refuse: (form) => ({ facts: reason, basis: [form % 5 ? 'measures' : 'nothing'], checklist: [] }),
  'request-expedite': () => ({ reason }),
  'consent-expedite': (form) => ({ agreed: form % 3 > 0, reason }),
  'extend-clock': () => ({ reason }),
  'answer-objection': (form, state) => {
    const open = state.status === 'in-notice' ? state.objections.open : [];
    return {
      objection: form % 5 ? (open[form % (open.length || 1)] ?? 1) : 99,
      upheld: form % 3 === 0,
      findings: reason,
    };
  },
  'decide-internal-review': (form) => ({ outcome: form % 2 ? 'uphold' : 'revoke', reason }),
  'move-due-date': () => ({}),
  'deem-accepted': () => ({}),
  lapse: () => ({}),
  escalate: () => ({}),
  'close-notice': () => ({}),
  object: () => ({ grounds: reason }),
  'supply-documents': () => ({}),
  'submit-report': (form) => ({ obligation: oneOf(obligations, form) }),
  'prepare-payment': (form, state) => ({ amount: oneOf(partsOf(state), form) }),
  'approve-payment': () => ({}),
  'cancel-payment': () => ({ reason }),
  'record-paid': (form, _, now) => ({
    voucher: `记-${form}`,
    paidOn: form % 7 ? dateInShanghai(now) : '2030-01-01',
  }),
  'record-payment-failed': () => ({ reason }),
  'record-sent-back': (form, _, now) => ({
    part: 1 + (form % 3),
    voucher: `退-${form}`,
    returnedOn: form % 7 ? dateInShanghai(now) : '2030-01-01',
    reason,
  }),
  'record-repayment': (form, state, now) => ({
    amount: oneOf([...owedOf(state), 1, 1_000_000], form),
    voucher: `收-${form}`,
    receivedOn: dateInShanghai(now),
  }),
  'propose-write-off': () => ({ reason, basis: reason }),
  'confirm-handover': (form, _, now) => ({
    checklist: form % 7 ? [...handoverItems] : [],
    leaseFrom: dateInShanghai(now),
    leaseTo: addMonths(dateInShanghai(now), oneOf([6, 18, 36, 18, 7, 37], form)),
  }),
  'confirm-lease': () => ({ findings: reason }),
  'assess-report': (form) => ({
    obligation: oneOf(obligations, form),
    verdict: oneOf(['kept', 'kept', 'breached', 'incomplete'] as const, form >> 2),
    findings: reason,
  }),
  'record-breach': (form) => ({ obligation: oneOf(obligations, form), facts: reason }),
  'confirm-mended': () => ({ findings: reason }),
  'open-recovery': (form) => ({
    amount: oneOf([5_000_000, 1_000_000, 0, 5_000_001], form),
    terminate: form % 2 === 0,
    reason,
  }),
  'approve-write-off': () => ({ reason }),
  'decline-write-off': () => ({ reason }),
  'release-unpaid': () => ({ reason }),
  'cancel-award': () => ({ reason }),
  'mark-report-overdue': () => ({}),
  'mark-mend-over': () => ({}),
  'close-award': () => ({}),
};

/** A command of this type in one of its forms: mostly sound, now and then with something wrong in it. */
export const commandOf = <T extends CommandType>(
  type: T,
  form: number,
  state: CaseView,
  now: string,
): CaseCommand => ({ type, ...makers[type](form, state, now) }) as unknown as CaseCommand;

/** What the applicant changed: mostly what was asked for. */
export function changesOf(form: number, open: readonly string[]): readonly string[] {
  return form % 4 ? open.map((pointer) => (form % 2 ? pointer : `${pointer}/0`)) : ['/creditCode'];
}

/** What brings a case forward; taken more often, so that random lives get far. */
const forward: ReadonlySet<CommandType> = new Set([
  'submit',
  'claim',
  'accept',
  'record-visit',
  'confirm-visit',
  'recommend',
  'approve',
  'close-notice',
  'deem-accepted',
  'lapse',
  'request-internal-review',
  'decide-internal-review',
  'prepare-payment',
  'approve-payment',
  'record-paid',
  'confirm-handover',
  'submit-report',
  'assess-report',
  'open-recovery',
  'record-repayment',
  'propose-write-off',
  'approve-write-off',
  'decline-write-off',
  'close-award',
]);

/** How many lots a possible command has in the draw. */
export const lots = (command: CommandType): number =>
  command === 'withdraw' ? 1 : forward.has(command) ? 12 : 2;
