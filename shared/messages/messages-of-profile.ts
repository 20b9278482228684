import type { Profile } from '../enterprises/profile.ts';
import { townOfficeId } from '../identity/office.ts';
import type { Message, Recipient } from './message.ts';
import type { TemplateId } from './templates.ts';

/** An event of an enterprise's profile, as the journal has it, with the profile as it is now. */
export type ProfileNews = {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Account of whoever acted. */
  readonly actor: string;
  readonly profile: Profile;
};

/**
 * Whom an event of a profile concerns. Those who act for the enterprise decide on a colleague themselves; while
 * nobody does, the town of the head office.
 */
export function messagesOfProfile({ type, data, actor, profile }: ProfileNews): readonly Message[] {
  const acting = profile.members.filter(({ account, state }) => state === 'confirmed' && account !== actor);
  const toActing = (template: TemplateId) =>
    acting.map(({ account }) => said({ kind: 'person', id: account }, template, 'enterprise'));
  const toTown = (town: string) => [
    said({ kind: 'office', office: townOfficeId(town) }, 'profile-to-decide', 'profile-request'),
  ];
  const account = typeof data.account === 'string' ? data.account : undefined;
  const toAccount = (template: TemplateId, page: Message['page']) =>
    account === undefined || account === actor ? [] : [said({ kind: 'person', id: account }, template, page)];
  switch (type) {
    case 'enterprise-entered':
      return toTown(profile.town);
    case 'member-asked':
      return acting.length > 0 ? toActing('colleague-asks') : toTown(profile.town);
    case 'member-confirmed':
      return toAccount('may-act-now', 'enterprise');
    case 'member-removed':
      return toAccount('may-not-act', 'enterprises');
    case 'branch-added':
      return claimedTown(data).flatMap(toTown);
    case 'branch-confirmed':
    case 'branch-refused':
      return toActing('branch-decided');
    default:
      return [];
  }
}

/** The town of a branch that has a credit code of its own: that one must be looked into. */
const claimedTown = ({ enterprise, town }: ProfileNews['data']): readonly string[] =>
  typeof enterprise === 'string' && typeof town === 'string' ? [town] : [];

const said = (to: Recipient, template: TemplateId, page: Message['page']): Message => ({
  to,
  template,
  params: {},
  page,
});
