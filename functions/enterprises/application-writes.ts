import { statedFacts } from '../../shared/forms/prefill.ts';
import { type Protected, restoreAnswers } from '../../shared/forms/protect-answers.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { likenesses } from '../duplicates/alike.ts';
import { actsForEnterprise, enterpriseWrite } from '../persistence/account.ts';
import { enterpriseCaseWrite, statedFactsWrite } from '../persistence/enterprise.ts';
import { likenessWrites } from '../persistence/likeness.ts';
import type { ConditionalWrite } from '../persistence/transaction.ts';
import type { System } from '../system.ts';

type Handed = {
  readonly caseId: string;
  /** Account of the applicant. */
  readonly applicant: string;
  readonly enterprise: string;
  /** When the application was first handed in. */
  readonly submittedAt: string;
  readonly programme: Programme;
  readonly answers: Protected;
};

/**
 * What an application leaves behind about its enterprise: that the account applied for it, its place on the
 * enterprise's list, by what it can be recognised, and what was stated, for the next time. What strangers state of an enterprise is kept for
 * themselves only: else they could put their own bank account before its people.
 */
export async function enterpriseWrites(
  system: System,
  { caseId, applicant, enterprise, submittedAt, programme, answers: { answers, secrets } }: Handed,
): Promise<readonly ConditionalWrite[]> {
  const { tables } = system;
  const dataKey = await system.dataKey();
  const facts = statedFacts(
    programme.form,
    restoreAnswers(answers, secrets, () => true),
  );
  const acts = await actsForEnterprise(tables, applicant, enterprise);
  return [
    enterpriseWrite(tables, dataKey, applicant, enterprise, facts),
    enterpriseCaseWrite(tables, enterprise, submittedAt, caseId),
    ...likenessWrites(tables, caseId, likenesses(programme, answers, dataKey)),
    ...(acts ? [statedFactsWrite(tables, dataKey, enterprise, facts)] : []),
  ];
}
