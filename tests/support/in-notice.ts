import { fictionalCreditCode } from '../../infra/local/demo/fictional-enterprise.ts';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import type { Answers, RowAnswer } from '../../shared/forms/answers.ts';
import { fillIn, submit } from './filing.ts';
import { type InProcess, person } from './in-process.ts';
import { approveAs, passTown } from './reviewing.ts';

/** A grant of 100,000 元 for the nth glove maker, who has invoices of its own. */
export function grantAnswers(number: number, change: Answers = {}): Answers {
  const answers = gloveMakerGrant();
  const rows = answers.equipment as readonly RowAnswer[];
  const name = `平利县第 ${number} 手套厂（演示）`;
  return {
    ...answers,
    creditCode: fictionalCreditCode(3000 + number),
    enterpriseName: name,
    payee: name,
    equipment: rows.map((row, index) => ({ ...row, invoiceNumber: `${2_660_000 + number}${index}` })),
    ...change,
  };
}

/** From application through town, bureau and joint meeting into public notice; the case. */
export async function intoNotice(
  county: Pick<InProcess, 'as' | 'clock'>,
  answers: Answers,
  applicantId = 'applicant-gloves',
): Promise<string> {
  const as = (id: string) => county.as(person(id));
  const caseId = await fillIn(as(applicantId), 'startup-grant', answers);
  await submit(as(applicantId), caseId);
  const visitedOn = county.clock.now.slice(0, 10);
  await passTown(
    [as('chengguan-reviewer-1'), as('chengguan-reviewer-2'), as('chengguan-supervisor')],
    caseId,
    visitedOn,
  );
  await approveAs(as('human-resources-reviewer-1'), caseId);
  await approveAs(as('county-leader'), caseId);
  return caseId;
}
