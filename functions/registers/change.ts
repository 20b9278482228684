import type { Actor } from '../../shared/identity/actor.ts';
import { type JournalEvent, noPredecessor, sealEvent } from '../../shared/ledger/journal-event.ts';
import { JsonObjectSchema } from '../../shared/ledger/json-value.ts';
import { readEvent } from '../persistence/journal.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { System } from '../system.ts';

/**
 * A register is a list kept by officers (premises, funds, enterprises). Each of its entries has a chain of
 * events of its own in the journal; its version is the number of the latest one.
 */
type Entry = { readonly version: number; readonly hash: string };

export type Change = {
  /** Past tense, as the journal keeps it. */
  readonly type: string;
  readonly commandId: string;
  readonly data: object;
};

/** The event of the next change of an entry; `before` is undefined for the first one. */
export const nextEvent = (
  { now }: System,
  actor: Actor,
  chain: string,
  before: Entry | undefined,
  { type, commandId, data }: Change,
): JournalEvent =>
  sealEvent(
    {
      caseId: chain,
      seq: (before?.version ?? 0) + 1,
      type,
      at: now(),
      actor: {
        id: actor.id,
        roles: actor.roles,
        ...(actor.office !== undefined && { office: actor.office }),
      },
      commandId,
      data: JsonObjectSchema.parse(data),
    },
    before?.hash ?? noPredecessor,
    sha256,
  );

/**
 * Whether the change that followed `version` was this very command of this person: then its answer got lost
 * and it is given again.
 */
export async function wasMade(
  { tables }: System,
  actor: Actor,
  chain: string,
  version: number,
  commandId: string,
): Promise<boolean> {
  const event = await readEvent(tables, chain, version + 1);
  return event?.commandId === commandId && event.actor.id === actor.id;
}
