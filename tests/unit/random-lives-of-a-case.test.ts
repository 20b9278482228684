import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { daysUsed } from '../../shared/calendar/promise-clock.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { acts } from '../../shared/workflow/acts.ts';
import { availableActions } from '../../shared/workflow/available-actions.ts';
import { commandTypes } from '../../shared/workflow/command.ts';
import { CaseEventSchema, type EventType, eventTypes } from '../../shared/workflow/event.ts';
import { type CaseState, CaseStateSchema } from '../../shared/workflow/state.ts';
import { anAppraisal, aSubmission, CaseDesk, calendar, people } from '../support/case-desk.ts';
import { Holdings } from '../support/holdings.ts';
import { programmeVariants } from '../support/programme-variants.ts';
import { changesOf, commandOf, lots, type Step, stepArbitrary } from '../support/random-commands.ts';

const everyone = Object.values(people);

/** Refusals for who sends a command or when: exactly these follow from `availableActions`. */
const gateCodes = new Set([
  'not-permitted',
  'action-not-allowed',
  'outside-your-office',
  'conflict-of-interest',
  'already-decided-a-stage',
  'not-claimed-by-you',
  'claimed-by-other',
  'site-visit-required',
  'second-officer-required',
  'correction-already-used',
  'extension-already-used',
  'expedite-needs-second-person',
  'too-late',
  'too-early',
  'objection-open',
  'programme-not-open',
  'too-many-requests',
]);

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

/** One case with all that must stay true of it, whatever is done. */
class WatchedCase {
  readonly desk: CaseDesk;
  readonly holdings = new Holdings();
  readonly deciders: string[] = [];
  readonly answerers = new Set<string>();
  private used: { stage: string; days: number } | undefined;

  constructor(desk: CaseDesk) {
    this.desk = desk;
  }

  step({ hours, wild, pick, person, command, form }: Step): void {
    const { desk } = this;
    desk.at(new Date(Date.parse(desk.now) + hours * 3_600_000).toISOString());
    const possible = everyone.flatMap((actor) =>
      availableActions(desk.state, desk.view(actor)).flatMap((action) =>
        action.allowed
          ? Array.from({ length: lots(action.command) }, () => ({ actor, type: action.command }))
          : [],
      ),
    );
    const usual = possible[pick % (possible.length || 1)];
    const act =
      wild || usual === undefined
        ? { actor: everyone[person % everyone.length]!, type: commandTypes[command % commandTypes.length]! }
        : usual;
    this.send(act.actor, act.type, form);
  }

  private send(actor: Actor, type: (typeof commandTypes)[number], form: number): void {
    const { desk } = this;
    this.handIn(form);
    const before = desk.state;
    const allowed = acts[type].gate(before, desk.view(actor)) === undefined;
    const effectsBefore = desk.effects.length;
    const refused = desk.try(actor, commandOf(type, form, before, desk.now));

    expect(refused === undefined || !gateCodes.has(refused), `${type}: ${refused}`).toBe(allowed);
    if (refused !== undefined) {
      expect(desk.state).toBe(before);
      return;
    }
    for (const effect of desk.effects.slice(effectsBefore)) this.holdings.apply(effect);
    this.watchPeople(actor, type, before.status === 'draft' ? undefined : before);
    this.watchState();
    this.watchClock();
  }

  private handIn(form: number): void {
    const { desk } = this;
    desk.submission =
      desk.state.status === 'returned'
        ? aSubmission(desk.state.revision + 1, {
            town: desk.state.town,
            changed: changesOf(form, desk.open ?? []),
            site: form % 3 ? desk.state.site : 'site-2',
          })
        : undefined;
  }

