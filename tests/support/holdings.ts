import type { Effect } from '../../shared/workflow/effects.ts';

type Move = readonly ['take' | 'give back', thing: string, amount: number];

function moveOf(effect: Effect): Move {
  switch (effect.kind) {
    case 'take-lock':
      return ['take', `lock ${effect.lock}`, 1];
    case 'release-lock':
      return ['give back', `lock ${effect.lock}`, 1];
    case 'confirm-reservation':
      return ['take', `reservation ${effect.reservation}`, 1];
    case 'release-reservation':
      return ['give back', `reservation ${effect.reservation}`, 1];
    case 'commit-fund':
      return ['take', `fund ${effect.fund}`, effect.amount];
    case 'return-to-fund':
      return ['give back', `fund ${effect.fund}`, effect.amount];
    case 'allot-premises':
      return ['take', `premises ${effect.unit}`, 1];
    case 'free-premises':
      return ['give back', `premises ${effect.unit}`, 1];
    case 'count-against-cap':
      return ['take', `cap ${effect.cap}`, effect.amount];
    case 'uncount-against-cap':
      return ['give back', `cap ${effect.cap}`, effect.amount];
  }
}

/** What a case holds of scarce things, by its effects. Taking twice or giving back what is not held throws. */
export class Holdings {
  readonly held = new Map<string, number>();

  apply(effect: Effect): void {
    const [direction, thing, amount] = moveOf(effect);
    if (direction === 'take') {
      if (this.held.has(thing)) throw new Error(`${thing} is taken twice`);
      this.held.set(thing, amount);
      return;
    }
    if (this.held.get(thing) !== amount) throw new Error(`${thing} is given back but not held so`);
    this.held.delete(thing);
  }

  get things(): readonly string[] {
    return [...this.held.keys()].map((thing) => thing.split(' ')[0]!).toSorted();
  }
}
