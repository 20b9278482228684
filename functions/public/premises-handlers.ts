import type { UnitDto } from '../../shared/api/dto/premises.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { premisesRoutes } from '../../shared/api/routes/premises.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { towns } from '../../shared/identity/town.ts';
import type { Site } from '../../shared/premises/site.ts';
import type { RequestOf } from '../http/endpoint.ts';
import { readPremisesOf, readSite, readUnit } from '../persistence/premises.ts';
import { unitView } from '../premises/unit-view.ts';
import type { System } from '../system.ts';

type List = { sites: Site[]; units: UnitDto[] };

export const listPremises =
  ({ tables, now }: System) =>
  async ({ query }: RequestOf<typeof premisesRoutes.listPremises>): Promise<Outcome<List>> => {
    const today = dateInShanghai(now());
    const asked = query.town === undefined ? towns.map(({ code }) => code) : [query.town];
    const found = await Promise.all(asked.map((town) => readPremisesOf(tables, town)));
    return accept({
      sites: found.flatMap(({ sites }) =>
        sites.map(({ site }) => ({ ...site, buildings: [...site.buildings] })),
      ),
      units: found.flatMap(({ units }) => units.map(({ unit }) => unitView(unit, today))),
    });
  };

type Detail = { site: Site; unit: UnitDto };

export const getPremises =
  ({ tables, now }: System) =>
  async ({ params }: RequestOf<typeof premisesRoutes.getPremises>): Promise<Outcome<Detail>> => {
    const kept = await readUnit(tables, params.unit);
    const site = kept && (await readSite(tables, kept.unit.site));
    if (kept === undefined || site === undefined) return refuse('not-found');
    return accept({ site: site.site, unit: unitView(kept.unit, dateInShanghai(now())) });
  };
