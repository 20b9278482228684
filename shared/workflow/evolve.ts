import { awardCancelled, awardClosed, documentsSupplied } from './award/evolvers/ending.ts';
import {
  paymentApproved,
  paymentCancelled,
  paymentFailed,
  paymentMade,
  paymentPrepared,
  paymentSentBack,
  unpaidReleased,
} from './award/evolvers/paying.ts';
import {
  recoveryOpened,
  repaymentRecorded,
  writeOffDeclined,
  writeOffProposed,
  writtenOff,
} from './award/evolvers/recovering.ts';
import {
  breachMended,
  breachRecorded,
  leaseConfirmed,
  mendRanOut,
  obligationKept,
  premisesHandedOver,
  reportFellDue,
  reportSentBack,
  reportSubmitted,
} from './award/evolvers/supervising.ts';
import type { CaseEvent, EventType } from './event.ts';
import type { Envelope, Evolver } from './evolver.ts';
import { correctionRequested, correctionSubmitted } from './evolvers/correcting.ts';
import {
  applicationLapsed,
  applicationNotAccepted,
  applicationRefused,
  applicationWithdrawn,
  internalReviewRequested,
  refusalRevoked,
  refusalUpheld,
  serviceRated,
} from './evolvers/ending.ts';
import { noticeClosed, objectionDismissed, objectionFiled, objectionUpheld } from './evolvers/notice.ts';
import {
  caseEscalated,
  clockExtended,
  dueDateMoved,
  expediteDecided,
  expediteRequested,
} from './evolvers/pacing.ts';
import {
  applicationAccepted,
  applicationApproved,
  caseClaimed,
  caseDelegated,
  caseReleased,
  recommendationMade,
  siteVisitConfirmed,
  siteVisited,
  stageApproved,
} from './evolvers/reviewing.ts';
import { applicationSubmitted } from './evolvers/submitting.ts';
import type { CaseState } from './state.ts';

const evolvers: { readonly [T in EventType]: Evolver<T> } = {
  'application-submitted': applicationSubmitted,
  'case-claimed': caseClaimed,
  'case-released': caseReleased,
  'case-delegated': caseDelegated,
  'application-accepted': applicationAccepted,
  'correction-requested': correctionRequested,
  'correction-submitted': correctionSubmitted,
  'application-not-accepted': applicationNotAccepted,
  'site-visited': siteVisited,
  'site-visit-confirmed': siteVisitConfirmed,
  'recommendation-made': recommendationMade,
  'stage-approved': stageApproved,
  'application-approved': applicationApproved,
  'application-refused': applicationRefused,
  'expedite-requested': expediteRequested,
  'expedite-decided': expediteDecided,
  'clock-extended': clockExtended,
  'due-date-moved': dueDateMoved,
  'case-escalated': caseEscalated,
  'objection-filed': objectionFiled,
  'objection-dismissed': objectionDismissed,
  'objection-upheld': objectionUpheld,
  'notice-closed': noticeClosed,
  'application-withdrawn': applicationWithdrawn,
  'application-lapsed': applicationLapsed,
  'internal-review-requested': internalReviewRequested,
  'refusal-upheld': refusalUpheld,
  'refusal-revoked': refusalRevoked,
  'service-rated': serviceRated,
  'documents-supplied': documentsSupplied,
  'payment-prepared': paymentPrepared,
  'payment-approved': paymentApproved,
  'payment-cancelled': paymentCancelled,
  'payment-made': paymentMade,
  'payment-failed': paymentFailed,
  'payment-sent-back': paymentSentBack,
  'unpaid-released': unpaidReleased,
  'award-cancelled': awardCancelled,
  'premises-handed-over': premisesHandedOver,
  'lease-confirmed': leaseConfirmed,
  'report-submitted': reportSubmitted,
  'obligation-kept': obligationKept,
  'report-sent-back': reportSentBack,
  'report-fell-due': reportFellDue,
  'breach-recorded': breachRecorded,
  'breach-mended': breachMended,
  'mend-ran-out': mendRanOut,
  'recovery-opened': recoveryOpened,
  'repayment-recorded': repaymentRecorded,
  'write-off-proposed': writeOffProposed,
  'write-off-declined': writeOffDeclined,
  'written-off': writtenOff,
  'award-closed': awardClosed,
};

/**
 * The state after an event, from the state before it; undefined before the first. Throws when the event
 * cannot follow or its sequence number is not the next one: then the journal is broken.
 */
export function evolve<T extends EventType>(
  state: CaseState | undefined,
  event: CaseEvent<T>,
  envelope: Envelope,
): CaseState {
  const expected = (state?.version ?? 0) + 1;
  if (envelope.seq !== expected) {
    throw new Error(`event ${envelope.seq} of ${envelope.caseId} where ${expected} should follow`);
  }
  const type: T = event.type;
  const next: Evolver<T> = evolvers[type];
  return { ...next(state, event.data, envelope), version: envelope.seq };
}
