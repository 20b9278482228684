import { text } from '../language/text.ts';
import type { Template } from './template.ts';
import { applicantTemplates } from './templates/applicant.ts';
import { awardTemplates } from './templates/award.ts';
import { deskTemplates } from './templates/desk.ts';
import { enterpriseTemplates } from './templates/enterprise.ts';

export const templates = {
  ...applicantTemplates,
  ...awardTemplates,
  ...deskTemplates,
  ...enterpriseTemplates,
} as const satisfies Record<string, Template>;

export type TemplateId = keyof typeof templates;

/** Slots a title may have: everything else could say something about a person in a list of mails. */
export const titleSlots = ['case', 'date'] as const;

/** In front of every mail subject and SMS. */
export const signature = text('【平利社区工厂】', '[Pingli Community Factories] ');
