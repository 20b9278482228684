import { type EventPlace, placeNamed } from '../persistence/journal-places.ts';
import {
  isBeingMadeAnew,
  registerItemOf,
  type SealedPlace,
  type SealingProgress,
  sealsAround,
} from '../persistence/seal-register.ts';
import type { Tables } from '../persistence/tables.ts';

/**
 * What the log holds, as a run knows it: what the register said of the chains it asked for, each asked once, and
 * what the run itself has appended, which the register learns later.
 */
export class KnownSeals {
  readonly #tables: Tables;
  readonly #progress: SealingProgress;
  readonly #asked = new Set<string>();
  readonly #indexes = new Map<string, number>();

  constructor(tables: Tables, progress: SealingProgress) {
    this.#tables = tables;
    this.#progress = progress;
  }

  /** Must precede `indexOf` and `has` of these places. */
  async learn(places: readonly EventPlace[]): Promise<void> {
    const unknown = places.filter((place) => !this.#asked.has(registerItemOf(place)));
    if (unknown.length === 0) return;
    this.add(await sealsAround(this.#tables, unknown, this.#progress));
    // An item of a register that is being made anew does not hold all of its chain yet.
    if (isBeingMadeAnew(this.#progress)) return;
    for (const place of unknown) this.#asked.add(registerItemOf(place));
  }

  add(places: readonly SealedPlace[]): void {
    for (const place of places) {
      const name = placeNamed(place);
      this.#indexes.set(name, Math.min(place.index, this.#indexes.get(name) ?? place.index));
    }
  }

  indexOf(place: EventPlace): number | undefined {
    return this.#indexes.get(placeNamed(place));
  }

  has(place: EventPlace): boolean {
    return this.#indexes.has(placeNamed(place));
  }
}
