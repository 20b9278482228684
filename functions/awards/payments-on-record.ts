import type { PaymentDto } from '../../shared/api/dto/award.ts';
import { accountMatches } from '../../shared/awards/bank-return/account-matches.ts';
import type { PaymentOnRecord } from '../../shared/awards/bank-return/judge-line.ts';
import { paymentOf } from '../../shared/awards/bank-return/payment-number.ts';
import type { ReturnLine } from '../../shared/awards/bank-return/return-line.ts';
import { payeeAccount } from '../../shared/awards/payee.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import { officeOf } from '../../shared/workflow/stages.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { concurrently } from '../persistence/concurrently.ts';
import { type Head, headOf } from '../persistence/head.ts';
import { readChain } from '../persistence/journal.ts';
import { headKey } from '../persistence/keys.ts';
import type { PublishedProgramme } from '../persistence/programme-shelf.ts';
import { readRevision } from '../persistence/revision.ts';
import { readItems } from '../persistence/tables.ts';
import type { System } from '../system.ts';
import { paymentsOf } from './award-parts.ts';
import type { Approved } from './award-view.ts';

export type Found = PaymentOnRecord & {
  readonly head: Head & { readonly state: Approved };
  readonly published: PublishedProgramme;
  /** What was recorded of this payment last, of a payment that is not at the bank any more. */
  readonly ended?: JournalEvent | undefined;
};

/**
 * What is on record of the payment of each line, in the order of the lines; undefined where the caller's office makes
 * no such payment. Heads come in batches, the history only of payments that are over.
 */
export async function paymentsOnRecord(
  system: System,
  { office }: Actor,
  lines: readonly ReturnLine[],
): Promise<readonly (Found | undefined)[]> {
  const named = lines.map(({ payment = '' }) => paymentOf(payment));
  const caseIds = [...new Set(named.flatMap((one) => one?.caseId ?? []))];
  const items = await readItems(system.tables, caseIds.map(headKey));
  const heads = new Map(items.map(headOf).map((head) => [head.state.caseId, head]));
  return concurrently(named, async (one) => {
    const head = one && heads.get(one.caseId);
    if (one === undefined || head === undefined) return undefined;
    const { state } = head;
    if (state.status !== 'approved') return undefined;
    const published = await pinnedProgramme(system, state.programme);
    if (officeOf(published.programme.delivery.office, state) !== office) return undefined;
    const found = await paymentOfCase(system, state, one.part);
    if (found === undefined) return undefined;
    return {
      head: { ...head, state },
      published,
      ...found,
      isPayee: await payeeCheck(system, state, published),
    };
  });
}

type OfCase = { readonly payment: PaymentDto; readonly ended?: JournalEvent | undefined };

async function paymentOfCase({ tables }: System, state: Approved, part: number): Promise<OfCase | undefined> {
  const { payment: underWay, caseId } = state;
  if (underWay?.part === part) {
    const { amount, approvedBy } = underWay;
    return { payment: { part, amount, outcome: approvedBy === undefined ? 'prepared' : 'approved' } };
  }
  const events = await readChain(tables, caseId);
  const payment = paymentsOf(events).find((one) => one.part === part);
  const ended = events.findLast(({ type, data }) => type.startsWith('payment-') && data.part === part);
  return payment && { payment, ended };
}

async function payeeCheck(
  system: System,
  { caseId, revision: number }: Approved,
  { programme }: PublishedProgramme,
): Promise<Found['isPayee']> {
  const { answers } = await readRevision(system.tables, caseId, number);
  const account = payeeAccount(programme, answers);
  if (account === undefined) throw new Error(`${caseId} names no account`);
  const { keyedHash } = await system.dataKey();
  return (typed) => accountMatches(typed, account, (value) => keyedHash('bank-account', value));
}
