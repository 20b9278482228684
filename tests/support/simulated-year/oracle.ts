import type { Part } from './crew.ts';
import { guessed2027, inForceFrom, notice2026, notice2027 } from './holidays.ts';
import type { Plan } from './plan.ts';

/**
 * An independent, simple calculation of what must happen to a case: counting days one by one on paper, with no
 * import from the code under test but names. It also says what people do and when, for the county to replay.
 */
export type Act = { readonly at: string; readonly by: Part; readonly do: string; readonly amount: number };
export type Happened = {
  readonly type: string;
  readonly at: string;
  readonly by: Part | 'clock';
  /** Whatever date or level it sets. */
  readonly says: string | undefined;
};
/** Where a case stands after an event, while an office has something to do with it. */
export type Standing = {
  readonly office: string;
  readonly due: string;
  readonly returned: boolean;
  readonly claimable: boolean;
  /** Account of the officer who holds it. */
  readonly holder: string | undefined;
};
export type Told = { readonly to: string; readonly template: string };
export type Life = {
  readonly acts: readonly Act[];
  readonly history: readonly Happened[];
  readonly told: readonly Told[];
  /** After each event of the history. */
  readonly standings: readonly (Standing | undefined)[];
};

const dayMs = 86_400_000;
const beijing = 8 * 3_600_000;
const number = (date: string): number => Date.parse(date) / dayMs;
const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
const dayOf = (ms: number): number => Math.floor((ms + beijing) / dayMs);
const midnight = (day: number): number => day * dayMs - beijing;
const instant = (ms: number): string => new Date(ms).toISOString();

const off = (years: readonly { holidays: readonly string[] }[]) =>
  new Set(years.flatMap(({ holidays }) => holidays.map(number)));
const on = (years: readonly { makeUpWorkdays: readonly string[] }[]) =>
  new Set(years.flatMap(({ makeUpWorkdays }) => makeUpWorkdays.map(number)));
const almanacs = [
  { off: off([notice2026, guessed2027]), on: on([notice2026, guessed2027]) },
  { off: off([notice2026, notice2027]), on: on([notice2026, notice2027]) },
] as const;
const changes = Date.parse(inForceFrom);

const never = Number.POSITIVE_INFINITY;

type Stage = {
  readonly kind: 'stage';
  readonly id: 'acceptance' | 'town-review' | 'bureau-review' | 'joint-meeting';
  readonly office: string;
  /** Days promised, the day the count began, days used before that day. */
  promised: number;
  began: number;
  used: number;
  due: number;
  holder?: Part | undefined;
  said?: 'half' | 'end';
};
type Phase =
  | Stage
  | { readonly kind: 'returned'; readonly stage: Stage; readonly since: number; due: number }
  | { readonly kind: 'notice'; readonly since: number; due: number; open: boolean }
  | { readonly kind: 'delivery'; readonly due: number; late: boolean }
  | { readonly kind: 'paid' }
  | { readonly kind: 'refused'; readonly since: number; due: number | undefined; answerBy?: number }
  | { readonly kind: 'over' };

export class Story {
  readonly acts: Act[] = [];
  readonly history: Happened[] = [];
  readonly told: Told[] = [];
  private now: number;
  private phase: Phase = { kind: 'over' };
  private expedited = false;
  private reviewed = false;
  private readonly plan: Plan;
  private readonly withdrawsAt: number;
  /** Seconds between acts of one minute. */
  private seconds = 0;

  constructor(plan: Plan) {
    this.plan = plan;
    this.now = plan.submittedAt;
    this.withdrawsAt =
      plan.withdrawDays === undefined ? never : this.onDay(dayOf(this.now) + plan.withdrawDays + 1) + 30_000;
  }

  /** Everything until `end`. */
  tell(end: number): Life {
    this.apply();
    if (this.acceptance()) this.town();
    this.pass(end);
    const kept = this.history.filter(({ at }) => Date.parse(at) <= end);
    return {
      acts: this.acts.filter(({ at }) => Date.parse(at) <= end),
      history: kept,
      // Messages were noted event by event.
      told: this.told.slice(0, this.toldUpTo[kept.length - 1]),
      standings: this.standings.slice(0, kept.length),
    };
  }
  private readonly toldUpTo: number[] = [];
  private readonly standings: (Standing | undefined)[] = [];

