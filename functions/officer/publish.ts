import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { noPredecessor, sealEvent } from '../../shared/ledger/journal-event.ts';
import { checkProgramme } from '../../shared/programmes/check-programme.ts';
import { eventWrite, readEvent } from '../persistence/journal.ts';
import { programmeChain } from '../persistence/keys.ts';
import { type PublishedProgramme, publishWrites } from '../persistence/programme-shelf.ts';
import { sha256 } from '../persistence/sha256.ts';
import { commit, refused } from '../persistence/transaction.ts';
import type { System } from '../system.ts';

/**
 * Publishes a document as the next version of its programme, and says so in the journal by its hash. Earlier
 * versions, and the cases under them, are not touched.
 * Refuses with `programme-invalid`, or `programme-version-exists` when its number is not the next one; unless that
 * version is this very document, published by this very person, whose answer got lost.
 */
export async function publish(
  system: System,
  actor: Actor,
  document: unknown,
): Promise<Outcome<PublishedProgramme>> {
  const checked = checkProgramme(document);
  if (!checked.ok) return checked;
  const { programme, hash } = checked.value;
  const { id, version } = programme;
  const entry = await system.programmes.entry(id);
  const taken = async (): Promise<Outcome<PublishedProgramme>> => {
    const before = await system.programmes.version(id, version);
    const repeated = before?.hash === hash && before.publishedBy === actor.id;
    return repeated ? accept(before) : refuse('programme-version-exists');
  };
  if (version !== (entry?.versions.at(-1)?.version ?? 0) + 1) return taken();

  const chain = programmeChain(id);
  const previous = version === 1 ? undefined : await readEvent(system.tables, chain, version - 1);
  const publishedAt = system.now();
  const event = sealEvent(
    {
      caseId: chain,
      seq: version,
      type: 'programme-published',
      at: publishedAt,
      actor: {
        id: actor.id,
        roles: actor.roles,
        ...(actor.office !== undefined && { office: actor.office }),
      },
      commandId: system.newId(),
      data: { programme: id, version, hash, effectiveFrom: programme.effectiveFrom },
    },
    previous?.hash ?? noPredecessor,
    sha256,
  );
  const published = { programme, hash, publishedAt, publishedBy: actor.id };
  const committed = await commit(system.tables, [
    ...publishWrites(system.tables, published, entry),
    eventWrite(system.tables, event, () => refused({ code: 'programme-version-exists' })),
  ]);
  return committed.ok ? accept(published) : taken();
}
