import type { Actor, Role } from '../../../shared/identity/actor.ts';

/** Whoever takes part in the simulated year. */
const person = (id: string, roles: readonly Role[], office?: string, town?: string): Actor => ({
  id,
  roles: [...roles],
  displayName: id,
  ...(office !== undefined && { office }),
  ...(town !== undefined && { town }),
});

const bureau = 'human-resources-bureau';
const townPerson = (town: string, name: string, ...roles: Role[]) =>
  person(`${name}-${town}`, roles, `town-${town}`, town);

/** The people of a case of this town, by their part. */
export const crewOf = (town: string, index: number) => ({
  applicant: person(`applicant-${index}`, ['applicant']),
  objector: person('objector', ['applicant']),
  accepts: townPerson(town, 'accepts', 'reviewer'),
  visits: townPerson(town, 'visits', 'reviewer'),
  confirms: townPerson(town, 'confirms', 'reviewer', 'supervisor'),
  decides: person('decides', ['reviewer'], bureau),
  decidesAnew: person('decides-anew', ['reviewer'], bureau),
  headsBureau: person('heads-bureau', ['reviewer', 'supervisor'], bureau),
  meets: person('meets', ['reviewer'], 'county-office'),
  meetsAnew: person('meets-anew', ['reviewer'], 'county-office'),
  leads: person('leads', ['leader'], 'county-office'),
  pays: person('pays', ['finance'], 'finance-bureau'),
  countersigns: person('countersigns', ['finance'], 'finance-bureau'),
});
export type Part = keyof ReturnType<typeof crewOf>;
