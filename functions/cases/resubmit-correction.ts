import type { ActResultDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome } from '../../shared/api/errors.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { changedOutside, compareAnswers } from '../../shared/forms/compare-answers.ts';
import { isWithin } from '../../shared/forms/pointer.ts';
import { restoreAnswers } from '../../shared/forms/protect-answers.ts';
import { formConditions } from '../../shared/rules/form-environment.ts';
import type { CaseCommand } from '../../shared/workflow/command.ts';
import type { Party } from '../../shared/workflow/context.ts';
import { decide } from '../../shared/workflow/decide.ts';
import { enterpriseWrites } from '../enterprises/application-writes.ts';
import { readCaseFile } from '../persistence/case-file.ts';
import { isPresent } from '../persistence/document.ts';
import { draftRemoval } from '../persistence/draft.ts';
import { revisionWrite } from '../persistence/revision.ts';
import type { System } from '../system.ts';
import { type MaySee, openCase, resultOf, untilSettled } from './act-on-case.ts';
import type { Envelope } from './envelope.ts';
import { openPointers } from './open-pointers.ts';
import { prepareSubmission } from './prepare-submission.ts';
import { saveAct } from './save-act.ts';

/** Hands a correction in: a new revision, back to the stage and officer that returned the case. */
export const resubmitCorrection = (
  system: System,
  party: Party,
  maySee: MaySee,
  caseId: string,
  envelope: Envelope<CaseCommand<'resubmit'>>,
): Promise<Outcome<ActResultDto>> =>
  untilSettled(async () => {
    const opened = await openCase(system, party, maySee, caseId, envelope);
    if (!opened.ok) return opened;
    if ('repeated' in opened.value) return accept(opened.value.repeated);
    const { head, published } = opened.value;
    const { programme, hash } = published;
    const { tables } = system;
    const now = system.now();
    const calendar = await system.calendarAt(now);
    const context = { ...party, now, programme, programmeHash: hash, calendar };
    if (head.state.status !== 'returned') {
      const refusal = decide(envelope.command, head.state, context);
      if (!refusal.ok) return refusal;
      throw new Error(`${caseId} took a correction while ${head.state.status}`);
    }

    const dataKey = await system.dataKey();
    const { draft, revisions, documents } = await readCaseFile(tables, dataKey, caseId, now);
    const previous = revisions.find(({ number }) => number === head.state.revision);
    if (previous === undefined) throw new Error(`revision ${head.state.revision} of ${caseId} is missing`);
    const open = await openPointers(system, programme, caseId, head.state.version);
    const present = documents.filter(isPresent);
    const evaluateCondition = formConditions(programme.form, dateInShanghai(now));
    const prepared = await prepareSubmission(system, {
      caseId,
      number: previous.number + 1,
      programme,
      answers:
        draft?.open().answers ?? restoreAnswers(previous.answers, previous.secrets(dataKey), () => true),
      documents: present,
      now,
      changedFrom: (after) => [
        ...compareAnswers(previous.answers, after)
          .map(({ path }) => path)
          .filter((path) => open.some((allowed) => isWithin(path, allowed))),
        ...changedOutside(programme.form, previous.answers, after, open, evaluateCondition),
        ...changedSlots(previous.documents, present),
      ],
    });
    if (!prepared.ok) return prepared;
    const { submission, appraised, protectedAnswers, enterpriseName } = prepared.value;
    const decision = decide(envelope.command, head.state, {
      ...context,
      submission,
      appraisal: appraised.appraisal,
      open,
    });
    if (!decision.ok) return decision;
    return resultOf(
      await saveAct(system, {
        caseId,
        head,
        actor: party.actor,
        envelope,
        now,
        programme,
        decision: decision.value,
        enterpriseName,
        writes: [
          revisionWrite(tables, dataKey, { caseId, at: now, ...submission.revision }, protectedAnswers),
          ...(draft ? [draftRemoval(tables, draft)] : []),
          ...(await enterpriseWrites(system, {
            caseId,
            applicant: head.state.applicant,
            enterprise: submission.enterprise,
            submittedAt: head.state.submittedAt,
            programme,
            answers: protectedAnswers,
          })),
        ],
      }),
    );
  });

type Filed = { readonly slot: string; readonly id: string };

/** `/documents/<slot>` of every slot that does not hold the same files as before. */
function changedSlots(before: readonly Filed[], after: readonly Filed[]): readonly string[] {
  const idsIn = (slot: string, files: readonly Filed[]): string =>
    files
      .filter((file) => file.slot === slot)
      .map(({ id }) => id)
      .toSorted()
      .join(' ');
  const slots = new Set([...before, ...after].map(({ slot }) => slot));
  return [...slots]
    .filter((slot) => idsIn(slot, before) !== idsIn(slot, after))
    .map((slot) => `/documents/${slot}`);
}
