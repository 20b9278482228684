import { expect } from 'vitest';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { daysUsed } from '../../shared/calendar/promise-clock.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { CaseEventSchema, type EventType } from '../../shared/workflow/event.ts';
import { CaseStateSchema, type CaseView, type StateOf } from '../../shared/workflow/state.ts';
import { type CaseDesk, calendar, people } from './case-desk.ts';
import type { Holdings } from './holdings.ts';

/** Events by which a person decides: whoever made one may make no other, except more answers to objections. */
const decisions: ReadonlySet<EventType> = new Set([
  'application-accepted',
  'application-not-accepted',
  'recommendation-made',
  'stage-approved',
  'application-approved',
  'application-refused',
  'objection-upheld',
  'refusal-upheld',
  'refusal-revoked',
]);

/** Acts of the applicant's side, of the public and of the clock; all others are official. */
const unofficial: ReadonlySet<EventType> = new Set([
  'application-submitted',
  'correction-submitted',
  'application-withdrawn',
  'internal-review-requested',
  'service-rated',
  'documents-supplied',
  'report-submitted',
  'objection-filed',
]);

/** Who did what: no one decides twice, no one acts on their own case, two where two are needed. */
export function watchPeople(desk: CaseDesk, before: CaseView): void {
  const { event, actor } = desk.journal.at(-1)!;
  if (actor === people.clock.id) return;
  if (decisions.has(event.type) || event.type === 'objection-dismissed') {
    const others = desk.journal.slice(0, -1).filter((one) => {
      const sameAgain = one.event.type === 'objection-dismissed' && event.type.startsWith('objection-');
      const decided = decisions.has(one.event.type) || one.event.type === 'objection-dismissed';
      return decided && !sameAgain && one.actor === actor;
    });
    expect(others, `${actor} decides twice`).toEqual([]);
  }
  if (!unofficial.has(event.type)) {
    const { applicant, filedBy } = desk.case;
    expect([applicant, filedBy, ...desk.enterprises.keys()], 'their own case').not.toContain(actor);
  }
  if (decisions.has(event.type) || event.type === 'site-visited') {
    const officer = Object.values(people).find(({ id }) => id === actor);
    expect('office' in before && before.office).toBe(officer?.office);
  }
  if (before.status === 'under-review') watchPairs(event.type, actor, before);
  if (event.type === 'payment-made' && before.status === 'approved') {
    expect(before.payment?.approvedBy).toBeDefined();
    expect(before.payment?.approvedBy).not.toBe(before.payment?.by);
  }
  if (event.type === 'recovery-opened' && before.status === 'approved') {
    expect(before.breach?.by).not.toBe(actor);
  }
}

function watchPairs(type: EventType, actor: string, { visit, expediteBy }: StateOf<'under-review'>): void {
  if (type === 'recommendation-made') {
    expect(visit?.confirmedBy).toBeDefined();
    expect(visit?.confirmedBy).not.toBe(visit?.by);
  }
  if (type === 'expedite-decided') expect(expediteBy).not.toBe(actor);
}

/** Twice at most, the second time by the head of the office. */
export function watchReturns(desk: CaseDesk, actor: Actor): void {
  const { event } = desk.journal.at(-1)!;
  expect(desk.case.corrections).toBeLessThanOrEqual(2);
  if (event.type !== 'correction-requested' || desk.case.corrections < 2) return;
  expect(actor.roles.some((role) => role === 'supervisor' || role === 'leader')).toBe(true);
  expect(event.data.secondReturnReason).toBeDefined();
}

/** Within one stay at a stage the days used only grow; a correction stops them. */
export function watchClock(desk: CaseDesk, before: CaseView): void {
  const after = desk.state;
  if (!('clock' in before) || !('clock' in after)) return;
  if (before.stage !== after.stage || before.participants.length !== after.participants.length) return;
  const today = dateInShanghai(desk.now);
  const used = daysUsed(after.clock, today, calendar);
  expect(used).toBeGreaterThanOrEqual(before.clock.usedBefore);
  expect(used).toBeGreaterThanOrEqual(daysUsed(before.clock, today, calendar));
}

/** The state is a small valid fold of its events, and holds exactly what its effects took. */
export function watchState(desk: CaseDesk, holdings: Holdings): void {
  const state = desk.case;
  const { event } = desk.journal.at(-1)!;
  expect(CaseStateSchema.parse(state)).toEqual(state);
  expect(CaseEventSchema.parse(event)).toEqual(event);
  expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
  expect(desk.refold()).toStrictEqual(state);
  expect(JSON.stringify(state).length, JSON.stringify(state)).toBeLessThan(1024);
  expect(state.version).toBe(desk.journal.length);
  if (event.type === 'application-approved') {
    expect(event.data.grant.amount).toBeLessThanOrEqual(event.data.grant.computed);
  }

  const live = ['under-review', 'returned', 'in-notice'].includes(state.status);
  expect([...holdings.held.keys()].some((thing) => thing.startsWith('lock live:'))).toBe(live);
  if (state.status === 'in-notice') watchGrant(desk, holdings, state.amount);
  else if (state.status === 'approved') watchAward(desk, state, holdings);
  else {
    const reserved = 'reserved' in state && state.reserved ? ['reserved'] : [];
    expect(holdings.things).toEqual(live ? ['lock', ...reserved] : []);
    expect(holdings.sum('reserved')).toBe('reserved' in state ? (state.reserved?.amount ?? 0) : 0);
  }
}

function watchGrant({ programme }: CaseDesk, holdings: Holdings, committed: number): void {
  const money = programme.benefit.kind === 'money';
  expect(holdings.sum('committed')).toBe(money ? committed : 0);
  expect(holdings.sum('premises')).toBe(money ? 0 : 1);
}

/** Never more paid than granted, nor recovered than paid; the fund knows of every fen. */
function watchAward(desk: CaseDesk, state: StateOf<'approved'>, holdings: Holdings): void {
  const { amount, paid = 0, released = 0, recovered = 0, writtenOff = 0, payment, recovery, breach } = state;
  const cancelled = desk.journal.some(({ event }) => event.type === 'award-cancelled');
  if (cancelled) {
    expect(state.award).toBe('closed');
    expect(holdings.things).toEqual([]);
    return;
  }
  watchGrant(desk, holdings, amount - paid - released);
  const money = desk.programme.benefit.kind === 'money';
  const repaid = recovered + (recovery?.repaid ?? 0);
  expect(paid + released + (payment?.amount ?? 0)).toBeLessThanOrEqual(amount);
  expect(recovered + writtenOff + (recovery?.amount ?? 0)).toBeLessThanOrEqual(money ? paid : amount);
  expect(holdings.sum('paid')).toBe(money ? paid - repaid : 0);
  expect(holdings.sum('recovery')).toBe(state.award === 'in-recovery' || writtenOff > 0 ? 1 : 0);
  expect(recovery !== undefined).toBe(state.award === 'in-recovery');
  if (breach !== undefined) expect(state.award).toBe('active');
  if (state.award === 'closed') {
    expect([state.due, state.duties, state.payment]).toEqual([undefined, undefined, undefined]);
    if (money) expect(paid + released).toBe(amount);
  }
  const ids = state.duties?.map(({ id }) => id) ?? [];
  expect(new Set(ids).size).toBe(ids.length);
}
