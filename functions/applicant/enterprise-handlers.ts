import type { CaseSummaryDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { enterpriseRoutes, OwnEnterpriseDto } from '../../shared/api/routes/enterprises.ts';
import type { Profile } from '../../shared/enterprises/profile.ts';
import { summaryOf } from '../cases/case-summary.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { changeProfile } from '../enterprises/change-profile.ts';
import { type Entered, enterEnterprise } from '../enterprises/enter-enterprise.ts';
import { knownFacts } from '../enterprises/known-facts.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { actsForEnterprise, type OwnEnterprise, readOwnEnterprises } from '../persistence/account.ts';
import { profileOf, readEnterpriseCases } from '../persistence/enterprise.ts';
import { headOf } from '../persistence/head.ts';
import { headKey, profileKey } from '../persistence/keys.ts';
import { readItems } from '../persistence/tables.ts';
import type { System } from '../system.ts';

type Request<N extends keyof typeof enterpriseRoutes> = SignedInRequestOf<(typeof enterpriseRoutes)[N]>;

export const myEnterprises =
  (system: System) =>
  async ({ actor }: Request<'myEnterprises'>): Promise<Outcome<{ items: OwnEnterpriseDto[] }>> => {
    const own = await readOwnEnterprises(system.tables, actor.id);
    const profiles = new Map(
      (
        await readItems(
          system.tables,
          own.map(({ enterprise }) => profileKey(enterprise)),
        )
      )
        .map(profileOf)
        .map(({ profile }) => [profile.enterprise, profile]),
    );
    const items = await Promise.all(
      own.map((one) => ownEnterprise(system, one, profiles.get(one.enterprise), actor.id)),
    );
    return accept({ items: items.flat() });
  };

/** None where nothing is left to say: somebody asked to act and was refused. */
async function ownEnterprise(
  system: System,
  own: OwnEnterprise,
  profile: Profile | undefined,
  account: string,
): Promise<OwnEnterpriseDto[]> {
  const { enterprise, acts } = own;
  const stated = await knownFacts(system, own);
  const asked = profile?.members.some((member) => member.account === account) === true;
  if (stated === undefined && !asked) return [];
  const known = stated?.enterpriseName;
  return [
    {
      enterprise,
      name: profile && (acts || asked) ? profile.name : typeof known === 'string' ? known : enterprise,
      part: acts ? 'acts' : asked ? 'asked' : 'applied',
      facts: stated ?? {},
      ...(acts && profile && { profile }),
    },
  ];
}

export const enterpriseEntering =
  (system: System) =>
  ({ actor, body }: Request<'enterEnterprise'>): Promise<Outcome<Entered>> =>
    enterEnterprise(system, actor, body);

/** Whoever may not act for it is not told that it is there. */
export const actOnEnterprise =
  (system: System) =>
  async ({ actor, params: { enterprise }, body }: Request<'actOnEnterprise'>): Promise<Outcome<Profile>> => {
    const leaves = body.command.type === 'remove-member' && body.command.account === actor.id;
    if (!leaves && !(await actsForEnterprise(system.tables, actor.id, enterprise)))
      return refuse('not-found');
    return changeProfile(system, actor, enterprise, body);
  };

const most = 50;

export const enterpriseCases =
  (system: System) =>
  async ({
    actor,
    params: { enterprise },
  }: Request<'enterpriseCases'>): Promise<Outcome<{ items: CaseSummaryDto[] }>> => {
    const { tables } = system;
    if (!(await actsForEnterprise(tables, actor.id, enterprise))) return refuse('not-found');
    const now = system.now();
    const calendar = await system.calendarAt(now);
    const cases = await readEnterpriseCases(tables, enterprise, most);
    const heads = (await readItems(tables, [...new Set(cases)].map(headKey))).map(headOf);
    const rows = heads
      // A correction can have changed the credit code; then the case is another enterprise's.
      .filter(({ state }) => state.enterprise === enterprise)
      .toSorted((one, other) => (one.state.submittedAt > other.state.submittedAt ? -1 : 1))
      .map(async ({ state, enterpriseName }) => {
        const { programme } = await pinnedProgramme(system, state.programme);
        return summaryOf({ ...state, enterpriseName, officer: undefined }, programme, calendar, now);
      });
    return accept({ items: await Promise.all(rows) });
  };
