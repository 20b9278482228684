import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { Helper } from '../../shared/helpers/helper.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { townOfficeId } from '../../shared/identity/office.ts';
import { text } from '../../shared/language/text.ts';
import { wrongInput } from '../../shared/workflow/input-checks.ts';
import { untilSettled } from '../cases/act-on-case.ts';
import { mayOfficialSee } from '../cases/may-see.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { readHead } from '../persistence/head.ts';
import { helperWrite, type KeptHelper, readHelper } from '../persistence/helper.ts';
import { eventWrite } from '../persistence/journal.ts';
import { helperChain } from '../persistence/keys.ts';
import { readOfficer } from '../persistence/officer-directory.ts';
import { commit } from '../persistence/transaction.ts';
import { nextEvent, wasMade } from '../registers/change.ts';
import type { System } from '../system.ts';

export const helperDto = ({ hash: _, ...helper }: KeptHelper): Helper => helper;

type Change = { readonly commandId: string; readonly version: number };

/**
 * The head of a town's office asks an officer of it to look after the enterprise of a case.
 * Refuses with `case-not-found`, `outside-your-town`, `officer-not-eligible`, `stale-version`.
 */
export const assignHelper = (
  system: System,
  actor: Actor,
  caseId: string,
  { officer: id, ...change }: Change & { readonly officer: string },
): Promise<Outcome<Helper>> =>
  untilSettled(async () => {
    const { tables } = system;
    const head = await readHead(tables, caseId);
    if (head === undefined) return refuse('case-not-found');
    const { programme } = await pinnedProgramme(system, head.state.programme);
    if (!mayOfficialSee(actor, head.state, programme)) return refuse('case-not-found');
    const { town, enterprise } = head.state;
    if (actor.office !== townOfficeId(town)) return refuse('outside-your-town');
    const before = await readHelper(tables, town, enterprise);
    const repeated = await answered(system, actor, helperChain(town, enterprise), before, change);
    if (repeated) return repeated;
    const found = await readOfficer(tables, townOfficeId(town), id);
    if (found === undefined) return refuse('officer-not-eligible');
    return save(
      system,
      actor,
      before,
      change.commandId,
      'helper-assigned',
      { officer: id, caseId },
      {
        town,
        enterprise,
        enterpriseName: head.enterpriseName,
        officer: { id, name: found.displayName },
        since: dateInShanghai(system.now()),
      },
    );
  });

/** The helper notes a visit. Refuses with `not-found`, `not-permitted` for others, `stale-version`, `invalid-input`. */
export const recordFactoryVisit = (
  system: System,
  actor: Actor,
  { town, enterprise }: { readonly town: string; readonly enterprise: string },
  { visitedOn, notes, ...change }: Change & { readonly visitedOn: string; readonly notes: string },
): Promise<Outcome<Helper>> =>
  untilSettled(async () => {
    const before = await readHelper(system.tables, town, enterprise);
    if (before === undefined) return refuse('not-found');
    if (before.officer.id !== actor.id) return refuse('not-permitted');
    const repeated = await answered(system, actor, helperChain(town, enterprise), before, change);
    if (repeated) return repeated;
    if (visitedOn > dateInShanghai(system.now())) {
      return wrongInput(
        '/visitedOn',
        'date-out-of-range',
        text('走访日期不能晚于今天。', 'The day cannot lie in the future.'),
      );
    }
    return save(system, actor, before, change.commandId, 'factory-visited', { visitedOn, notes }, before);
  });

/** The answer to a change made before, or the refusal of one on an older version; undefined when it is news. */
async function answered(
  system: System,
  actor: Actor,
  chain: string,
  before: KeptHelper | undefined,
  { commandId, version }: Change,
): Promise<Outcome<Helper> | undefined> {
  if ((before?.version ?? 0) === version) return undefined;
  if (before && (await wasMade(system, actor, chain, version, commandId))) return accept(helperDto(before));
  return refuse('stale-version', { current: before ? helperDto(before) : {} });
}

async function save(
  system: System,
  actor: Actor,
  before: KeptHelper | undefined,
  commandId: string,
  type: 'helper-assigned' | 'factory-visited',
  data: object,
  facts: Omit<KeptHelper, 'version' | 'hash'>,
): Promise<Outcome<Helper> | 'moved'> {
  const { tables } = system;
  const chain = helperChain(facts.town, facts.enterprise);
  const event = nextEvent(system, actor, chain, before, { type, commandId, data });
  const kept: KeptHelper = { ...facts, version: (before?.version ?? 0) + 1, hash: event.hash };
  const saved = await commit(tables, [helperWrite(tables, kept), eventWrite(tables, event)]);
  return saved.ok ? accept(helperDto(kept)) : 'moved';
}
