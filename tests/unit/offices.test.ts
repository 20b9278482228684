import { describe, expect, it } from 'vitest';
import { ActorSchema, hasRole } from '../../shared/identity/actor.ts';
import { OfficeSchema, officeById, officeName, offices, townOfficeId } from '../../shared/identity/office.ts';
import { townByCode, towns } from '../../shared/identity/town.ts';

it('the county has eleven towns, each with its office', () => {
  expect(towns.map((town) => town.code)).toEqual(
    Array.from({ length: 11 }, (_, index) => `610926${100 + index}`),
  );
  for (const town of towns) {
    expect(officeById(townOfficeId(town.code))).toMatchObject({ kind: 'town', town: town.code });
  }
  expect(townByCode('610926108')?.name.zh).toBe('长安镇');
  expect(townByCode('610926111')).toBeUndefined();
});

it('every office is well formed and known once', () => {
  for (const office of offices) expect(OfficeSchema.parse(office)).toEqual(office);
  expect(new Set(offices.map((office) => office.id)).size).toBe(offices.length);
});

it('an office no longer known is still called something', () => {
  expect(officeName('finance-bureau').zh).toBe('平利县财政局');
  expect(officeName('abolished').zh).toBe('abolished');
});

describe('an actor', () => {
  const reviewer = {
    id: 'reviewer-1',
    roles: ['reviewer'],
    office: 'town-610926100',
    town: '610926100',
    displayName: '李经办',
  };

  it('has the roles that the claims name', () => {
    const actor = ActorSchema.parse(reviewer);
    expect(hasRole(actor, 'auditor', 'reviewer')).toBe(true);
    expect(hasRole(actor, 'auditor', 'supervisor')).toBe(false);
  });

  it.each([
    { ...reviewer, roles: [] },
    { ...reviewer, roles: ['emperor'] },
    { ...reviewer, office: 'town-1' },
    { ...reviewer, town: '610926' },
    { ...reviewer, id: '' },
    { ...reviewer, phone: '13812341234' },
  ])('is refused when malformed (%#)', (bad) => {
    expect(ActorSchema.safeParse(bad).success).toBe(false);
  });
});
