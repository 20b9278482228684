import { yearOf } from '../../calendar/date.ts';
import { dateInShanghai } from '../../calendar/instant.ts';
import type { Programme } from '../../programmes/programme.ts';
import { fundId } from '../grant.ts';
import type { StateOf } from '../state.ts';

type Approved = StateOf<'approved'>;

/** Fen that may still be paid. Premises are not paid: once let, nothing is open. */
export const unpaid = ({ lease, amount, paid = 0, released = 0 }: Approved): number =>
  lease === undefined ? amount - paid - released : 0;

/** Fen that can still be asked back: what was paid, or the rent that was waived, and was not recovered yet. */
export const recoverableAtMost = ({ lease, amount, paid = 0, recovered = 0 }: Approved): number =>
  (lease === undefined ? paid : amount) - recovered;

/** Fen of the recovery under way, or of one that was written off, that are not repaid yet. */
export const outstanding = ({ recovery, writtenOff = 0 }: Approved): number =>
  recovery === undefined ? writtenOff : recovery.amount - recovery.repaid;

/** The fund the approval committed from. Throws where premises are given. */
export function fundOf(state: Approved, { benefit, owner }: Programme): string {
  if (benefit.kind !== 'money') throw new Error(`${state.caseId} is not paid from a fund`);
  return fundId(benefit.fund, owner, state, yearOf(dateInShanghai(state.approvedAt)));
}
