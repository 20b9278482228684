import { expect } from 'vitest';
import type { Actor } from '../../shared/identity/actor.ts';
import { acts } from '../../shared/workflow/acts.ts';
import { availableActions } from '../../shared/workflow/available-actions.ts';
import { type CommandType, commandTypes } from '../../shared/workflow/command.ts';
import type { ViewStatus } from '../../shared/workflow/state.ts';
import { aDocument, aSubmission, type CaseDesk, people } from './case-desk.ts';
import { watchClock, watchPeople, watchReturns, watchState } from './case-invariants.ts';
import { Holdings } from './holdings.ts';
import { changesOf, commandOf, lots, type Step } from './random-commands.ts';

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
  'document-not-uploaded',
  'too-late',
  'too-early',
  'objection-open',
  'programme-not-open',
  'too-many-requests',
]);

/** What brings a case to its award, in the order in which it is tried. */
const ordinaryWay: readonly CommandType[] = [
  'submit',
  'claim',
  'accept',
  'record-visit',
  'confirm-visit',
  'recommend',
  'approve',
  'close-notice',
];

/** Where things take weeks, so that random lives are long enough for them. */
const unhurried: Partial<Record<ViewStatus, number>> = { returned: 8, approved: 20 };

/** One case, at which random people do random things, and all that must stay true of it. */
export class WatchedCase {
  readonly desk: CaseDesk;
  readonly holdings = new Holdings();

  constructor(desk: CaseDesk) {
    this.desk = desk;
  }

  /** Brings it to its award by the ordinary acts, so that random lives also begin there. */
  bringToApproval(): void {
    const sound = 6;
    while (this.desk.state.status !== 'approved') {
      const usual = ordinaryWay.flatMap((type) =>
        this.possible().filter((action) => action.type === type),
      )[0];
      if (usual === undefined) this.pass(24 * 14);
      else this.send(usual.actor, usual.type, sound);
    }
  }

  step({ hours, wild, pick, person, command, form }: Step): void {
    this.pass(hours * (unhurried[this.desk.state.status] ?? 1));
    const drawn = this.possible().flatMap((action) =>
      Array.from({ length: lots(action.type) }, () => action),
    );
    const usual = drawn[pick % (drawn.length || 1)];
    const act =
      wild || usual === undefined
        ? { actor: everyone[person % everyone.length]!, type: commandTypes[command % commandTypes.length]! }
        : usual;
    this.send(act.actor, act.type, form);
  }

  private pass(hours: number): void {
    this.desk.at(new Date(Date.parse(this.desk.now) + hours * 3_600_000).toISOString());
  }

  private possible(): readonly { readonly actor: Actor; readonly type: CommandType }[] {
    const { desk } = this;
    return everyone.flatMap((actor) =>
      availableActions(desk.state, desk.view(actor)).flatMap(({ command, allowed }) =>
        allowed ? [{ actor, type: command }] : [],
      ),
    );
  }

  private send(actor: Actor, type: CommandType, form: number): void {
    const { desk, holdings } = this;
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
    for (const effect of desk.effects.slice(effectsBefore)) holdings.apply(effect);
    watchPeople(desk, before);
    watchReturns(desk, actor);
    watchClock(desk, before);
    watchState(desk, holdings);
  }

  /** What the applicant's side brings along, mostly what was asked for. */
  private handIn(form: number): void {
    const { desk } = this;
    const { state } = desk;
    desk.documents = [form % 5 && state.status !== 'draft' && state.owed ? state.owed[0]! : 'photo'].map(
      aDocument,
    );
    const owed = form % 3 === 0 ? ['fireSafety'] : [];
    desk.submission =
      state.status === 'returned'
        ? aSubmission(state.revision + 1, {
            town: state.town,
            changed: changesOf(form, desk.open ?? []),
            site: form % 3 ? state.site : 'site-2',
            owed,
          })
        : aSubmission(1, { owed });
  }
}