  private watchPeople(actor: Actor, type: string, before: CaseState | undefined): void {
    const event = this.desk.events.at(-1)!;
    const state = this.desk.case;
    const byClock = actor.id === people.clock.id;
    if (decisions.has(event.type) && !byClock) {
      expect(this.deciders, `${actor.id} decides twice`).not.toContain(actor.id);
      expect(this.answerers.has(actor.id) && event.type !== 'objection-upheld').toBe(false);
      this.deciders.push(actor.id);
    }
    if (event.type === 'objection-dismissed') {
      expect(this.deciders).not.toContain(actor.id);
      this.answerers.add(actor.id);
    }
    const staff = decisions.has(event.type) || ['claim', 'confirm-visit', 'record-visit'].includes(type);
    if (staff && !byClock) {
      const interested = [state.applicant, state.filedBy, ...this.desk.enterprises.keys()];
      expect(interested, 'nobody acts on their own case').not.toContain(actor.id);
      expect(before !== undefined && 'office' in before && before.office).toBe(actor.office);
    }
    if (event.type === 'recommendation-made' && before?.status === 'under-review') {
      expect(before.visit?.by).toBeDefined();
      expect(before.visit?.confirmedBy).toBeDefined();
      expect(before.visit?.confirmedBy).not.toBe(before.visit?.by);
    }
    if (event.type === 'expedite-decided' && before?.status === 'under-review') {
      expect(before.expediteBy).not.toBe(actor.id);
    }
    if (event.type === 'application-approved') {
      expect(event.data.grant.amount).toBeLessThanOrEqual(event.data.grant.computed);
    }
    expect(state.corrections).toBeLessThanOrEqual(2);
    if (event.type === 'correction-requested' && state.corrections === 2) {
      expect(actor.roles.some((role) => role === 'supervisor' || role === 'leader')).toBe(true);
      expect(event.data.secondReturnReason).toBeDefined();
    }
  }

  private watchState(): void {
    const state = this.desk.case;
    const event = this.desk.events.at(-1)!;
    expect(CaseStateSchema.parse(state)).toEqual(state);
    expect(CaseEventSchema.parse(event)).toEqual(event);
    expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
    expect(this.desk.refold()).toStrictEqual(state);
    expect(JSON.stringify(state).length).toBeLessThan(1024);
    expect(state.version).toBe(this.desk.events.length);
    const things = this.holdings.things;
    const granted = ['in-notice', 'approved'].includes(state.status);
    const live = ['under-review', 'returned', 'in-notice'].includes(state.status);
    expect(things.some((thing) => thing === 'fund' || thing === 'premises')).toBe(granted);
    expect([...this.holdings.held.keys()].some((thing) => thing.startsWith('lock live:'))).toBe(live);
    if (!granted && !live) expect(things).toEqual([]);
  }

  /** Within one stay at a stage the days used only grow; a correction stops them. */
  private watchClock(): void {
    const state = this.desk.case;
    if (state.status !== 'under-review' && state.status !== 'returned') {
      this.used = undefined;
      return;
    }
    const stay = `${state.stage} ${state.participants.length}`;
    const days = daysUsed(state.clock, dateInShanghai(this.desk.now), calendar);
    if (this.used?.stage === stay) expect(days).toBeGreaterThanOrEqual(this.used.days);
    this.used = { stage: stay, days };
  }
}

const lives = fc.record({
  programme: fc.constantFrom(...programmeVariants),
  steps: fc.array(stepArbitrary, { minLength: 1, maxLength: 60, size: 'max' }),
  /** Someone of the office that decides may act for the enterprise. */
  relative: fc.boolean(),
  filed: fc.boolean(),
});
type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;

function live({ programme, steps, relative, filed }: Life): CaseDesk {
  const desk = new CaseDesk(programme);
  desk.appraisal = anAppraisal({ premises: { unit: 'unit-7', startsOn: '2026-06-01' } });
  if (filed) desk.fileFor(people.townC);
  if (relative) desk.actsForEnterprise(people.relative);
  const watched = new WatchedCase(desk);
  for (const step of steps) watched.step(step);
  return desk;
}

test('whatever happens to a case, it stays lawful', () => {
  fc.assert(
    fc.property(lives, (life) => {
      live(life);
    }),
    { numRuns: 300 },
  );
});

test('such random lives together go through every event there is', () => {
  // A fixed seed: this is about the generator, which must not become empty unnoticed.
  const events = fc.sample(lives, { numRuns: 300, seed: 20261123 }).flatMap((life) => live(life).events);
  const seen = new Set(events.map((event) => event.type));
  expect(eventTypes.filter((type) => !seen.has(type))).toEqual([]);
});
