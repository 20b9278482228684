import { type Outcome as Answer, accept, refuse } from '../../shared/api/errors.ts';
import type { outcomeRoutes } from '../../shared/api/routes/outcomes.ts';
import { towns } from '../../shared/identity/town.ts';
import { type Outcome, outcomesOf } from '../../shared/outcomes/outcome.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { awardRecordsOf } from '../outcomes/award-records.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof outcomeRoutes.listOutcomes>;

/** A town officer sees their own town. Refuses with `outside-your-town`. */
export const listOutcomes =
  (system: System) =>
  async ({ actor, query }: Request): Promise<Answer<{ items: Outcome[] }>> => {
    const town = query.town ?? actor.town;
    if (actor.town !== undefined && town !== actor.town) return refuse('outside-your-town');
    const items: Outcome[] = [];
    // One town after the other: a year's figures have time.
    for (const code of town === undefined ? towns.map((known) => known.code) : [town]) {
      items.push(...outcomesOf(await awardRecordsOf(system, code, query.programme), Number(query.year)));
    }
    return accept({ items });
  };
