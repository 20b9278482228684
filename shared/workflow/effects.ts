/**
 * What an act needs besides head and event, as data. Persistence turns each into one conditional write of
 * the same transaction; a failed condition becomes the refusal named here. The case is the owner of
 * whatever is taken, so giving back names only the thing.
 */
export type Effect =
  /** One live application per enterprise, programme and site; or a once-only key. */
  | {
      readonly kind: 'take-lock';
      readonly lock: string;
      readonly refusal: 'already-applied' | 'item-already-awarded';
    }
  | { readonly kind: 'release-lock'; readonly lock: string }
  /** The once-only keys of a long roster, reserved beforehand. Refused with `person-already-paid`. */
  | { readonly kind: 'confirm-reservation'; readonly reservation: string }
  | { readonly kind: 'release-reservation'; readonly reservation: string }
  /** Fund ids: see fund-id.ts; fen. Refused with `fund-insufficient`. */
  | {
      readonly kind: 'reserve-fund' | 'commit-fund';
      readonly fund: string;
      readonly amount: number;
      /** Fen the case has reserved there until now, and gives up. */
      readonly before?: number;
    }
  | { readonly kind: 'release-fund'; readonly fund: string; readonly amount: number }
  | { readonly kind: 'return-to-fund'; readonly fund: string; readonly amount: number }
  /** Area in 0.01 m², dates inclusive. Refused with `premises-taken`. */
  | {
      readonly kind: 'allot-premises';
      readonly unit: string;
      readonly area: number;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'free-premises'; readonly unit: string }
  /** A sum against an enterprise's cap over all its branches, in fen. Refused with `enterprise-cap-reached`. */
  | {
      readonly kind: 'count-against-cap';
      readonly cap: string;
      readonly amount: number;
      readonly limit: number;
    }
  | { readonly kind: 'uncount-against-cap'; readonly cap: string; readonly amount: number }
  /** Fen leave the fund: committed becomes paid; and come back after a recovery. The bank sends a payment back: it is
   * committed again, or of an award that was ended, available. */
  | { readonly kind: 'pay-from-fund'; readonly fund: string; readonly amount: number }
  | { readonly kind: 'repay-to-fund'; readonly fund: string; readonly amount: number }
  | {
      readonly kind: 'send-back-to-fund' | 'take-back-to-fund';
      readonly fund: string;
      readonly amount: number;
    }
  /** The case's allotment gets other dates: the lease, or its early end. Refused with `premises-taken`. */
  | {
      readonly kind: 'move-allotment';
      readonly unit: string;
      readonly area: number;
      readonly from: string;
      readonly to: string;
    }
  /** The enterprise owes the county, because of this case; what `openRecovery` of the facts says. */
  | { readonly kind: 'open-recovery'; readonly enterprise: string }
  | { readonly kind: 'settle-recovery'; readonly enterprise: string };
