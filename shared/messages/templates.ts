import type { Text } from '../language/text.ts';
import { text } from '../language/text.ts';
import { applicantTemplates } from './templates/applicant.ts';
import { awardTemplates } from './templates/award.ts';
import { deskTemplates } from './templates/desk.ts';

/**
 * A message as people read it. The title is also the subject of the mail and the whole of the SMS, so it holds
 * nothing but the case number. `{slot}`s are filled from the message's params.
 */
export type Template = {
  readonly title: Text;
  readonly body: Text;
  /** How it goes out besides the inbox. */
  readonly by: readonly ('mail' | 'sms')[];
};

export const templates = {
  ...applicantTemplates,
  ...awardTemplates,
  ...deskTemplates,
} as const satisfies Record<string, Template>;

export type TemplateId = keyof typeof templates;

/** Slots a title may have: everything else could say something about a person in a list of mails. */
export const titleSlots = ['case', 'date'] as const;

/** In front of every mail subject and SMS. */
export const signature = text('【平利社区工厂】', '[Pingli Community Factories] ');
