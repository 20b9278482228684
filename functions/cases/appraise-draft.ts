import type { ProtectedAnswers } from '../../shared/forms/answers.ts';
import { parseAnswers } from '../../shared/forms/parse-answers.ts';
import { protectAnswers } from '../../shared/forms/protect-answers.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { EvaluationRecord } from '../../shared/rules/evaluation.ts';
import { formConditions } from '../../shared/rules/form-environment.ts';
import type { StoredDraft } from '../persistence/draft.ts';
import { revisionDigest } from '../persistence/revision.ts';
import type { System } from '../system.ts';
import { appraise } from './appraise.ts';
import { routingOf } from './prepare-submission.ts';
import { enterpriseKey, siteKey, townOf } from './subject-keys.ts';

/** Unfinished answers as the rules would judge them today, and the form in which they read them. */
export async function appraiseDraft(
  system: System,
  programme: Programme,
  { caseId, answers: written }: StoredDraft,
  today: string,
): Promise<{ readonly evaluation: EvaluationRecord; readonly answers: ProtectedAnswers }> {
  const dataKey = await system.dataKey();
  const { answers } = protectAnswers(
    programme.form,
    parseAnswers(programme.form, written, {
      today,
      complete: false,
      evaluateCondition: formConditions(programme.form, today),
    }).answers,
    { keyOf: (type, value) => dataKey.keyedHash(type, value), today },
  );
  const { appraisal } = await appraise(system, {
    caseId,
    programme,
    answers,
    digest: revisionDigest(answers),
    town: townOf(programme, answers),
    enterprise: enterpriseKey(programme, answers, dataKey),
    site: siteKey(programme, answers, dataKey),
    routing: routingOf(programme, answers),
  });
  return { evaluation: appraisal.evaluation, answers };
}
