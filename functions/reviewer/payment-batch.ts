import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { awardRoutes } from '../../shared/api/routes/awards.ts';
import { paymentNumber } from '../../shared/awards/bank-return/payment-number.ts';
import { payeeOf } from '../../shared/awards/payee.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { csvOf, yuanOf } from '../../shared/exports/csv.ts';
import { awardsAt } from '../awards/awards-at.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { recordAccess } from '../cases/record-access.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { readRevision } from '../persistence/revision.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof awardRoutes.makePaymentBatch>;
type Batch = { name: string; csv: string; payments: number; total: number };

/** The bank repeats the number in its return, by which each payment is known again. */
const header = ['付款编号', '户名', '开户银行', '账号', '金额（元）', '用途'];

/**
 * What a second person has approved and the bank has not answered yet. Accounts stand in it in full, so each is
 * recorded as revealed before anything is given out. Refuses with `not-found` when nothing is to be paid.
 */
export const makePaymentBatch =
  (system: System) =>
  async ({ actor, body: { reason } }: Request): Promise<Outcome<Batch>> => {
    const sent = (await awardsAt(system, actor)).filter(({ summary }) => summary.step === 'at-bank');
    if (sent.length === 0) return refuse('not-found');
    const dataKey = await system.dataKey();
    const rows: (readonly (string | number)[])[] = [];
    let total = 0;
    for (const { state } of sent) {
      const { caseId, payment } = state;
      if (payment === undefined) continue;
      const { programme } = await pinnedProgramme(system, state.programme);
      const revision = await readRevision(system.tables, caseId, state.revision);
      const payee = payeeOf(programme, revision.answers);
      const account = payee && revision.secrets(dataKey)[payee.pointer];
      if (payee === undefined || account === undefined) throw new Error(`${caseId} names no account`);
      await recordAccess(system, actor, caseId, 'answer-revealed', {
        revision: state.revision,
        path: payee.pointer,
        reason,
      });
      total += payment.amount;
      const { part, amount } = payment;
      const number = paymentNumber(caseId, part);
      const purpose = `${programme.title.zh} ${number}`;
      rows.push([number, payee.name, payee.bank, account, yuanOf(amount), purpose]);
    }
    const name = `payments-${dateInShanghai(system.now())}.csv`;
    return accept({ name, csv: csvOf(header, rows), payments: rows.length, total });
  };
