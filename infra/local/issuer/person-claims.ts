import type { DemoPerson } from '../demo-people.ts';

/** What a token says of a person beside `sub`; functions map these names to an actor. */
export const personClaims = ({ name, roles, office, town }: DemoPerson) => ({
  name,
  roles: [...roles],
  ...(office && { office }),
  ...(town && { town }),
});
