import { accept, type FieldError, type Outcome, refuse } from '../api/errors.ts';
import { type Actor, hasRole } from '../identity/actor.ts';
import { townOfficeId } from '../identity/office.ts';
import { formatArea } from '../language/format.ts';
import { text } from '../language/text.ts';
import { mostAllotted } from './floor-area.ts';
import type { Site, SiteFacts } from './site.ts';
import type { Unit, UnitFacts } from './unit.ts';

/** Town officers keep the premises of their own town, nobody those of another. */
export const keepsPremisesOf = (actor: Actor, town: string): boolean =>
  hasRole(actor, 'reviewer', 'supervisor') && actor.office === townOfficeId(town);

const notThere = (path: string): FieldError => ({
  path,
  code: 'not-in-site',
  message: text(
    '该厂区没有这个楼栋或楼层，请先在厂区中登记。',
    'The site has no such building or floor; enter it there first.',
  ),
});

/** What is wrong with where a unit is said to lie. Paths are those of the unit's facts. */
function placeFaults({ building, floor }: UnitFacts, site: Site | undefined): readonly FieldError[] {
  const known = site?.buildings.find(({ name }) => name === building);
  if (site === undefined) return [notThere('/unit/site')];
  if (known === undefined) return [notThere('/unit/building')];
  const exists = floor > 0 ? floor <= known.floors : -floor <= known.basements;
  return exists ? [] : [notThere('/unit/floor')];
}

/**
 * Whether a unit may be entered, or changed to this, on a day. Nothing that was given to somebody may vanish:
 * refuses with `premises-in-use` when less floor than allotted, or none, would be left; with `invalid-input`
 * when the site has no such place.
 */
export function checkUnit(
  facts: UnitFacts,
  before: Unit | undefined,
  site: Site | undefined,
  today: string,
): Outcome<undefined> {
  const errors = placeFaults(facts, site);
  if (errors.length > 0) return refuse('invalid-input', { errors });
  const taken = mostAllotted(before?.allotments ?? [], today, '9999-12-31');
  const fits = facts.offer === 'out-of-use' ? taken === 0 : taken <= facts.area;
  return fits
    ? accept(undefined)
    : refuse('premises-in-use', { params: { taken: formatArea(taken, 'zh').replace(' 平方米', '') } });
}

/** Whether a site may be changed to this: every unit keeps its building and floor. */
export function checkSite(facts: SiteFacts, site: Site, units: readonly Unit[]): Outcome<undefined> {
  const changed: Site = { ...site, ...facts };
  const homeless = units.filter((unit) => unit.site === site.site && placeFaults(unit, changed).length > 0);
  const errors = homeless.map(
    ({ unit }): FieldError => ({
      path: '/site/buildings',
      code: 'unit-without-place',
      message: text(
        `房源 ${unit} 在被删去的楼栋或楼层，请先修改该房源。`,
        `Unit ${unit} lies in a building or floor that would vanish; change the unit first.`,
      ),
    }),
  );
  return errors.length > 0 ? refuse('invalid-input', { errors }) : accept(undefined);
}
