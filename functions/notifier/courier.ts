import type { Letter } from '../../shared/messages/letter.ts';

/**
 * The one port by which letters leave, by mail or SMS. It returns when the other side has taken the letter.
 * @throws {Undeliverable} when it never will; anything else means: later, perhaps.
 */
export type Courier = (letter: Letter) => Promise<void>;

/** The address does not exist, or refuses us for good. */
export class Undeliverable extends Error {
  constructor(cause: unknown) {
    super('undeliverable', { cause });
    this.name = 'Undeliverable';
  }
}
