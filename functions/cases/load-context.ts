import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { paymentsSoFar } from '../../shared/workflow/award/payments-so-far.ts';
import type { CaseCommand } from '../../shared/workflow/command.ts';
import type { Context, Party } from '../../shared/workflow/context.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import { approvalIn, caseEventOf } from '../awards/approval.ts';
import { recoverableFor } from '../awards/recoverable.ts';
import { suppliedDocuments } from '../awards/supplied-documents.ts';
import { readChain } from '../persistence/journal.ts';
import { readOfficer } from '../persistence/officer-directory.ts';
import type { PublishedProgramme } from '../persistence/programme-shelf.ts';
import { readReports } from '../persistence/report.ts';
import { readRevision } from '../persistence/revision.ts';
import type { System } from '../system.ts';
import { type Appraised, appraise } from './appraise.ts';
import { asOfficial } from './party.ts';

type Loaded = { readonly context: Context; readonly appraised?: Appraised };

/** Whatever an official's command needs besides the head, and nothing it does not: most need nothing. */
export async function loadContext(
  system: System,
  party: Party,
  { programme, hash }: PublishedProgramme,
  state: CaseState,
  command: CaseCommand,
  now: string,
): Promise<Outcome<Loaded>> {
  const context: Context = {
    ...party,
    now,
    programme,
    programmeHash: hash,
    calendar: await system.calendarAt(now),
  };
  if (command.type === 'delegate') {
    const office = 'office' in state ? state.office : undefined;
    const colleague = office && (await readOfficer(system.tables, office, command.to));
    if (colleague === undefined || colleague === '') return refuse('officer-not-eligible');
    return accept({ context: { ...context, delegate: await asOfficial(system, colleague) } });
  }
  if (command.type === 'supply-documents') {
    const documents = await suppliedDocuments(system, state);
    return documents.ok ? accept({ context: { ...context, documents: documents.value } }) : documents;
  }
  if (command.type === 'record-sent-back') {
    // No later than the state: what happened since shows when it is saved, and is looked at again.
    const events = (await readChain(system.tables, state.caseId)).slice(0, state.version);
    const payments = paymentsSoFar(events.map(caseEventOf));
    return accept({ context: { ...context, payments } });
  }
  if (state.status === 'approved' && command.type === 'open-recovery' && state.breach !== undefined) {
    const events = await readChain(system.tables, state.caseId);
    const reports = await readReports(system.tables, state.caseId);
    const recoverable = recoverableFor(programme, state, state.breach, events, reports);
    return accept({ context: { ...context, grant: approvalIn(events).grant, recoverable } });
  }
  if (needsGrant(command, state)) {
    const { grant } = approvalIn(await readChain(system.tables, state.caseId));
    return accept({ context: { ...context, grant } });
  }
  if (needsAppraisal(command, state, programme)) {
    const appraised = await appraiseCurrent(system, programme, state);
    return accept({ context: { ...context, appraisal: appraised.appraisal }, appraised });
  }
  return accept({ context });
}

/** Acts that give back what the approval took, or hand it over. */
const needsGrant = ({ type }: CaseCommand, { status }: CaseState): boolean =>
  status === 'in-notice'
    ? type === 'withdraw' || type === 'answer-objection'
    : status === 'approved' && ['confirm-handover', 'cancel-award', 'approve-write-off'].includes(type);

/** Deciding commands; and accepting, where the stage behind it has a condition. */
function needsAppraisal(command: CaseCommand, state: CaseState, { stages }: Programme): boolean {
  if (state.status !== 'under-review') return false;
  if (['recommend', 'approve', 'refuse'].includes(command.type)) return true;
  const next = stages[stages.findIndex(({ id }) => id === state.stage) + 1];
  return ['accept', 'deem-accepted'].includes(command.type) && next?.when !== undefined;
}

/** The revision under review, judged on today's facts. */
export async function appraiseCurrent(
  system: System,
  programme: Programme,
  state: CaseState,
): Promise<Appraised> {
  const { answers, digest } = await readRevision(system.tables, state.caseId, state.revision);
  const { caseId, town, enterprise, site, routing = {} } = state;
  const reserved = 'reserved' in state ? state.reserved : undefined;
  return appraise(system, { caseId, programme, answers, digest, town, enterprise, site, routing, reserved });
}
