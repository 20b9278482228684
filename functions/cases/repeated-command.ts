import type { ActResultDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import { CaseEventSchema } from '../../shared/workflow/event.ts';
import { evolve } from '../../shared/workflow/evolve.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import type { Head } from '../persistence/head.ts';
import { readChain, readEvent } from '../persistence/journal.ts';
import type { System } from '../system.ts';
import { commandDigest } from './command-digest.ts';
import type { Envelope } from './envelope.ts';

/**
 * The answer to a command that was carried out before, as it was given then; undefined when it is a new
 * one. Refuses with `command-id-reused` when its id belongs to another act.
 *
 * No write remembers command ids: a retry names the version it acted on, so its event can only be the next
 * one. Whoever has already seen that event's version is recognised by the head.
 */
export async function answerToRepeated(
  system: System,
  head: Head,
  actor: Actor,
  { commandId, version, command }: Envelope,
): Promise<Outcome<ActResultDto> | undefined> {
  const { caseId } = head.state;
  const behind = version < head.state.version;
  if (!behind && head.commandId !== commandId) return undefined;
  const event = await readEvent(system.tables, caseId, behind ? version + 1 : version);
  if (event === undefined || event.commandId !== commandId) return undefined;
  const same = event.actor.id === actor.id && event.basis?.command === commandDigest(command);
  if (!same) return refuse('command-id-reused');
  const status = event.seq === head.state.version ? head.state.status : await statusAfter(system, event);
  return accept({ caseId, version: event.seq, status, event: event.type, at: event.at });
}

async function statusAfter({ tables }: System, event: JournalEvent): Promise<CaseState['status']> {
  const chain = await readChain(tables, event.caseId);
  const state = stateAfter(chain.slice(0, event.seq));
  if (state === undefined) throw new Error(`${event.caseId} has no events`);
  return state.status;
}

/** Folds events into the state; undefined of none. Throws when the journal is broken. */
export const stateAfter = (events: readonly JournalEvent[]): CaseState | undefined =>
  events.reduce<CaseState | undefined>(
    (state, { type, data, caseId, seq, at, actor }) =>
      evolve(state, CaseEventSchema.parse({ type, data }), { caseId, seq, at, actor: actor.id }),
    undefined,
  );
