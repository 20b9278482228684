import type { Effect } from '../../shared/workflow/effects.ts';

/** What moves, and by how much: fen between the pots of a fund, or one of anything else. */
type Move = readonly [thing: string, amount: number];

function movesOf(effect: Effect): readonly Move[] {
  switch (effect.kind) {
    case 'take-lock':
      return [[`lock ${effect.lock}`, 1]];
    case 'release-lock':
      return [[`lock ${effect.lock}`, -1]];
    case 'confirm-reservation':
      return [[`reservation ${effect.reservation}`, 1]];
    case 'release-reservation':
      return [[`reservation ${effect.reservation}`, -1]];
    case 'reserve-fund':
      return [[`reserved ${effect.fund}`, effect.amount - (effect.before ?? 0)]];
    case 'release-fund':
      return [[`reserved ${effect.fund}`, -effect.amount]];
    case 'commit-fund':
      return [
        [`reserved ${effect.fund}`, -(effect.before ?? 0)],
        [`committed ${effect.fund}`, effect.amount],
      ];
    case 'return-to-fund':
      return [[`committed ${effect.fund}`, -effect.amount]];
    case 'pay-from-fund':
      return [
        [`committed ${effect.fund}`, -effect.amount],
        [`paid ${effect.fund}`, effect.amount],
      ];
    case 'send-back-to-fund':
      return [
        [`paid ${effect.fund}`, -effect.amount],
        [`committed ${effect.fund}`, effect.amount],
      ];
    case 'take-back-to-fund':
    case 'repay-to-fund':
      return [[`paid ${effect.fund}`, -effect.amount]];
    case 'allot-premises':
      return [[`premises ${effect.unit}`, 1]];
    case 'move-allotment':
      return [
        [`premises ${effect.unit}`, -1],
        [`premises ${effect.unit}`, 1],
      ];
    case 'free-premises':
      return [[`premises ${effect.unit}`, -1]];
    case 'count-against-cap':
      return [[`cap ${effect.cap}`, effect.amount]];
    case 'uncount-against-cap':
      return [[`cap ${effect.cap}`, -effect.amount]];
    case 'open-recovery':
      return [[`recovery ${effect.enterprise}`, 1]];
    case 'settle-recovery':
      return [[`recovery ${effect.enterprise}`, -1]];
  }
}

const single = ['lock', 'reservation', 'premises', 'recovery'];

/** What a case holds of scarce things, by its effects. Taking twice or giving back what is not held throws. */
export class Holdings {
  readonly held = new Map<string, number>();

  apply(effect: Effect): void {
    for (const [thing, amount] of movesOf(effect)) {
      const after = (this.held.get(thing) ?? 0) + amount;
      if (after < 0) throw new Error(`${thing} is given back but not held so`);
      if (after > 1 && single.includes(kindOf(thing))) throw new Error(`${thing} is taken twice`);
      if (after === 0) this.held.delete(thing);
      else this.held.set(thing, after);
    }
  }

  /** Of one kind in all. */
  sum(kind: string): number {
    return [...this.held].reduce((sum, [thing, amount]) => sum + (kindOf(thing) === kind ? amount : 0), 0);
  }

  get things(): readonly string[] {
    return [...this.held.keys()].map(kindOf).toSorted();
  }
}

const kindOf = (thing: string): string => thing.split(' ')[0]!;
