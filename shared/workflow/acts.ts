import type { Act } from './act.ts';
import { confirmMended, markMendOver, recordBreach } from './award/breaching.ts';
import { cancelAward, closeAward, releaseUnpaid } from './award/ending-awards.ts';
import { confirmHandover, confirmLease } from './award/handing-over.ts';
import {
  approvePayment,
  cancelPayment,
  preparePayment,
  recordPaid,
  recordPaymentFailed,
} from './award/paying.ts';
import { openRecovery, recordRepayment } from './award/recovering.ts';
import { assessReport, markReportOverdue, submitReport } from './award/reporting.ts';
import { recordSentBack } from './award/sending-back.ts';
import { supplyDocuments } from './award/supplying.ts';
import { approveWriteOff, declineWriteOff, proposeWriteOff } from './award/writing-off.ts';
import type { CommandType } from './command.ts';
import { accept, deemAccepted, notAccept } from './deciders/accepting.ts';
import { approve } from './deciders/approving.ts';
import { claim, delegate, release } from './deciders/claiming.ts';
import { lapse, resubmit, returnForCorrection } from './deciders/correcting.ts';
import { moveDueDate } from './deciders/moving-due-date.ts';
import { answerObjection, closeNotice, object } from './deciders/objecting.ts';
import { consentExpedite, escalate, extendClock, requestExpedite } from './deciders/pacing.ts';
import { rate } from './deciders/rating.ts';
import { recommend } from './deciders/recommending.ts';
import { refuseApplication } from './deciders/refusing.ts';
import { decideInternalReview, requestInternalReview } from './deciders/reviewing-internally.ts';
import { submit } from './deciders/submitting.ts';
import { confirmVisit, recordVisit } from './deciders/visiting.ts';
import { withdraw } from './deciders/withdrawing.ts';

/** Every command and what it may do. `decide` refuses by it and the page draws its buttons from it. */
export const acts: { readonly [T in CommandType]: Act<T> } = {
  submit,
  resubmit,
  withdraw,
  'request-internal-review': requestInternalReview,
  rate,
  claim,
  release,
  delegate,
  accept,
  'return-for-correction': returnForCorrection,
  'not-accept': notAccept,
  'record-visit': recordVisit,
  'confirm-visit': confirmVisit,
  recommend,
  approve,
  refuse: refuseApplication,
  'request-expedite': requestExpedite,
  'consent-expedite': consentExpedite,
  'extend-clock': extendClock,
  'answer-objection': answerObjection,
  'decide-internal-review': decideInternalReview,
  'move-due-date': moveDueDate,
  'deem-accepted': deemAccepted,
  lapse,
  escalate,
  'close-notice': closeNotice,
  object,
  'supply-documents': supplyDocuments,
  'submit-report': submitReport,
  'prepare-payment': preparePayment,
  'approve-payment': approvePayment,
  'cancel-payment': cancelPayment,
  'record-paid': recordPaid,
  'record-payment-failed': recordPaymentFailed,
  'record-sent-back': recordSentBack,
  'record-repayment': recordRepayment,
  'propose-write-off': proposeWriteOff,
  'confirm-handover': confirmHandover,
  'confirm-lease': confirmLease,
  'assess-report': assessReport,
  'record-breach': recordBreach,
  'confirm-mended': confirmMended,
  'open-recovery': openRecovery,
  'approve-write-off': approveWriteOff,
  'decline-write-off': declineWriteOff,
  'release-unpaid': releaseUnpaid,
  'cancel-award': cancelAward,
  'mark-report-overdue': markReportOverdue,
  'mark-mend-over': markMendOver,
  'close-award': closeAward,
};
