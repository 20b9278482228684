import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import {
  decideProfile,
  type ProfileDecision,
  townsToDecide,
} from '../../shared/enterprises/decide-profile.ts';
import type { Profile } from '../../shared/enterprises/profile.ts';
import type { ProfileCommand } from '../../shared/enterprises/profile-command.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import { untilSettled } from '../cases/act-on-case.ts';
import { enterpriseKeyOfCode } from '../cases/subject-keys.ts';
import { membershipWrite } from '../persistence/account.ts';
import {
  type KeptProfile,
  profileRequestWrite,
  profileWrite,
  readProfile,
} from '../persistence/enterprise.ts';
import { eventWrite } from '../persistence/journal.ts';
import { enterpriseChain } from '../persistence/keys.ts';
import type { Tables } from '../persistence/tables.ts';
import { type ConditionalWrite, commit } from '../persistence/transaction.ts';
import { nextEvent, wasMade } from '../registers/change.ts';
import type { System } from '../system.ts';
import { joiningWrites } from './join-branch.ts';

type Envelope = { readonly commandId: string; readonly version: number; readonly command: ProfileCommand };

/**
 * One act on an enterprise's profile, on the version that was seen.
 * Refuses with `not-found`, `stale-version`, and what `decideProfile` refuses with.
 */
export const changeProfile = (
  system: System,
  actor: Actor,
  enterprise: string,
  { commandId, version, command }: Envelope,
): Promise<Outcome<Profile>> =>
  untilSettled(async () => {
    const before = await readProfile(system.tables, enterprise);
    if (before === undefined) return refuse('not-found');
    if (before.profile.version !== version) {
      const repeated = await wasMade(system, actor, enterpriseChain(enterprise), version, commandId);
      return repeated
        ? accept(before.profile)
        : refuse('stale-version', { current: { version: before.profile.version } });
    }
    const decision = decideProfile(command, before.profile, {
      actor,
      now: system.now(),
      newId: system.newId(),
      ...(command.type === 'add-branch' &&
        command.creditCode !== undefined && {
          branchKey: enterpriseKeyOfCode(command.creditCode, await system.dataKey()),
        }),
    });
    return decision.ok ? saveProfile(system, actor, before, decision.value, commandId) : decision;
  });

/** Writes a profile, its event, who it concerns, and which towns have something to decide. */
export async function saveProfile(
  system: System,
  actor: Actor,
  before: KeptProfile | undefined,
  { type, data, profile: decided, joins }: ProfileDecision,
  commandId: string,
): Promise<Outcome<Profile> | 'moved'> {
  const { tables } = system;
  const { enterprise } = decided;
  const known = before && { version: before.profile.version, hash: before.hash };
  const event: JournalEvent = nextEvent(system, actor, enterpriseChain(enterprise), known, {
    type,
    commandId,
    data,
  });
  const profile: Profile = { ...decided, version: event.seq };
  const joining = joins === undefined ? accept([]) : await joiningWrites(system, joins, enterprise);
  if (!joining.ok) return joining;
  const saved = await commit(tables, [
    profileWrite(tables, { profile, hash: event.hash }),
    eventWrite(tables, event),
    ...memberWrites(tables, before?.profile, profile),
    ...requestWrites(tables, before?.profile, profile),
    ...joining.value,
  ]);
  return saved.ok ? accept(profile) : 'moved';
}

/** Tells the accounts that came, were confirmed, or left. */
function memberWrites(
  tables: Tables,
  before: Profile | undefined,
  { enterprise, members }: Profile,
): readonly ConditionalWrite[] {
  const was = new Map(before?.members.map(({ account, state }) => [account, state]));
  const changed = members.filter(({ account, state }) => was.get(account) !== state);
  const left = [...was.keys()].filter((account) => !members.some((member) => member.account === account));
  return [
    ...changed.map(({ account, state }) =>
      membershipWrite(tables, account, enterprise, state === 'confirmed'),
    ),
    ...left.map((account) => membershipWrite(tables, account, enterprise, false)),
  ];
}

function requestWrites(
  tables: Tables,
  before: Profile | undefined,
  after: Profile,
): readonly ConditionalWrite[] {
  const [waited, waits] = [before ? townsToDecide(before) : [], townsToDecide(after)];
  return [
    ...waits
      .filter((town) => !waited.includes(town))
      .map((town) => profileRequestWrite(tables, town, after.enterprise, true)),
    ...waited
      .filter((town) => !waits.includes(town))
      .map((town) => profileRequestWrite(tables, town, after.enterprise, false)),
  ];
}
