import { type Facts, officeOfState, officerOfState, type Params, usualParams } from './facts.ts';
import type { Message, Recipient } from './message.ts';
import type { TemplateId } from './templates.ts';

/** To the applicant, and to the officer who filed for them. */
export function toApplicant(template: TemplateId, facts: Facts, params: Params = {}): readonly Message[] {
  const { applicant, filedBy } = facts.after;
  const people = filedBy === undefined ? [applicant] : [applicant, filedBy];
  return people.map((id) => ({
    to: { kind: 'person', id },
    template,
    params: { ...usualParams(facts), ...params },
    page: 'application',
  }));
}

const toDesk = (
  to: Recipient,
  template: TemplateId,
  facts: Facts,
  params: Params = {},
): readonly Message[] => [
  {
    to,
    template,
    params: { ...usualParams(facts), ...params },
    // Whoever pays or watches over an award has a page of its own for it.
    page: facts.after.status === 'approved' ? 'award' : 'case',
  },
];

/** To everybody at an office; nobody when there is none. */
export const toOffice = (
  office: string | undefined,
  template: TemplateId,
  facts: Facts,
  params?: Params,
): readonly Message[] =>
  office === undefined ? [] : toDesk({ kind: 'office', office }, template, facts, params);

export const toHead = (
  office: string | undefined,
  template: TemplateId,
  facts: Facts,
  params?: Params,
): readonly Message[] =>
  office === undefined ? [] : toDesk({ kind: 'head', office }, template, facts, params);

/** To an officer, unless it was they who acted. */
export const toOfficer = (
  id: string | undefined,
  template: TemplateId,
  facts: Facts,
  params?: Params,
): readonly Message[] =>
  id === undefined || id === facts.actor ? [] : toDesk({ kind: 'person', id }, template, facts, params);

/** To whoever holds the case, or when nobody does to the office it is at. */
export function toHandler(
  state: Facts['after'] | undefined,
  template: TemplateId,
  facts: Facts,
): readonly Message[] {
  const officer = officerOfState(state);
  if (officer !== undefined) return toOfficer(officer, template, facts);
  return toOffice(state && officeOfState(state), template, facts);
}

/** To the office where the case now is. */
export const toNextOffice = (template: TemplateId, facts: Facts, params?: Params): readonly Message[] =>
  toOffice(officeOfState(facts.after), template, facts, params);
