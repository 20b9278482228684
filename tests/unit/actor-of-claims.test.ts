import { expect, test } from 'vitest';
import { actorOf, defaultClaimsMapping } from '../../functions/http/actor-of.ts';

const claims = { sub: 'person-1', name: '孙丽华', roles: ['reviewer'], office: 'town-610926100' };

test.each<[string, unknown]>([
  ['a list', ['reviewer', 'supervisor']],
  ['a list as API Gateway writes it', '[reviewer supervisor]'],
  ['words', 'reviewer supervisor'],
  ['words with commas', 'reviewer,supervisor'],
  ['a list as JSON text', '["reviewer","supervisor"]'],
])('roles may come as %s', (_, roles) => {
  expect(actorOf({ ...claims, roles }, defaultClaimsMapping)?.roles).toEqual(['reviewer', 'supervisor']);
});

test('a town officer sees that town only, also when the issuer does not say so', () => {
  expect(actorOf(claims, defaultClaimsMapping)).toEqual({
    id: 'person-1',
    displayName: '孙丽华',
    roles: ['reviewer'],
    office: 'town-610926100',
    town: '610926100',
  });
});

test('roles we do not know are ignored; with none left there is no actor', () => {
  expect(actorOf({ ...claims, roles: ['reviewer', 'offline_access'] }, defaultClaimsMapping)?.roles).toEqual([
    'reviewer',
  ]);
  expect(actorOf({ ...claims, roles: ['offline_access'] }, defaultClaimsMapping)).toBeUndefined();
});

test('nobody is the clock by claiming so', () => {
  expect(actorOf({ ...claims, roles: ['system'] }, defaultClaimsMapping)).toBeUndefined();
  const mapping = { ...defaultClaimsMapping, roleNames: { admin: 'system' as const } };
  expect(actorOf({ ...claims, roles: ['admin'] }, mapping)).toBeUndefined();
});

test.each([
  ['no id', { sub: undefined }],
  ['an empty id', { sub: '' }],
  ['an id that is no text', { sub: 7 }],
  ['an office the county does not have', { office: 'ministry-of-silly-walks' }],
])('with %s there is no actor', (_, wrong) => {
  expect(actorOf({ ...claims, ...wrong }, defaultClaimsMapping)).toBeUndefined();
});

test('another issuer’s names are a matter of configuration', () => {
  const keycloak = {
    sub: 'person-2',
    preferred_username: '周德贵',
    realm_access: { roles: ['factory-auditor'] },
    'urn:county:office': 'audit-office',
  };
  const mapping = {
    ...defaultClaimsMapping,
    name: 'preferred_username',
    roles: ['realm_access', 'roles'],
    office: 'urn:county:office',
    roleNames: { 'factory-auditor': 'auditor' as const },
  };
  expect(actorOf(keycloak, mapping)).toEqual({
    id: 'person-2',
    displayName: '周德贵',
    roles: ['auditor'],
    office: 'audit-office',
  });
});
