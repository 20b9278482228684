import type { CaseEvent } from '../event.ts';

/** A payment that is on record as made, and that the bank has not sent back. */
type PaidPart = {
  readonly part: number;
  /** Fen. */
  readonly amount: number;
  readonly fund: string;
  readonly paidOn: string;
};

export type PaymentsSoFar = {
  readonly paid: readonly PaidPart[];
  /** A recovery or a write-off has ended the award: nothing is paid any more. */
  readonly ended: boolean;
};

/** What the events of a case say of its payments. */
export function paymentsSoFar(events: readonly CaseEvent[]): PaymentsSoFar {
  const paid = new Map<number, PaidPart>();
  let ended = false;
  for (const event of events) {
    if (event.type === 'payment-made') {
      const { part, amount, fund, paidOn } = event.data;
      paid.set(part, { part, amount, fund, paidOn });
    }
    if (event.type === 'payment-sent-back') paid.delete(event.data.part);
    ended ||= event.type === 'written-off' || (event.type === 'recovery-opened' && event.data.terminates);
  }
  return { paid: [...paid.values()], ended };
}
