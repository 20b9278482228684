import type { ActResultDto } from '../../shared/api/dto/case.ts';
import { type Outcome, refuse } from '../../shared/api/errors.ts';
import type { CaseCommand } from '../../shared/workflow/command.ts';
import type { Party } from '../../shared/workflow/context.ts';
import { decide } from '../../shared/workflow/decide.ts';
import type { Draft } from '../../shared/workflow/state.ts';
import { enterpriseWrites } from '../enterprises/application-writes.ts';
import { readCaseFile } from '../persistence/case-file.ts';
import { isPresent } from '../persistence/document.ts';
import { type DraftCover, draftRemoval } from '../persistence/draft.ts';
import { revisionWrite } from '../persistence/revision.ts';
import type { System } from '../system.ts';
import { resultOf, untilSettled } from './act-on-case.ts';
import type { Envelope } from './envelope.ts';
import { isApplicantSide } from './may-see.ts';
import { pinnedProgramme } from './pinned-programme.ts';
import { prepareSubmission } from './prepare-submission.ts';
import { answerToRepeated } from './repeated-command.ts';
import { saveAct } from './save-act.ts';
import { holderMoves } from './settle-case.ts';

export const draftView = ({ caseId, applicant, filedBy }: DraftCover): Draft => ({
  status: 'draft',
  caseId,
  applicant,
  ...(filedBy !== undefined && { filedBy }),
});

/** Hands a draft in: it becomes a case with its first revision and its first event. */
export const submitDraft = (
  system: System,
  party: Party,
  caseId: string,
  envelope: Envelope<CaseCommand<'submit'>>,
): Promise<Outcome<ActResultDto>> =>
  untilSettled(async () => {
    const { tables } = system;
    const now = system.now();
    const dataKey = await system.dataKey();
    const { head, draft, documents } = await readCaseFile(tables, dataKey, caseId, now);
    if (head !== undefined) {
      if (!isApplicantSide(party.actor, head.state)) return refuse('case-not-found');
      const repeated = await answerToRepeated(system, head, party.actor, envelope);
      return (
        repeated ??
        refuse('stale-version', { current: { version: head.state.version, status: head.state.status } })
      );
    }
    if (draft === undefined || !isApplicantSide(party.actor, draft)) return refuse('case-not-found');
    if (envelope.version !== 0) return refuse('stale-version', { current: { version: 0, status: 'draft' } });

    const { programme, hash } = await pinnedProgramme(system, draft.programme);
    const prepared = await prepareSubmission(system, {
      caseId,
      number: 1,
      programme,
      answers: draft.open().answers,
      documents: documents.filter(isPresent),
      now,
      changedFrom: () => [],
    });
    if (!prepared.ok) return prepared;
    const { submission, appraised, protectedAnswers, enterpriseName } = prepared.value;
    const decision = decide(envelope.command, draftView(draft), {
      ...party,
      now,
      programme,
      programmeHash: hash,
      calendar: await system.calendarAt(now),
      submission,
      appraisal: appraised.appraisal,
    });
    if (!decision.ok) return decision;
    const saved = await saveAct(system, {
      caseId,
      head: undefined,
      actor: party.actor,
      envelope,
      now,
      programme,
      decision: decision.value,
      enterpriseName,
      writes: [
        revisionWrite(tables, dataKey, { caseId, at: now, ...submission.revision }, protectedAnswers),
        draftRemoval(tables, draft),
        ...(await enterpriseWrites(system, {
          caseId,
          applicant: draft.applicant,
          enterprise: submission.enterprise,
          submittedAt: now,
          programme,
          answers: protectedAnswers,
        })),
      ],
    });
    // The application in the way may have lapsed, and the clock not have come to it yet.
    if (saved.kind === 'refused' && (await holderMoves(system, saved.refusal))) return 'moved';
    return resultOf(saved);
  });
