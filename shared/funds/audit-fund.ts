import { type Text, text } from '../language/text.ts';
import { type Fund, potNames } from './fund.ts';
import { balanceAfter, type Movement } from './movement.ts';
import type { FundMovement } from './movements-of-events.ts';

/** Something that does not add up. */
export type FundFault = { readonly code: string; readonly message: Text };

const fault = (code: string, zh: string, en: string): FundFault => ({ code, message: text(zh, en) });

type Books = {
  /** The balance as it is kept. */
  readonly fund: Fund;
  /** The list of movements as it is kept. */
  readonly movements: readonly Movement[];
  /** The movements that the journal's events of this fund and its cases amount to. */
  readonly recorded: readonly FundMovement[];
};

/**
 * Checks a fund three ways: the balance against itself, the balance against the sum of its movements, and
 * every movement against the event it stands for, in both directions. No faults: the books are right.
 */
export function auditFund({ fund, movements, recorded }: Books): readonly FundFault[] {
  const sums = balanceAfter(movements);
  const parts = fund.available + fund.reserved + fund.committed + fund.paid;
  const inJournal = new Set(recorded.filter((one) => one.fund === fund.fund).map(nameOf));
  const inList = new Set(movements.map(nameOf));
  return [
    ...(fund.allocated === parts
      ? []
      : [
          fault(
            'parts-differ',
            `额度 ${fund.allocated} 分，各部分合计 ${parts} 分`,
            `${fund.allocated} fen are allocated, the parts come to ${parts}`,
          ),
        ]),
    ...potNames
      .filter((pot) => sums[pot] !== fund[pot])
      .map((pot) =>
        fault(
          'balance-differs',
          `${pot}：余额 ${fund[pot]} 分，流水合计 ${sums[pot]} 分`,
          `${pot}: the balance is ${fund[pot]} fen, the movements come to ${sums[pot]}`,
        ),
      ),
    ...movements
      .filter((movement) => !inJournal.has(nameOf(movement)))
      .map((movement) =>
        fault(
          'without-event',
          `流水没有对应的事件：${nameOf(movement)}`,
          `no event stands behind the movement ${nameOf(movement)}`,
        ),
      ),
    ...[...inJournal]
      .filter((name) => !inList.has(name))
      .map((name) =>
        fault('not-listed', `事件没有记入流水：${name}`, `an event is missing among the movements: ${name}`),
      ),
  ];
}

const nameOf = ({ chain, seq, kind, amount, changes }: Movement): string =>
  [chain, seq, kind, amount, ...potNames.map((pot) => changes[pot] ?? 0)].join(' ');
