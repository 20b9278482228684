import type { DemoPerson } from '../demo-people.ts';

/** What a token says of a person beside `sub`; functions map these names to an actor. */
export const personClaims = ({ id, name, roles, office, town }: DemoPerson) => ({
  name,
  // A name that RFC 2606 keeps from ever existing.
  email: `${id}@demo.invalid`,
  email_verified: true,
  roles: [...roles],
  ...(office && { office }),
  ...(town && { town }),
});
