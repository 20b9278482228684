import { accept, type FieldError, messageOf, type Outcome, type Refusal } from '../../shared/api/errors.ts';
import type { awardRoutes, ReturnItemDto } from '../../shared/api/routes/awards.ts';
import { type JudgedLine, judgeLine } from '../../shared/awards/bank-return/judge-line.ts';
import { repeatedLines } from '../../shared/awards/bank-return/repeated-lines.ts';
import type { ReturnLine } from '../../shared/awards/bank-return/return-line.ts';
import type { CaseCommand } from '../../shared/workflow/command.ts';
import type { Party } from '../../shared/workflow/context.ts';
import { decide } from '../../shared/workflow/decide.ts';
import { type Found, paymentsOnRecord } from '../awards/payments-on-record.ts';
import { actOnCase, type MaySee } from '../cases/act-on-case.ts';
import { derivedId } from '../cases/derived-id.ts';
import { loadContext } from '../cases/load-context.ts';
import { mayOfficialSee } from '../cases/may-see.ts';
import { asOfficial } from '../cases/party.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import type { System } from '../system.ts';

type Request<N extends 'checkPaymentReturn' | 'recordPaymentReturn'> = SignedInRequestOf<
  (typeof awardRoutes)[N]
>;
type Answer = { items: ReturnItemDto[] };
type Judge = (found: Found | undefined) => JudgedLine;

/** What is said of each line, by itself and beside the others of the request. */
function judgesOf(lines: readonly ReturnLine[]): readonly (readonly [ReturnLine, Judge])[] {
  const repeated = repeatedLines(lines);
  return lines.map((line, index) => {
    const fault = repeated.get(index);
    return [line, (found) => (fault ? { verdict: 'wrong', errors: [fault] } : judgeLine(line, found))];
  });
}

const itemOf = (
  found: Found | undefined,
  verdict: ReturnItemDto['verdict'],
  errors: readonly FieldError[] = [],
): ReturnItemDto => ({
  verdict,
  ...(found && { caseId: found.head.state.caseId, enterpriseName: found.head.enterpriseName }),
  errors: [...errors],
});

const refusedItem = (found: Found, refusal: Refusal): ReturnItemDto =>
  itemOf(found, 'wrong', refusal.errors ?? [{ path: '', code: refusal.code, message: messageOf(refusal) }]);

/** What each line would come to, down to what the workflow would refuse. Writes nothing. */
export const checkPaymentReturn =
  (system: System) =>
  async ({ actor, body: { lines } }: Request<'checkPaymentReturn'>): Promise<Outcome<Answer>> => {
    const party = await asOfficial(system, actor);
    const known = await paymentsOnRecord(system, actor, lines);
    const items = await Promise.all(
      judgesOf(lines).map(async ([, judge], index) => {
        const found = known[index];
        const judged = judge(found);
        if (judged.verdict === 'wrong') return itemOf(found, 'wrong', judged.errors);
        if (judged.verdict === 'recorded' || found === undefined) return itemOf(found, 'recorded');
        const refusal = await refusalOf(system, party, found, judged.command);
        return refusal ? refusedItem(found, refusal) : itemOf(found, 'to-record');
      }),
    );
    return accept({ items });
  };

async function refusalOf(
  system: System,
  party: Party,
  { head, published }: Found,
  command: CaseCommand,
): Promise<Refusal | undefined> {
  const loaded = await loadContext(system, party, published, head.state, command, system.now());
  if (!loaded.ok) return loaded.refusal;
  const decision = decide(command, head.state, loaded.value.context);
  return decision.ok ? undefined : decision.refusal;
}

/**
 * Records what the lines say, each on its own by the command of a single entry: what one refuses holds up no other.
 * The command id of a line follows from that of the request, so what is asked again after a lost answer is answered
 * again; another upload of the same file finds everything on record.
 */
export const recordPaymentReturn =
  (system: System) =>
  async ({ actor, body: { commandId, lines } }: Request<'recordPaymentReturn'>): Promise<Outcome<Answer>> => {
    const party = await asOfficial(system, actor);
    const items: ReturnItemDto[] = [];
    for (const [line, judge] of judgesOf(lines)) {
      const ofLine = derivedId('bank-return', actor.id, commandId, line.payment ?? '');
      items.push(await recordLine(system, party, { line, judge, commandId: ofLine }));
    }
    return accept({ items });
  };

const maySee: MaySee = ({ actor }, state, programme) => mayOfficialSee(actor, state, programme);

/** Others may record the same payment at the same moment: then it is looked at again. */
const rounds = 3;

type LineAct = { readonly line: ReturnLine; readonly judge: Judge; readonly commandId: string };

async function recordLine(system: System, party: Party, act: LineAct, round = 1): Promise<ReturnItemDto> {
  const { line, judge, commandId } = act;
  const [found] = await paymentsOnRecord(system, party.actor, [line]);
  const judged = judge(found);
  if (judged.verdict === 'wrong') return itemOf(found, 'wrong', judged.errors);
  if (judged.verdict === 'recorded' || found === undefined) {
    return itemOf(found, found?.ended?.commandId === commandId ? 'done' : 'recorded');
  }
  const { caseId, version } = found.head.state;
  const { command } = judged;
  const outcome = await actOnCase(system, party, maySee, caseId, { commandId, version, command });
  if (outcome.ok) return itemOf(found, 'done');
  return outcome.refusal.code === 'stale-version' && round < rounds
    ? recordLine(system, party, act, round + 1)
    : refusedItem(found, outcome.refusal);
}
