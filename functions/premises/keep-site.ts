import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { checkSite, keepsPremisesOf } from '../../shared/premises/keeping.ts';
import { premisesId, type Site, type SiteFacts, townOfPremises } from '../../shared/premises/site.ts';
import { untilSettled } from '../cases/act-on-case.ts';
import { eventWrite } from '../persistence/journal.ts';
import { siteChain } from '../persistence/keys.ts';
import { type KeptSite, readPremisesOf, readSite, siteWrite } from '../persistence/premises.ts';
import { commit } from '../persistence/transaction.ts';
import { type Change, nextEvent, wasMade } from '../registers/change.ts';
import type { System } from '../system.ts';

type EnteredSite = {
  readonly commandId: string;
  readonly town: string;
  readonly number: string;
  readonly facts: SiteFacts;
};

/** Enters a site under the town's own number. Refuses with `outside-your-town` or `premises-exists`. */
export const enterSite = (
  system: System,
  actor: Actor,
  { commandId, town, number, facts }: EnteredSite,
): Promise<Outcome<Site>> =>
  untilSettled(async () => {
    if (!keepsPremisesOf(actor, town)) return refuse('outside-your-town');
    const id = premisesId(town, number);
    const before = await readSite(system.tables, id);
    if (before !== undefined) {
      const repeated = await wasMade(system, actor, siteChain(id), 0, commandId);
      return repeated ? accept(before.site) : refuse('premises-exists');
    }
    const site: Site = { site: id, town, version: 1, ...facts };
    return saveSite(system, actor, undefined, site, { type: 'site-entered', commandId, data: facts });
  });

type ChangedSite = { readonly commandId: string; readonly version: number; readonly facts: SiteFacts };

/**
 * Puts new facts in place of the version the officer saw. A building in which a unit lies cannot vanish.
 * Refuses with `not-found`, `outside-your-town`, `stale-version`, `invalid-input`.
 */
export const changeSite = (
  system: System,
  actor: Actor,
  siteId: string,
  { commandId, version, facts }: ChangedSite,
): Promise<Outcome<Site>> =>
  untilSettled(async () => {
    const town = townOfPremises(siteId);
    const { sites, units } = await readPremisesOf(system.tables, town);
    const before = sites.find(({ site }) => site.site === siteId);
    if (before === undefined) return refuse('not-found');
    if (!keepsPremisesOf(actor, town)) return refuse('outside-your-town');
    if (before.site.version !== version) {
      const repeated = await wasMade(system, actor, siteChain(siteId), version, commandId);
      return repeated ? accept(before.site) : refuse('stale-version', { current: before.site });
    }
    const checked = checkSite(
      facts,
      before.site,
      units.map(({ unit }) => unit),
    );
    if (!checked.ok) return checked;
    const site: Site = { site: siteId, town, version: version + 1, ...facts };
    return saveSite(system, actor, before, site, { type: 'site-changed', commandId, data: facts });
  });

async function saveSite(
  system: System,
  actor: Actor,
  before: KeptSite | undefined,
  site: Site,
  change: Change,
): Promise<Outcome<Site> | 'moved'> {
  const { tables } = system;
  const known = before && { version: before.site.version, hash: before.hash };
  const event = nextEvent(system, actor, siteChain(site.site), known, change);
  const saved = await commit(tables, [
    siteWrite(tables, { site, hash: event.hash, writes: before?.writes ?? 0 }),
    eventWrite(tables, event),
  ]);
  return saved.ok ? accept(site) : 'moved';
}
