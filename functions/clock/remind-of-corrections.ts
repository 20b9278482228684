import { toApplicant } from '../../shared/messages/addressing.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { announce, type Channels } from '../messages/announce.ts';
import { readHead } from '../persistence/head.ts';
import type { OpenCase } from '../persistence/open-cases.ts';
import type { System } from '../system.ts';

/** Working days before the last one from which an applicant is reminded. */
const remindDays = 3;

/** Reminds whoever has a correction to hand in and little time left, once per correction. */
export async function remindOfCorrections(
  system: System,
  channels: Channels,
  open: readonly OpenCase[],
  today: string,
): Promise<void> {
  const calendar = await system.calendarAt(system.now());
  for (const { caseId, version, status, due } of open) {
    const soon = due >= today && calendar.workingDaysBetween(today, due) <= remindDays;
    if (status === 'returned' && soon) await remind(system, channels, caseId, version);
  }
}

async function remind(system: System, channels: Channels, caseId: string, version: number): Promise<void> {
  const head = await readHead(system.tables, caseId);
  // The list is a moment behind: it may have been handed in meanwhile.
  if (head?.state.version !== version) return;
  const { state } = head;
  const { programme } = await pinnedProgramme(system, state.programme);
  const at = system.now();
  const facts = { before: state, after: state, programme, actor: 'clock', at };
  const occasion = { source: `reminder:${caseId}:${version}`, caseId, at };
  await announce(system.tables, channels, occasion, toApplicant('correction-due-soon', facts), at);
}
