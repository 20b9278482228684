import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { awardRoutes } from '../../shared/api/routes/awards.ts';
import { paymentNumber } from '../../shared/awards/bank-return/payment-number.ts';
import { payeeOf } from '../../shared/awards/payee.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { csvOf, yuanOf } from '../../shared/exports/csv.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { awardsAt } from '../awards/awards-at.ts';
import { derivedId } from '../cases/derived-id.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { recordAccess } from '../cases/record-access.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { readChain } from '../persistence/journal.ts';
import { accessChain } from '../persistence/keys.ts';
import { readRevision } from '../persistence/revision.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof awardRoutes.makePaymentBatch>;
type Batch = { name: string; csv: string; payments: number; total: number; left: number };

/** The bank repeats the number in its return, by which each payment is known again. */
const header = ['付款编号', '户名', '开户银行', '账号', '金额（元）', '用途'];

/**
 * What a second person has approved and no file has held yet: twice in a file is twice at the bank. With `again` what
 * was in one before comes too, for a file that never reached the bank. Accounts stand in it in full, so each is
 * recorded as revealed before anything is given out. Refuses with `not-found` when nothing is to be paid.
 */
export const makePaymentBatch =
  (system: System) =>
  async ({ actor, body }: Request): Promise<Outcome<Batch>> => {
    const sent = (await awardsAt(system, actor)).filter(({ summary }) => summary.step === 'at-bank');
    if (sent.length === 0) return refuse('not-found');
    const dataKey = await system.dataKey();
    const rows: (readonly (string | number)[])[] = [];
    let total = 0;
    for (const { state } of sent) {
      const { caseId, payment, revision } = state;
      if (payment === undefined) continue;
      const { programme } = await pinnedProgramme(system, state.programme);
      const filed = await readRevision(system.tables, caseId, revision);
      const payee = payeeOf(programme, filed.answers);
      const account = payee && filed.secrets(dataKey)[payee.pointer];
      if (payee === undefined || account === undefined) throw new Error(`${caseId} names no account`);
      const number = paymentNumber(caseId, payment.part);
      const { pointer: path } = payee;
      const taken = await takeIntoFile(system, actor, body, { caseId, number, path, revision });
      if (!taken) continue;
      total += payment.amount;
      const purpose = `${programme.title.zh} ${number}`;
      rows.push([number, payee.name, payee.bank, account, yuanOf(payment.amount), purpose]);
    }
    const name = `payments-${dateInShanghai(system.now())}.csv`;
    return accept({
      name,
      csv: csvOf(header, rows),
      payments: rows.length,
      total,
      left: sent.length - rows.length,
    });
  };

type Line = {
  readonly caseId: string;
  readonly number: string;
  readonly path: string;
  readonly revision: number;
};

/**
 * The record of access says which payments were in a file: of two who ask at once the first one in it has the
 * payment, and who asks again after a lost answer has it still.
 */
async function takeIntoFile(
  system: System,
  actor: Actor,
  { commandId, reason, again = false }: Request['body'],
  { caseId, number, path, revision }: Line,
): Promise<boolean> {
  const mine = derivedId('payment-batch', actor.id, commandId, number);
  const inFile = async () =>
    (await readChain(system.tables, accessChain(caseId))).filter(({ data }) => data.payment === number);
  const before = await inFile();
  if (before.some((event) => event.commandId === mine)) return again || before[0]?.commandId === mine;
  if (before.length > 0 && !again) return false;
  await recordAccess(
    system,
    actor,
    caseId,
    'answer-revealed',
    { revision, path, reason, payment: number },
    mine,
  );
  return again || (await inFile())[0]?.commandId === mine;
}
