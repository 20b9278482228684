import type { Refusal } from '../../shared/api/errors.ts';
import type { Party } from '../../shared/workflow/context.ts';
import { decide } from '../../shared/workflow/decide.ts';
import { clock, nextTimedAct } from '../../shared/workflow/timed-acts.ts';
import { type Head, makeAppointment, readHead } from '../persistence/head.ts';
import type { PublishedProgramme } from '../persistence/programme-shelf.ts';
import { StorageUnavailable } from '../persistence/storage-unavailable.ts';
import type { System } from '../system.ts';
import { dueTurn } from './appointment.ts';
import { clockCommandId } from './clock-command-id.ts';
import { loadContext } from './load-context.ts';
import { pinnedProgramme } from './pinned-programme.ts';
import { saveAct } from './save-act.ts';

const party: Party = { actor: clock, enterprises: [] };

/** Far more than can fall due in one case while nobody looks, even if others interfere. */
const rounds = 100;

/**
 * Does what has fallen due by itself, each act as of the instant it was due, and answers the case as it then
 * stands. The clock calls it for what is on its agenda, and every act of a person begins with it, so that it
 * makes no difference whether the clock ran in between. Undefined when there is no such case.
 * @throws {StorageUnavailable} when others are always quicker.
 */
export async function settleCase(system: System, caseId: string): Promise<Head | undefined> {
  const now = system.now();
  for (let round = 1; round <= rounds; round += 1) {
    const head = await readHead(system.tables, caseId);
    if (head === undefined) return undefined;
    const published = await pinnedProgramme(system, head.state.programme);
    const { turn, anew } = await dueTurn(system, head, published.programme, now);
    if (turn !== undefined) await takeTurn(system, head, published, turn);
    else if (anew !== undefined) await makeAppointment(system.tables, head, anew);
    else return head;
  }
  throw new StorageUnavailable(new Error('the case keeps changing'));
}

/** Whether settling the application that holds what was refused changes it, so that asking again may help. */
export async function holderMoves(system: System, { code, params }: Refusal): Promise<boolean> {
  if (code !== 'already-applied') return false;
  const caseId = String(params?.caseId ?? '');
  const before = await readHead(system.tables, caseId);
  const after = await settleCase(system, caseId);
  return before?.state.version !== after?.state.version;
}

/** One act of the clock. If someone else was quicker nothing is written, and the next round sees what they did. */
async function takeTurn(
  system: System,
  head: Head,
  published: PublishedProgramme,
  at: string,
): Promise<void> {
  const { state } = head;
  const { caseId, version } = state;
  const { programme } = published;
  const then: System = { ...system, now: () => at };
  const timed = nextTimedAct(state, { now: at, programme, calendar: await system.calendarAt(at) });
  if (timed === undefined || timed.at > at) throw new Error(`${caseId} v${version}: nothing is due`);
  const { command } = timed;
  const loaded = await loadContext(then, party, published, state, command, at);
  const decision = loaded.ok ? decide(command, state, loaded.value.context) : loaded;
  if (!decision.ok) {
    throw new Error(`${caseId} v${version}: ${command.type} was due and is ${decision.refusal.code}`);
  }
  const recordedAt = system.now();
  const saved = await saveAct(then, {
    caseId,
    head,
    actor: clock,
    envelope: { commandId: clockCommandId(caseId, version, command.type), version, command },
    now: at,
    ...(recordedAt > at && { recordedAt }),
    programme,
    decision: decision.value,
    enterpriseName: head.enterpriseName,
  });
  if (saved.kind === 'refused') {
    throw new Error(`${caseId} v${version}: ${command.type} cannot be saved: ${saved.refusal.code}`);
  }
}