  // counting

  private working(day: number): boolean {
    const almanac = almanacs[this.now >= changes ? 1 : 0];
    if (almanac.on.has(day)) return true;
    const weekday = new Date(day * dayMs).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !almanac.off.has(day);
  }

  /** The working day on which `days` are used, counted from the day after `from`. */
  private count(from: number, days: number): number {
    let day = from;
    if (days === 0) while (!this.working(day)) day += 1;
    for (let left = Math.abs(days); left > 0; ) {
      day += days < 0 ? -1 : 1;
      if (this.working(day)) left -= 1;
    }
    return day;
  }

  private usedBy(stage: Stage, day: number): number {
    let used = stage.used;
    for (let next = stage.began + 1; next <= day; next += 1) if (this.working(next)) used += 1;
    return used;
  }

  private today(): number {
    return dayOf(this.now);
  }

  private onDay(day: number): number {
    return day * dayMs + this.plan.minute * 60_000;
  }

  /** So many days from now at the hour of this case; tomorrow when that hour has passed. */
  private after(days: number | undefined): number {
    if (days === undefined) return never;
    const at = this.onDay(this.today() + days);
    return at > this.now ? at : this.onDay(this.today() + days + 1);
  }

  // time

  /** Lets time pass; false when the case has moved on by itself, or was withdrawn, before. */
  private reach(at: number): boolean {
    const phase = this.phase;
    const mayWithdraw = ['stage', 'returned', 'notice'].includes(phase.kind);
    if (mayWithdraw && this.withdrawsAt !== never && this.withdrawsAt <= at && this.withdrawsAt > this.now) {
      this.pass(this.withdrawsAt);
      if (this.phase === phase) {
        this.withdraw();
        return false;
      }
    } else if (at !== never) this.pass(at);
    else this.passWhileIn(phase);
    return this.phase === phase && at !== never;
  }

  private passWhileIn(phase: Phase): void {
    // Far enough for everything that can fall due by itself.
    for (let day = this.today(); this.phase === phase && day < this.today() + 200; day += 1) {
      this.pass(midnight(day));
      if (this.phase !== phase) return;
      if (day > number('2027-06-30')) return;
    }
  }

  private pass(until: number): void {
    const phase = this.phase;
    while (this.phase === phase) {
      const next = this.byItself();
      const turns = this.now < changes ? changes : never;
      if (Math.min(next?.at ?? never, turns) > until) break;
      if (next === undefined || turns <= next.at) {
        this.now = turns;
        this.calendarTurns();
      } else {
        this.now = next.at;
        next.happen();
      }
    }
    if (this.phase === phase && until !== never) this.now = Math.max(this.now, until);
  }

  private byItself(): { readonly at: number; readonly happen: () => void } | undefined {
    const { phase } = this;
    const from = (day: number): number => Math.max(midnight(day), this.now);
    switch (phase.kind) {
      case 'stage': {
        const silent = phase.id === 'acceptance';
        if (phase.said === undefined && this.today() <= phase.due) {
          const half = this.count(phase.began, Math.ceil(phase.promised / 2) - phase.used);
          return { at: from(half), happen: () => this.escalate(phase, 'half') };
        }
        if (silent) return { at: from(phase.due + 1), happen: () => this.silence(phase) };
        if (phase.said === 'end') return undefined;
        return { at: from(phase.due + 1), happen: () => this.escalate(phase, 'end') };
      }
      case 'returned':
        return { at: from(phase.due + 1), happen: () => this.lapse(phase.stage) };
      case 'notice':
        return phase.open ? undefined : { at: from(phase.due + 1), happen: () => this.closeNotice() };
      case 'delivery':
        if (phase.late) return undefined;
        return { at: from(phase.due + 1), happen: () => this.deliveryLate(phase) };
      case 'paid':
        return { at: this.now, happen: () => this.closeAward() };
      default:
        return undefined;
    }
  }

