import { actsFor } from '../../shared/enterprises/decide-profile.ts';
import type { StatedFacts } from '../../shared/forms/prefill.ts';
import { type OwnEnterprise, readOwnEnterprises } from '../persistence/account.ts';
import { readProfile, readStatedFacts } from '../persistence/enterprise.ts';
import type { System } from '../system.ts';

/**
 * What an account may have filled in for an enterprise of its own: as one who acts for it, what its people last
 * stated; else what the account stated itself. Undefined where neither is.
 */
export async function knownFacts(
  { tables, dataKey }: System,
  { enterprise, acts, facts }: OwnEnterprise,
): Promise<StatedFacts | undefined> {
  const key = await dataKey();
  return (acts ? await readStatedFacts(tables, key, enterprise) : undefined) ?? facts(key);
}

/** The same for an enterprise by its key; nothing where the account has nothing to do with it. */
export async function factsToFillIn(
  system: System,
  account: string,
  enterprise: string,
): Promise<StatedFacts> {
  const own = await readOwnEnterprises(system.tables, account);
  const known = own.find((one) => one.enterprise === enterprise);
  return (known && (await knownFacts(system, known))) ?? {};
}

/** Where a new application of an enterprise is for: town by code, address as its people gave it. */
export type KnownPlace = { readonly town: string; readonly address?: string };

/** The place of a branch, of the head office where none is named; only for those who act for the enterprise. */
export async function placeToFillIn(
  { tables }: System,
  account: string,
  enterprise: string,
  branch: string | undefined,
): Promise<KnownPlace | undefined> {
  const profile = (await readProfile(tables, enterprise))?.profile;
  if (profile === undefined || !actsFor(profile, account)) return undefined;
  return profile.branches.find(({ id }) => id === branch) ?? { town: profile.town };
}
