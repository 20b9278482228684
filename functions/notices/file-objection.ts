import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import type { CaseCommand } from '../../shared/workflow/command.ts';
import type { Context } from '../../shared/workflow/context.ts';
import { decide } from '../../shared/workflow/decide.ts';
import { CaseEventSchema } from '../../shared/workflow/event.ts';
import { untilSettled } from '../cases/act-on-case.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { saveAct } from '../cases/save-act.ts';
import { settleCase } from '../cases/settle-case.ts';
import type { Source } from '../http/source.ts';
import { readChain } from '../persistence/journal.ts';
import { objectionWrites, readReceipt, type Words } from '../persistence/objection.ts';
import { countVisit } from '../persistence/visits.ts';
import type { System } from '../system.ts';

/** Whoever reads the public notice 公众: nobody asks for their name. */
const thePublic: Actor = { id: 'public', roles: ['applicant'], displayName: '公众' };

export type Filed = { caseId: string; number: number; receipt: string; at: string };

/** Of one person in an hour, and of all who come through one address: a school or a CDN. */
const limits = { far: 5, near: 60 } as const;

/** Each round that is lost, somebody else's objection was filed: in the last minute there may be many. */
const rounds = 30;

type Filing = { readonly commandId: string; readonly words: Words; readonly source: Source };

/**
 * Files an objection of the public. The case may move meanwhile, as long as it stays in notice: somebody who
 * objects does not care for its version.
 * Refuses with `notice-not-found`, `too-late`, `too-many-requests`, `command-id-reused`.
 */
export async function fileObjection(
  system: System,
  caseId: string,
  { commandId, words, source }: Filing,
): Promise<Outcome<Filed>> {
  const filed = await filedBefore(system, caseId, commandId);
  if (filed !== undefined) return filed;
  if (!(await isWithinLimits(system, source))) return refuse('too-many-requests');
  const command: CaseCommand<'object'> = { type: 'object', grounds: words.grounds };
  return untilSettled<Filed>(async () => {
    const head = await settleCase(system, caseId);
    if (head === undefined) return refuse('notice-not-found');
    if (head.state.status !== 'in-notice') return noLongerOpen(system, caseId);
    const now = system.now();
    const { programme, hash } = await pinnedProgramme(system, head.state.programme);
    const context: Context = {
      actor: thePublic,
      enterprises: [],
      now,
      programme,
      programmeHash: hash,
      calendar: await system.calendarAt(now),
    };
    const decision = decide(command, head.state, context);
    if (!decision.ok) return decision;
    const number = head.state.objections.filed + 1;
    const saved = await saveAct(system, {
      caseId,
      head,
      actor: thePublic,
      envelope: { commandId, version: head.state.version, command },
      now,
      programme,
      decision: decision.value,
      enterpriseName: head.enterpriseName,
      writes: objectionWrites(
        system.tables,
        await system.dataKey(),
        { caseId, number, at: now, receipt: commandId },
        words,
      ),
    });
    if (saved.kind === 'saved') return accept({ caseId, number, receipt: commandId, at: now });
    // The same objection may have been sent twice at once: then the receipt is there by now.
    return (await filedBefore(system, caseId, commandId)) ?? 'moved';
  }, rounds);
}

/** The answer to an objection whose first answer got lost. */
async function filedBefore(
  { tables }: System,
  caseId: string,
  receipt: string,
): Promise<Outcome<Filed> | undefined> {
  const known = await readReceipt(tables, receipt);
  if (known === undefined) return undefined;
  if (known.caseId !== caseId) return refuse('command-id-reused');
  const event = (await readChain(tables, caseId)).find(({ commandId }) => commandId === receipt);
  if (event === undefined) throw new Error(`${caseId} has a receipt without an event`);
  return accept({ caseId, number: known.number, receipt, at: event.at });
}

async function isWithinLimits({ tables, dataKey, now }: System, { near, far }: Source): Promise<boolean> {
  const key = await dataKey();
  const counted = (kind: keyof typeof limits, address: string): Promise<boolean> =>
    countVisit(tables, `objection-${kind}`, key.keyedHash('address', address), limits[kind], now());
  return (await counted('far', far)) && (await counted('near', near));
}

/** Says the last day to whoever came after it; of a case that never was in notice, nothing. */
async function noLongerOpen({ tables }: System, caseId: string): Promise<Outcome<never>> {
  const approved = (await readChain(tables, caseId)).findLast(({ type }) => type === 'application-approved');
  const closesOn = approved && closingDay(approved);
  return closesOn === undefined
    ? refuse('notice-not-found')
    : refuse('too-late', { params: { deadline: closesOn } });
}

function closingDay({ type, data }: JournalEvent): string | undefined {
  const event = CaseEventSchema.parse({ type, data });
  return event.type === 'application-approved' && event.data.after.to === 'notice'
    ? event.data.after.closesOn
    : undefined;
}