  /** Another almanac holds from now on: dates move, but only to later days. */
  private calendarTurns(): void {
    const { phase } = this;
    const moved = (): number | undefined => {
      if (phase.kind === 'stage') return this.count(phase.began, phase.promised - phase.used);
      if (phase.kind === 'returned') return this.count(phase.since, 15);
      if (phase.kind === 'notice') return this.count(phase.since, 5);
      if (phase.kind === 'refused' && phase.due !== undefined) return this.count(phase.since, 10);
      return undefined;
    };
    const due = moved();
    if (due === undefined || !('due' in phase) || phase.due === undefined || due <= phase.due) return;
    if (phase.kind === 'delivery') return;
    phase.due = due;
    const desk = {
      stage: () => this.handler(phase as Stage),
      returned: () => this.handler((phase as { stage: Stage }).stage),
      notice: () => 'office:county-office',
      refused: () => undefined,
    }[phase.kind as 'stage' | 'returned' | 'notice' | 'refused']();
    this.happen('due-date-moved', 'clock', dateOf(due), [
      [this.applicant, 'promise-moved'],
      ...(desk === undefined ? [] : [[desk, 'promise-moved-for-desk'] as const]),
    ]);
  }

  // telling

  private happen(
    type: string,
    by: Part | 'clock',
    says?: string,
    told: readonly (readonly [to: string, template: string])[] = [],
  ): void {
    this.history.push({ type, at: instant(this.now), by, says });
    for (const [to, template] of told) this.told.push({ to, template });
    this.toldUpTo.push(this.told.length);
    this.standings.push(this.standing());
  }

  private standing(): Standing | undefined {
    const { phase } = this;
    const at = (office: string, due: number, stage?: Stage, returned = false): Standing => ({
      office,
      due: dateOf(due),
      returned,
      claimable: stage !== undefined && !returned,
      holder: stage?.holder && this.personOf(stage.holder).slice('person:'.length),
    });
    switch (phase.kind) {
      case 'stage':
        return at(phase.office, phase.due, phase);
      case 'returned':
        return at(phase.stage.office, phase.due, phase.stage, true);
      case 'notice':
        return at('county-office', phase.due);
      case 'delivery':
        return at('finance-bureau', phase.due);
      case 'refused':
        return phase.answerBy === undefined ? undefined : at('county-office', phase.answerBy);
      default:
        return undefined;
    }
  }

  private does(by: Part, what: string): void {
    this.acts.push({ at: instant(this.now), by, do: what, amount: this.plan.amount });
  }

  /** The next act of the same minute. */
  private wait(): void {
    this.seconds += 1;
    this.now += 1000;
  }

  private get applicant(): string {
    return `person:applicant-${this.plan.index}`;
  }
  private get townOffice(): string {
    return `town-${this.plan.town}`;
  }
  private personOf(part: Part): string {
    const ofTown = ['accepts', 'visits', 'confirms'].includes(part);
    const ids: Partial<Record<Part, string>> = { decidesAnew: 'decides-anew', headsBureau: 'heads-bureau' };
    return `person:${ofTown ? `${part}-${this.plan.town}` : (ids[part] ?? part)}`;
  }
  private handler({ holder, office }: Stage): string {
    return holder === undefined ? `office:${office}` : this.personOf(holder);
  }

  // what happens

  private arrive(id: Stage['id'], office: string, days: number): Stage {
    const promised = this.expedited ? Math.max(1, Math.ceil(days / 2)) : days;
    const began = this.today();
    const due = this.count(began, promised);
    const stage: Stage = { kind: 'stage', id, office, promised, began, used: 0, due };
    this.phase = stage;
    return stage;
  }

  private apply(): void {
    this.does('applicant', 'submit');
    const { due } = this.arrive('acceptance', this.townOffice, 5);
    this.happen('application-submitted', 'applicant', dateOf(due), [
      [this.applicant, 'receipt'],
      [`office:${this.townOffice}`, 'case-arrived'],
    ]);
  }

  private claim(stage: Stage, by: Part): void {
    if (stage.holder !== undefined) return;
    this.does(by, 'claim');
    stage.holder = by;
    this.happen('case-claimed', by);
    this.wait();
  }

