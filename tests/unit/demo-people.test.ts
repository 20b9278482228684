import { expect, test } from 'vitest';
import { actorOf, defaultClaimsMapping } from '../../functions/http/actor-of.ts';
import { demoPeople } from '../../infra/local/demo-people.ts';
import { personClaims } from '../../infra/local/issuer/person-claims.ts';
import type { Role } from '../../shared/identity/actor.ts';

const countOf = (role: Role, office?: string): number =>
  demoPeople.filter((person) => person.roles.includes(role) && person.office === office).length;

test('everybody is somebody to the system, with the role, office and town they were given', () => {
  for (const person of demoPeople) {
    const actor = actorOf({ sub: person.id, ...personClaims(person) }, defaultClaimsMapping);
    expect(actor).toEqual({
      id: person.id,
      displayName: person.name,
      roles: person.roles,
      ...(person.office && { office: person.office }),
      ...(person.town && { town: person.town }),
    });
  }
});

test('nobody is there twice', () => {
  expect(new Set(demoPeople.map(({ id }) => id)).size).toBe(demoPeople.length);
  expect(new Set(demoPeople.map(({ name }) => name)).size).toBe(demoPeople.length);
});

test('every part of the journey has its people', () => {
  expect(countOf('applicant')).toBeGreaterThanOrEqual(4);
  const desks = ['610926100', '610926106', '610926102', '610926108'].map((code) => `town-${code}`);
  for (const office of [...desks, 'poverty-relief-bureau', 'human-resources-bureau']) {
    expect([office, countOf('reviewer', office), countOf('supervisor', office)]).toEqual([office, 2, 1]);
  }
  expect([countOf('reviewer', 'county-office'), countOf('leader', 'county-office')]).toEqual([2, 1]);
  expect(countOf('finance', 'finance-bureau')).toBe(2);
  expect(countOf('auditor', 'audit-office')).toBe(1);
  expect(countOf('policy', 'county-office')).toBe(1);
});
