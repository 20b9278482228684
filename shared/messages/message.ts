import type { Text } from '../language/text.ts';
import type { TemplateId } from './templates.ts';

/** Whose inbox: one person's, or one that everybody at an office's desk, or only its head, reads. */
export type Recipient =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'office'; readonly office: string }
  | { readonly kind: 'head'; readonly office: string };

/**
 * Where in the portal a message leads: the applicant's own page, an office's page of the case or award, its worklist;
 * of an enterprise, its own people's page, their list of enterprises, or the page where its town decides.
 */
export const pages = [
  'application',
  'case',
  'award',
  'worklist',
  'enterprise',
  'enterprises',
  'profile-request',
] as const;
export type Page = (typeof pages)[number];

/**
 * What someone is told. `params` fill the template's slots; they name cases, offices, stages, sums and days and
 * nothing that belongs to a person, since a message may end up in a mailbox.
 */
export type Message = {
  readonly to: Recipient;
  readonly template: TemplateId;
  readonly params: Readonly<Record<string, Text>>;
  readonly page: Page;
};

/** The recipient as one word, for keys. */
export function recipientKey(to: Recipient): string {
  return to.kind === 'person' ? `person:${to.id}` : `${to.kind}:${to.office}`;
}
