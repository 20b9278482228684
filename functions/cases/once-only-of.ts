import type { ProtectedAnswers } from '../../shared/forms/answers.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { Facts } from '../../shared/rules/evaluation.ts';
import { onceOnlyKeys } from '../../shared/rules/once-only-keys.ts';
import type { DataKey } from '../persistence/data-key.ts';
import { fingerprintOf, type OnceOnlyKey } from '../persistence/once-only-register.ts';

export type OnceOnlyOf = {
  /** Keys made of rows: they go to the register, which takes any number. */
  readonly registered: readonly OnceOnlyKey[];
  /** Single keys: each is a lock, which knows its holder. */
  readonly locks: readonly string[];
  /** How many of each once-only item's keys are taken, given which are. */
  readonly countTaken: (
    isLocked: (lock: string) => boolean,
    isRegistered: (fingerprint: string) => boolean,
  ) => Facts['taken'];
};

/**
 * What an application may be given only once. Whether a key is a lock or an entry of the register is the
 * programme's doing, so all applications that share a key agree on it.
 */
export function onceOnlyOf(
  programme: Programme,
  answers: ProtectedAnswers,
  today: string,
  dataKey: DataKey,
): OnceOnlyOf {
  const all = onceOnlyKeys(programme, answers, today, (text) => dataKey.keyedHash('once-only', text));
  const madeOfRows = new Set(programme.onceOnly.flatMap(({ id, each }) => (each === undefined ? [] : [id])));
  const lockOf = (scope: string, key: string): string => `once:${scope}:${key}`;
  const registered = all.flatMap(({ id, about, keys, perRow }): readonly OnceOnlyKey[] =>
    madeOfRows.has(id)
      ? keys.map((key, index) => ({
          fingerprint: fingerprintOf(key),
          about,
          row: `${id}:${Math.floor(index / perRow)}`,
        }))
      : [],
  );
  const locks = all.flatMap(({ id, scope, keys }) =>
    madeOfRows.has(id) ? [] : keys.map((key) => lockOf(scope, key)),
  );
  return {
    registered: [...new Map(registered.map((key) => [key.fingerprint, key])).values()],
    locks: [...new Set(locks)],
    countTaken: (isLocked, isRegistered) =>
      Object.fromEntries(
        all.map(({ id, scope, keys }) => [
          id,
          keys.filter((key) =>
            madeOfRows.has(id) ? isRegistered(fingerprintOf(key)) : isLocked(lockOf(scope, key)),
          ).length,
        ]),
      ),
  };
}
