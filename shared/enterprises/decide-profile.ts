import { accept, type Outcome, refuse } from '../api/errors.ts';
import { type Actor, hasRole } from '../identity/actor.ts';
import { townOfficeId } from '../identity/office.ts';
import { type Branch, type Member, mostBranches, mostMembers, type Profile } from './profile.ts';
import type { ProfileCommand } from './profile-command.ts';

/** What becomes of a profile; the event is of the profile's own chain. */
export type ProfileDecision = {
  readonly type: string;
  readonly data: Readonly<Record<string, string>>;
  readonly profile: Profile;
  /** A branch whose awards count with the head office's from now on. */
  readonly joins?: string;
};

export type ProfileContext = {
  readonly actor: Actor;
  /** Instant, UTC. */
  readonly now: string;
  /** Key of the branch's own credit code, for add-branch. */
  readonly branchKey?: string | undefined;
  /** Id for a new branch. */
  readonly newId: string;
};

export const actsFor = ({ members }: Profile, account: string): boolean =>
  members.some((member) => member.account === account && member.state === 'confirmed');

const keepsTown = (actor: Actor, town: string): boolean =>
  hasRole(actor, 'reviewer', 'supervisor') && actor.office === townOfficeId(town);

/** May say who acts: those who act already, and the head office's town, never about oneself. */
function mayDecideOn(account: string, profile: Profile, { actor }: ProfileContext): boolean {
  if (actor.id === account) return false;
  return actsFor(profile, actor.id) || keepsTown(actor, profile.town);
}

/**
 * Decides a change of an enterprise's profile. Refuses with `not-permitted`, `not-found`, `already-asked`,
 * `profile-full`, `branch-stays`.
 */
export function decideProfile(
  command: ProfileCommand,
  profile: Profile,
  context: ProfileContext,
): Outcome<ProfileDecision> {
  switch (command.type) {
    case 'ask-to-act':
      return askToAct(profile, context);
    case 'restate':
      return restate(command, profile, context);
    case 'confirm-member':
    case 'remove-member':
      return decideMember(command, profile, context);
    case 'add-branch':
      return addBranch(command, profile, context);
    case 'remove-branch':
      return removeBranch(command, profile, context);
    case 'confirm-branch':
    case 'refuse-branch':
      return decideBranch(command, profile, context);
  }
}

function askToAct(profile: Profile, { actor, now }: ProfileContext): Outcome<ProfileDecision> {
  if (profile.members.some(({ account }) => account === actor.id)) return refuse('already-asked');
  if (profile.members.length >= mostMembers) return refuse('profile-full');
  const member: Member = { account: actor.id, name: actor.displayName, state: 'asked', at: now };
  return accept({
    type: 'member-asked',
    data: { account: actor.id },
    profile: { ...profile, members: [...profile.members, member] },
  });
}

/** A new name, or the head office has moved. */
function restate(
  { name, town }: Of<'restate'>,
  profile: Profile,
  { actor }: ProfileContext,
): Outcome<ProfileDecision> {
  if (!actsFor(profile, actor.id)) return refuse('not-permitted');
  return accept({ type: 'profile-restated', data: { name, town }, profile: { ...profile, name, town } });
}

type Of<T extends ProfileCommand['type']> = Extract<ProfileCommand, { type: T }>;

function decideMember(
  { type, account, reason }: Of<'confirm-member' | 'remove-member'>,
  profile: Profile,
  context: ProfileContext,
): Outcome<ProfileDecision> {
  const member = profile.members.find((one) => one.account === account);
  if (member === undefined) return refuse('not-found');
  // Everybody may leave.
  const leaves = type === 'remove-member' && context.actor.id === account;
  if (!leaves && !mayDecideOn(account, profile, context)) return refuse('not-permitted');
  const others = profile.members.filter((one) => one !== member);
  const data = { account, ...(reason !== undefined && { reason }) };
  return type === 'remove-member'
    ? accept({ type: 'member-removed', data, profile: { ...profile, members: others } })
    : accept({
        type: 'member-confirmed',
        data,
        profile: { ...profile, members: [...others, { ...member, state: 'confirmed' }] },
      });
}

function addBranch(
  { name, town, address }: Of<'add-branch'>,
  profile: Profile,
  { actor, newId, branchKey }: ProfileContext,
): Outcome<ProfileDecision> {
  if (!actsFor(profile, actor.id)) return refuse('not-permitted');
  if (profile.branches.length >= mostBranches) return refuse('profile-full');
  const known =
    branchKey === profile.enterprise || profile.branches.some((one) => one.enterprise === branchKey);
  if (branchKey !== undefined && known) return refuse('already-asked');
  const branch: Branch = {
    id: newId,
    name,
    town,
    address,
    state: branchKey === undefined ? 'named' : 'claimed',
    ...(branchKey !== undefined && { enterprise: branchKey }),
  };
  return accept({
    type: 'branch-added',
    data: { branch: newId, name, town, address, ...(branchKey !== undefined && { enterprise: branchKey }) },
    profile: { ...profile, branches: [...profile.branches, branch] },
  });
}

/** What was counted with the head office's awards stays so; what was only named or claimed may go. */
function removeBranch(
  { branch: id }: Of<'remove-branch'>,
  profile: Profile,
  { actor }: ProfileContext,
): Outcome<ProfileDecision> {
  const branch = profile.branches.find((one) => one.id === id);
  if (!actsFor(profile, actor.id)) return refuse('not-permitted');
  if (branch === undefined) return refuse('not-found');
  if (branch.state === 'confirmed') return refuse('branch-stays');
  return accept({
    type: 'branch-removed',
    data: { branch: id },
    profile: { ...profile, branches: profile.branches.filter((one) => one !== branch) },
  });
}

function decideBranch(
  { type, branch: id, findings }: Of<'confirm-branch' | 'refuse-branch'>,
  profile: Profile,
  { actor }: ProfileContext,
): Outcome<ProfileDecision> {
  const branch = profile.branches.find((one) => one.id === id);
  if (branch === undefined || branch.state !== 'claimed') return refuse('not-found');
  if (!keepsTown(actor, branch.town) || actsFor(profile, actor.id)) return refuse('not-permitted');
  const others = profile.branches.filter((one) => one !== branch);
  const data = { branch: id, findings };
  return type === 'refuse-branch'
    ? accept({ type: 'branch-refused', data, profile: { ...profile, branches: others } })
    : accept({
        type: 'branch-confirmed',
        data,
        profile: { ...profile, branches: [...others, { ...branch, state: 'confirmed' }] },
        ...(branch.enterprise !== undefined && { joins: branch.enterprise }),
      });
}

/** The towns whose officers have something to decide here. */
export const townsToDecide = ({ town, members, branches }: Profile): readonly string[] => [
  ...new Set([
    ...(members.some(({ state }) => state === 'asked') ? [town] : []),
    ...branches.filter(({ state }) => state === 'claimed').map((branch) => branch.town),
  ]),
];
