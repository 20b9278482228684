import { fill, type Text } from '../language/text.ts';
import type { Message, Page } from './message.ts';
import { templates } from './templates.ts';

/** Fills `{slot}`s with what each language says. */
function fillBoth(template: Text, params: Message['params']): Text {
  const inOne = (locale: keyof Text): Record<string, string> =>
    Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value[locale]]));
  return { zh: fill(template, inOne('zh')).zh, en: fill(template, inOne('en')).en };
}

/** Title and body as people read them. */
export function renderMessage({ template, params }: Pick<Message, 'template' | 'params'>): {
  readonly title: Text;
  readonly body: Text;
} {
  const { title, body } = templates[template];
  return { title: fillBoth(title, params), body: fillBoth(body, params) };
}

const paths: { readonly [P in Page]: (subject: string) => string } = {
  application: (caseId) => `/applications/${caseId}`,
  case: (caseId) => `/cases/${caseId}`,
  award: (caseId) => `/awards/${caseId}`,
  worklist: () => '/worklist',
  enterprise: (enterprise) => `/enterprises/${enterprise}`,
  enterprises: () => '/enterprises',
  'profile-request': (enterprise) => `/profile-requests/${enterprise}`,
};

/** What a message is about: a case by its number, or an enterprise by its key. */
export type Subject = { readonly caseId?: string | undefined; readonly enterprise?: string | undefined };

/** Where in the portal a message leads, from its root. */
export const pathOf = (page: Page, { caseId, enterprise }: Subject): string =>
  paths[page](caseId ?? enterprise ?? '');
