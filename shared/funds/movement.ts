import * as z from 'zod';
import type { Fund, Pot } from './fund.ts';

export const movementKinds = [
  'allocate',
  'reserve',
  'release',
  'commit',
  'return',
  'pay',
  'repay',
  'send-back',
  'take-back',
] as const;
export type MovementKind = (typeof movementKinds)[number];

/** Fen that go from pot to pot; what is absent does not move. */
export type PotChanges = { readonly [P in Pot]?: number };

/**
 * What an act does to a fund. `before` is what the same case had reserved until now, which it gives up:
 * allocate a change, up or down · reserve · release a reservation · commit, out of the reservation first ·
 * return a promise that fell · pay · repay after a recovery · send a payment back, which is promised still, or take it
 * back where it is not.
 */
export function potChanges(kind: MovementKind, amount: number, before = 0): PotChanges {
  switch (kind) {
    case 'allocate':
      return { allocated: amount, available: amount };
    case 'reserve':
      return { available: before - amount, reserved: amount - before };
    case 'release':
      return { reserved: -amount, available: amount };
    case 'commit':
      return { available: before - amount, reserved: -before, committed: amount };
    case 'return':
      return { committed: -amount, available: amount };
    case 'pay':
      return { committed: -amount, paid: amount };
    case 'repay':
      return { paid: -amount, returned: amount, available: amount };
    case 'send-back':
      return { paid: -amount, committed: amount };
    case 'take-back':
      return { paid: -amount, available: amount };
  }
}

const fen = z.int().exactOptional();

/** A movement as it is listed: it can always be told from the event that caused it. */
export const MovementSchema = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  /** The chain of events (a case, or the fund's own) and the number of the event that moved the money. */
  chain: z.string(),
  seq: z.int().min(1),
  kind: z.enum(movementKinds),
  /** Fen; of an allocation negative when it was lowered. */
  amount: z.int(),
  /** Fen by pot. */
  changes: z.strictObject({
    allocated: fen,
    available: fen,
    reserved: fen,
    committed: fen,
    paid: fen,
    returned: fen,
  }),
});
export type Movement = Readonly<z.infer<typeof MovementSchema>>;

export type Balance = Pick<Fund, Pot>;

const nothing: Balance = { allocated: 0, available: 0, reserved: 0, committed: 0, paid: 0, returned: 0 };

/** What a fund holds after these movements. */
export const balanceAfter = (movements: readonly { readonly changes: PotChanges }[]): Balance =>
  movements.reduce<Balance>(
    (balance, { changes: moved }) => ({
      allocated: balance.allocated + (moved.allocated ?? 0),
      available: balance.available + (moved.available ?? 0),
      reserved: balance.reserved + (moved.reserved ?? 0),
      committed: balance.committed + (moved.committed ?? 0),
      paid: balance.paid + (moved.paid ?? 0),
      returned: balance.returned + (moved.returned ?? 0),
    }),
    nothing,
  );