  /** True when the case has come to the town's review. */
  private acceptance(): boolean {
    const { plan } = this;
    const first = this.phase as Stage;
    if (plan.acceptance === 'nothing') {
      this.reach(never);
      return this.atTown();
    }
    if (!this.reach(this.after(plan.acceptanceDays))) return this.atTown();
    this.claim(first, 'accepts');
    if (plan.acceptance === 'not-accept') {
      this.does('accepts', 'not-accept');
      this.phase = { kind: 'over' };
      this.happen('application-not-accepted', 'accepts', undefined, [[this.applicant, 'not-accepted']]);
      return false;
    }
    if (plan.acceptance === 'accept') return this.accept();
    this.does('accepts', 'return');
    const since = this.today();
    first.used = this.usedBy(first, since);
    this.phase = { kind: 'returned', stage: first, since, due: this.count(since, 15) };
    this.happen('correction-requested', 'accepts', dateOf(this.phase.due), [
      [this.applicant, 'correction-wanted'],
    ]);
    if (!this.reach(this.after(plan.correctionDays))) return false;
    this.does('applicant', 'resubmit');
    first.began = this.today();
    first.due = this.count(first.began, first.promised - first.used);
    const again: Stage = { ...first };
    this.phase = again;
    this.happen('correction-submitted', 'applicant', dateOf(again.due), [
      [this.applicant, 'correction-received'],
      [this.handler(again), 'case-corrected'],
    ]);
    if (!this.reach(this.after(plan.againDays))) return this.atTown();
    return this.accept();
  }

  private atTown(): boolean {
    return this.phase.kind === 'stage' && this.phase.id === 'town-review';
  }

  private accept(): boolean {
    this.does('accepts', 'accept');
    const { due } = this.arrive('town-review', this.townOffice, 7);
    this.happen('application-accepted', 'accepts', dateOf(due), [
      [this.applicant, 'accepted'],
      [`office:${this.townOffice}`, 'case-arrived'],
    ]);
    return true;
  }

  private silence(_: Stage): void {
    const { due } = this.arrive('town-review', this.townOffice, 7);
    this.happen('application-accepted', 'clock', dateOf(due), [
      [this.applicant, 'accepted-by-silence'],
      [`office:${this.townOffice}`, 'case-arrived'],
      [`head:${this.townOffice}`, 'silence-accepted'],
    ]);
  }

  private lapse(stage: Stage): void {
    this.phase = { kind: 'over' };
    this.happen('application-lapsed', 'clock', undefined, [
      [this.applicant, 'lapsed'],
      [this.handler(stage), 'case-lapsed'],
    ]);
  }

  private escalate(stage: Stage, level: 'half' | 'end'): void {
    stage.said = level;
    const template = level === 'half' ? 'half-used' : 'all-used';
    this.happen('case-escalated', 'clock', level, [
      [`head:${stage.office}`, template],
      ...(stage.holder === undefined ? [] : [[this.personOf(stage.holder), template] as const]),
    ]);
  }

  private withdraw(): void {
    const { phase } = this;
    if (phase.kind !== 'stage' && phase.kind !== 'returned' && phase.kind !== 'notice') return;
    this.does('applicant', 'withdraw');
    const desk =
      phase.kind === 'notice'
        ? 'office:county-office'
        : this.handler(phase.kind === 'stage' ? phase : phase.stage);
    this.phase = { kind: 'over' };
    this.happen('application-withdrawn', 'applicant', undefined, [
      [this.applicant, 'withdrawn'],
      [desk, 'case-withdrawn'],
    ]);
  }

