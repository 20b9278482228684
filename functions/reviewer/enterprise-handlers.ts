import type { HistoryEntryDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { enterpriseConfirmingRoutes } from '../../shared/api/routes/enterprises.ts';
import type { Profile } from '../../shared/enterprises/profile.ts';
import { changeProfile } from '../enterprises/change-profile.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { profileOf, readProfile, readProfileRequests } from '../persistence/enterprise.ts';
import { readCountedAs } from '../persistence/head-office.ts';
import { enterpriseChain, profileKey } from '../persistence/keys.ts';
import { readItems } from '../persistence/tables.ts';
import { historyOf } from '../registers/history.ts';
import type { System } from '../system.ts';

type Request<N extends keyof typeof enterpriseConfirmingRoutes> = SignedInRequestOf<
  (typeof enterpriseConfirmingRoutes)[N]
>;

export const profileRequests =
  ({ tables }: System) =>
  async ({ actor }: Request<'profileRequests'>): Promise<Outcome<{ items: Profile[] }>> => {
    if (actor.town === undefined) return accept({ items: [] });
    const waiting = await readProfileRequests(tables, actor.town);
    const items = await readItems(tables, waiting.map(profileKey));
    return accept({ items: items.map((item) => profileOf(item).profile) });
  };

type Page = { profile: Profile; headOffice?: string; history: HistoryEntryDto[] };

export const getProfile =
  (system: System) =>
  async ({ params: { enterprise } }: Request<'getProfile'>): Promise<Outcome<Page>> => {
    const kept = await readProfile(system.tables, enterprise);
    if (kept === undefined) return refuse('not-found');
    const { counted } = await readCountedAs(system.tables, enterprise);
    return accept({
      profile: kept.profile,
      ...(counted !== enterprise && { headOffice: counted }),
      history: await historyOf(system, enterpriseChain(enterprise)),
    });
  };

export const decideOnProfile =
  (system: System) =>
  ({ actor, params: { enterprise }, body }: Request<'decideOnProfile'>): Promise<Outcome<Profile>> =>
    changeProfile(system, actor, enterprise, body);
