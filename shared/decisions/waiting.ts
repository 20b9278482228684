import type { CaseEvent } from '../workflow/event.ts';

/**
 * What can wait for a decision: the case at its stage, or something by itself. It is a name within its case, so that
 * what begins to wait and what answers it meet.
 */
const stage = 'stage';
const objection = (number: number): string => `objection ${number}`;
const internalReview = 'internal review';
const payment = 'payment';
const report = (obligation: string): string => `report ${obligation}`;
const breach = 'breach';
const writeOff = 'write-off';

/** What begins to wait with an event, beside the case itself when it comes to a stage. */
function beginsToWait(event: CaseEvent): string | undefined {
  switch (event.type) {
    case 'objection-filed':
      return objection(event.data.objection);
    case 'internal-review-requested':
      return internalReview;
    case 'payment-prepared':
      return payment;
    case 'report-submitted':
      return report(event.data.obligation);
    case 'breach-recorded':
      return breach;
    case 'write-off-proposed':
      return writeOff;
    default:
      return undefined;
  }
}

/** Nobody reads an application, a report or an objection and weighs it in less time: minutes. */
export const quickMinutes = 10;
/** A payment is compared with the approval and the account. */
export const quickPaymentMinutes = 1;

type Answer = { readonly to: string; readonly leastMinutes: number };

/**
 * What an event decides, and how long that takes at least. Accepting an application, and saying what is missing from
 * it, may be done on the spot (行政许可法 art. 32); so may consent to haste.
 */
export function answered(event: CaseEvent): Answer | undefined {
  const read = (to: string): Answer => ({ to, leastMinutes: quickMinutes });
  switch (event.type) {
    case 'application-not-accepted':
    case 'recommendation-made':
    case 'stage-approved':
    case 'application-approved':
    case 'application-refused':
      return read(stage);
    case 'objection-dismissed':
    case 'objection-upheld':
      return read(objection(event.data.objection));
    case 'refusal-upheld':
    case 'refusal-revoked':
      return read(internalReview);
    case 'payment-approved':
      return { to: payment, leastMinutes: quickPaymentMinutes };
    case 'obligation-kept':
    case 'report-sent-back':
    case 'breach-recorded':
      return read(report(event.data.obligation));
    case 'breach-mended':
    case 'recovery-opened':
      return read(breach);
    case 'written-off':
    case 'write-off-declined':
      return read(writeOff);
    default:
      return undefined;
  }
}

/** Since when each thing waits. Told the events of a case in their order. */
export class Waiting {
  readonly #since = new Map<string, string>();

  /** Minutes that what this event decides has waited; undefined where nothing waited for it. */
  minutesBefore(event: CaseEvent, at: string): number | undefined {
    const answer = answered(event);
    const since = answer && this.#since.get(answer.to);
    return since === undefined ? undefined : (Date.parse(at) - Date.parse(since)) / 60_000;
  }

  /** `arrives`: with this event the case came to a stage or a status. */
  add(event: CaseEvent, at: string, arrives: boolean): void {
    const answer = answered(event);
    if (answer) this.#since.delete(answer.to);
    if (arrives) this.#since.set(stage, at);
    const begun = beginsToWait(event);
    if (begun !== undefined) this.#since.set(begun, at);
  }
}
