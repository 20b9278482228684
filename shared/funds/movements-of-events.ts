import type { JournalEvent } from '../ledger/journal-event.ts';
import { type CaseEvent, CaseEventSchema, type Grant } from '../workflow/event.ts';
import { FundEventSchema } from './fund-event.ts';
import { type Movement, type MovementKind, potChanges } from './movement.ts';

/** A movement with the fund it belongs to. */
export type FundMovement = Movement & { readonly fund: string };

type Held = {
  readonly grant?: Grant;
  readonly reserved?: { readonly fund: string; readonly amount: number };
};
type Move = {
  readonly fund: string;
  readonly kind: MovementKind;
  readonly amount: number;
  readonly before?: number;
};

/**
 * What the events of a case say about money, without asking anything but the events: the other side of the
 * books. Events are those of one case, in order.
 */
export function movementsOfCase(events: readonly JournalEvent[]): readonly FundMovement[] {
  let held: Held = {};
  return events.flatMap((event) => {
    const parsed = CaseEventSchema.parse({ type: event.type, data: event.data });
    const moves = movesOf(parsed, held);
    held = heldAfter(parsed, held);
    return moves.map((move) => movementOf(event, move));
  });
}

/** What the events of a fund itself say: opened, allocation changed. */
export const movementsOfFund = (events: readonly JournalEvent[]): readonly FundMovement[] =>
  events.map((event) => {
    const { data } = FundEventSchema.parse({ type: event.type, data: event.data });
    return movementOf(event, { fund: data.fund, kind: 'allocate', amount: data.change });
  });

const movementOf = (
  { at, caseId, seq }: JournalEvent,
  { fund, kind, amount, before }: Move,
): FundMovement => ({
  fund,
  at,
  chain: caseId,
  seq,
  kind,
  amount,
  changes: potChanges(kind, amount, before),
});

function movesOf(event: CaseEvent, { grant, reserved }: Held): readonly Move[] {
  const ofGrant = (kind: MovementKind, amount: number): readonly Move[] =>
    grant?.fund === undefined || amount === 0 ? [] : [{ fund: grant.fund, kind, amount }];
  const released: readonly Move[] = reserved === undefined ? [] : [{ ...reserved, kind: 'release' }];
  switch (event.type) {
    case 'stage-approved':
      return event.data.reserved === undefined
        ? []
        : instead({ ...event.data.reserved, kind: 'reserve' }, reserved);
    case 'application-approved':
      return commits(event.data.grant, reserved);
    case 'application-refused':
    case 'application-lapsed':
      return released;
    case 'objection-upheld':
      return returns(event.data.revoked);
    case 'application-withdrawn':
      return event.data.revoked === undefined ? released : returns(event.data.revoked);
    case 'award-cancelled':
      return ofGrant('return', grant?.amount ?? 0);
    case 'payment-made':
      return [{ fund: event.data.fund, kind: 'pay', amount: event.data.amount }];
    case 'payment-sent-back': {
      const { fund, amount, ended } = event.data;
      return [{ fund, kind: ended ? 'take-back' : 'send-back', amount }];
    }
    case 'unpaid-released':
      return [{ fund: event.data.fund, kind: 'return', amount: event.data.amount }];
    case 'recovery-opened':
    case 'written-off':
      return ofGrant('return', event.data.released);
    case 'repayment-recorded':
      return ofGrant('repay', event.data.amount);
    default:
      return [];
  }
}

const commits = ({ fund, amount }: Grant, reserved: Held['reserved']): readonly Move[] =>
  fund === undefined ? [] : instead({ fund, kind: 'commit', amount }, reserved);

/** A promise takes the place of what was reserved; in another fund that is given up beside it. */
function instead(move: Move, reserved: Held['reserved']): readonly Move[] {
  if (reserved === undefined) return [move];
  return reserved.fund === move.fund
    ? [{ ...move, before: reserved.amount }]
    : [move, { ...reserved, kind: 'release' }];
}

const returns = ({ fund, amount }: Grant): readonly Move[] =>
  fund === undefined ? [] : [{ fund, kind: 'return', amount }];

function heldAfter(event: CaseEvent, held: Held): Held {
  switch (event.type) {
    case 'stage-approved':
      return event.data.reserved === undefined ? held : { reserved: event.data.reserved };
    case 'application-approved':
      return { grant: event.data.grant };
    case 'application-refused':
      return {};
    case 'unpaid-released':
      return held.grant
        ? { ...held, grant: { ...held.grant, amount: held.grant.amount - event.data.amount } }
        : held;
    default:
      return held;
  }
}