  private town(): void {
    const { plan } = this;
    const stage = this.phase as Stage;
    if (plan.townDays !== undefined && plan.townClaimDays < plan.townDays) {
      if (!this.reach(this.after(plan.townClaimDays))) return;
      this.claim(stage, 'visits');
    }
    const left =
      plan.townDays === undefined
        ? undefined
        : Math.max(0, plan.townDays - Math.min(plan.townClaimDays, plan.townDays));
    if (!this.reach(this.after(left))) return;
    this.claim(stage, 'visits');
    this.does('visits', 'visit');
    this.happen('site-visited', 'visits', undefined, [
      [`office:${this.townOffice}`, 'second-officer-wanted'],
    ]);
    this.wait();
    this.does('confirms', 'confirm');
    this.happen('site-visit-confirmed', 'confirms', undefined, [
      [this.personOf('visits'), 'second-officer-confirmed'],
    ]);
    this.wait();
    this.does('visits', 'recommend');
    const { due } = this.arrive('bureau-review', 'human-resources-bureau', 10);
    this.happen('recommendation-made', 'visits', dateOf(due), [
      [this.applicant, 'at-next-stage'],
      ['office:human-resources-bureau', 'case-arrived'],
    ]);
    this.bureau('decides', plan.decision);
  }

  private bureau(by: Part, decision: Plan['decision']): void {
    const { plan } = this;
    const stage = this.phase as Stage;
    const arrived = this.today();
    if (!this.reach(this.after(plan.bureauClaimDays))) return;
    this.claim(stage, by);
    const asks = [
      { days: plan.expediteDays, ask: () => this.expedite(stage, by) },
      { days: plan.extendDays, ask: () => this.extend(stage) },
    ]
      .flatMap(({ days, ask }) =>
        days === undefined ? [] : [{ at: arrived + plan.bureauClaimDays + 1 + days, ask }],
      )
      .toSorted((one, other) => one.at - other.at);
    const decides = plan.bureauDays === undefined ? never : arrived + plan.bureauClaimDays + plan.bureauDays;
    for (const { at, ask } of asks) {
      if (at > decides) continue;
      if (!this.reach(Math.max(this.onDay(at), this.now))) return;
      ask();
    }
    if (decides === never) {
      this.reach(never);
      return;
    }
    const on = this.onDay(decides);
    if (!this.reach(on > this.now ? on : this.onDay(this.today() + 1))) return;
    if (decision === 'refuse') {
      this.refuse(by);
      return;
    }
    this.does(by, 'approve');
    if (plan.amount <= 3_000_000) {
      this.giveNotice(by);
      return;
    }
    const { due } = this.arrive('joint-meeting', 'county-office', 5);
    this.happen('stage-approved', by, dateOf(due), [
      [this.applicant, 'at-next-stage'],
      ['office:county-office', 'case-arrived'],
    ]);
    this.joint();
  }

  private expedite(stage: Stage, by: Part): void {
    if (this.expedited) return;
    this.does(by, 'ask-expedite');
    this.happen('expedite-requested', by, undefined, [['head:human-resources-bureau', 'expedite-asked']]);
    this.wait();
    this.does('headsBureau', 'consent');
    const used = this.usedBy(stage, this.today());
    const left = Math.max(0, stage.promised - used);
    stage.promised = used + (left === 0 ? 0 : Math.max(1, Math.ceil(left / 2)));
    stage.due = this.count(stage.began, stage.promised - stage.used);
    this.expedited = true;
    this.happen('expedite-decided', 'headsBureau', dateOf(stage.due), [
      [this.applicant, 'expedited'],
      [this.personOf(by), 'expedite-agreed'],
    ]);
    // Half of the shorter promise may be over already.
    this.pass(this.now);
    this.wait();
  }

  private extend(stage: Stage): void {
    if (this.today() > stage.due) return;
    this.does('headsBureau', 'extend');
    stage.promised += 10;
    stage.due = this.count(stage.began, stage.promised - stage.used);
    this.happen('clock-extended', 'headsBureau', dateOf(stage.due), [[this.applicant, 'extended']]);
    this.wait();
  }

  private joint(): void {
    const by: Part = this.reviewed ? 'meetsAnew' : 'meets';
    const stage = this.phase as Stage;
    if (!this.reach(this.after(this.plan.jointDays))) return;
    this.claim(stage, by);
    this.does(by, 'approve');
    this.giveNotice(by);
  }

