import type { OfficeRef } from '../../programme.ts';

const office = (id: string): OfficeRef => ({ kind: 'office', office: id });

export const townOfCase: OfficeRef = { kind: 'town-of-case' };
export const countyOffice = office('county-office');
export const financeBureau = office('finance-bureau');
export const humanResourcesBureau = office('human-resources-bureau');
export const povertyReliefBureau = office('poverty-relief-bureau');