  private giveNotice(by: Part): void {
    const since = this.today();
    const notice = { kind: 'notice', since, due: this.count(since, 5), open: false } as Phase & {
      kind: 'notice';
    };
    this.phase = notice;
    this.happen('application-approved', by, dateOf(notice.due), [
      [this.applicant, 'approved-in-notice'],
      ['office:county-office', 'notice-began'],
    ]);
    const { plan } = this;
    if (plan.objectionDays !== undefined) {
      if (!this.reach(this.after(plan.objectionDays))) {
        this.deliver();
        return;
      }
      this.does('objector', 'object');
      notice.open = true;
      this.happen('objection-filed', 'objector', undefined, [
        [this.applicant, 'objection-received'],
        ['office:county-office', 'objection-to-answer'],
      ]);
      if (!this.reach(this.after(plan.answerDays))) return;
      notice.open = false;
      if (plan.upheld) {
        this.does('leads', 'uphold');
        this.refused('objection-upheld', 'leads', 'objection-upheld');
        return;
      }
      this.does('leads', 'dismiss');
      this.happen('objection-dismissed', 'leads', undefined, [[this.applicant, 'objection-dismissed']]);
    }
    this.reach(never);
    this.deliver();
  }

  private closeNotice(): void {
    const due = this.count(this.today(), 15);
    this.phase = { kind: 'delivery', due, late: false };
    this.happen('notice-closed', 'clock', dateOf(due), [
      [this.applicant, 'notice-closed'],
      ['office:finance-bureau', 'case-to-deliver'],
    ]);
  }

  private deliver(): void {
    if (this.phase.kind !== 'delivery') return;
    if (!this.reach(this.after(this.plan.paymentDays))) return;
    this.does('pays', 'prepare');
    this.happen('payment-prepared', 'pays', undefined, [['office:finance-bureau', 'payment-to-approve']]);
    this.wait();
    this.does('countersigns', 'countersign');
    this.happen('payment-approved', 'countersigns', undefined, [['person:pays', 'payment-approved']]);
    this.wait();
    this.does('pays', 'paid');
    this.phase = { kind: 'paid' };
    this.happen('payment-made', 'pays', undefined, [[this.applicant, 'paid']]);
  }

  private deliveryLate(delivery: { late: boolean }): void {
    delivery.late = true;
    this.happen('case-escalated', 'clock', 'end', [['head:finance-bureau', 'delivery-late']]);
  }

  private closeAward(): void {
    this.phase = { kind: 'over' };
    this.happen('award-closed', 'clock', undefined, [[this.applicant, 'award-closed']]);
  }

  private refuse(by: Part): void {
    this.does(by, 'refuse');
    this.refused('application-refused', by, this.reviewed ? 'refused-after-review' : 'refused');
  }

  private refused(type: string, by: Part, template: string): void {
    const since = this.today();
    const due = this.reviewed ? undefined : this.count(since, 10);
    this.phase = { kind: 'refused', since, due };
    this.happen(type, by, due === undefined ? undefined : dateOf(due), [[this.applicant, template]]);
    if (this.reviewed || type === 'objection-upheld') return;
    this.review();
  }

  private review(): void {
    const { plan } = this;
    const refusal = this.phase as Phase & { kind: 'refused' };
    if (!this.reach(this.after(plan.reviewDays))) return;
    if (refusal.due === undefined || this.today() > refusal.due) return;
    this.does('applicant', 'ask-review');
    const due = this.count(this.today(), 10);
    refusal.due = undefined;
    refusal.answerBy = due;
    this.happen('internal-review-requested', 'applicant', dateOf(due), [
      [this.applicant, 'review-received'],
      ['office:county-office', 'review-to-decide'],
    ]);
    if (!this.reach(this.after(plan.reviewAnswerDays))) return;
    if (!plan.revoked) {
      this.does('meets', 'uphold-refusal');
      this.phase = { kind: 'over' };
      this.happen('refusal-upheld', 'meets', undefined, [[this.applicant, 'refusal-upheld']]);
      return;
    }
    this.does('meets', 'revoke-refusal');
    this.reviewed = true;
    const anew = this.arrive('bureau-review', 'human-resources-bureau', 10);
    this.happen('refusal-revoked', 'meets', dateOf(anew.due), [
      [this.applicant, 'refusal-revoked'],
      ['office:human-resources-bureau', 'case-arrived'],
    ]);
    this.bureau('decidesAnew', plan.upheld ? 'refuse' : 'approve');
  }
}
