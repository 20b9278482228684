import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { checkUnit, keepsPremisesOf } from '../../shared/premises/keeping.ts';
import { premisesId, townOfPremises } from '../../shared/premises/site.ts';
import type { Unit, UnitFacts } from '../../shared/premises/unit.ts';
import { untilSettled } from '../cases/act-on-case.ts';
import { readDocuments } from '../persistence/document.ts';
import { eventWrite } from '../persistence/journal.ts';
import { unitChain } from '../persistence/keys.ts';
import {
  type KeptSite,
  type KeptUnit,
  readSite,
  readUnit,
  siteTouch,
  unitWrite,
} from '../persistence/premises.ts';
import { commit } from '../persistence/transaction.ts';
import { nextEvent, wasMade } from '../registers/change.ts';
import type { System } from '../system.ts';

/** Enters a unit under the town's own number. Refuses with `outside-your-town`, `premises-exists`, `invalid-input`. */
export const enterUnit = (
  system: System,
  actor: Actor,
  { commandId, town, number, facts }: EnteredUnit,
): Promise<Outcome<Unit>> =>
  untilSettled(async () => {
    if (!keepsPremisesOf(actor, town)) return refuse('outside-your-town');
    const id = premisesId(town, number);
    const before = await readUnit(system.tables, id);
    if (before !== undefined) {
      const repeated = await wasMade(system, actor, unitChain(id), 0, commandId);
      return repeated ? accept(before.unit) : refuse('premises-exists');
    }
    const entered: Unit = { unit: id, town, version: 1, ...facts, allotments: [] };
    return saveUnit(system, actor, undefined, entered, { type: 'unit-entered', commandId, data: facts });
  });

type EnteredUnit = {
  readonly commandId: string;
  readonly town: string;
  readonly number: string;
  readonly facts: UnitFacts;
};

/**
 * Puts new facts in place of the version the officer saw; whoever has floor in the unit keeps it.
 * Refuses with `not-found`, `outside-your-town`, `stale-version`, `premises-in-use`, `invalid-input`.
 */
export const changeUnit = (
  system: System,
  actor: Actor,
  unitId: string,
  { commandId, version, facts, reason }: ChangedUnit,
): Promise<Outcome<Unit>> =>
  untilSettled(async () => {
    const before = await readUnit(system.tables, unitId);
    if (before === undefined) return refuse('not-found');
    if (!keepsPremisesOf(actor, townOfPremises(unitId))) return refuse('outside-your-town');
    if (before.unit.version !== version) {
      const repeated = await wasMade(system, actor, unitChain(unitId), version, commandId);
      return repeated ? accept(before.unit) : refuse('stale-version', { current: before.unit });
    }
    const { unit, town, allotments } = before.unit;
    const changed: Unit = { unit, town, version: version + 1, ...facts, allotments };
    const data = { ...facts, ...(reason !== undefined && { reason }) };
    return saveUnit(system, actor, before, changed, { type: 'unit-changed', commandId, data });
  });

type ChangedUnit = {
  readonly commandId: string;
  readonly version: number;
  readonly facts: UnitFacts;
  readonly reason?: string | undefined;
};

async function saveUnit(
  system: System,
  actor: Actor,
  before: KeptUnit | undefined,
  unit: Unit,
  change: Parameters<typeof nextEvent>[4],
): Promise<Outcome<Unit> | 'moved'> {
  const { tables } = system;
  const site = await siteOfUnit(system, unit);
  const photo = await unknownPhoto(system, unit, before?.unit.photos ?? []);
  if (photo !== undefined) return refuse('document-not-found');
  const checked = checkUnit(unit, before?.unit, site?.site, dateInShanghai(system.now()));
  if (!checked.ok) return checked;
  const known = before && { version: before.unit.version, hash: before.hash };
  const event = nextEvent(system, actor, unitChain(unit.unit), known, change);
  const saved = await commit(tables, [
    unitWrite(tables, { unit, hash: event.hash, writes: before?.writes ?? 0 }),
    eventWrite(tables, event),
    ...(site ? [siteTouch(tables, site)] : []),
  ]);
  return saved.ok ? accept(unit) : 'moved';
}

/** A photograph is shown to everybody: it was uploaded for this very unit and passed the checks. */
async function unknownPhoto(
  { tables }: System,
  { unit, photos }: Unit,
  known: readonly string[],
): Promise<string | undefined> {
  const added = photos.filter((id) => !known.includes(id));
  if (added.length === 0) return undefined;
  const clean = (await readDocuments(tables, unit)).filter(({ state }) => state === 'clean');
  return added.find((id) => !clean.some((document) => document.id === id));
}

/** A unit lies in a site of its own town. */
const siteOfUnit = async ({ tables }: System, { site, town }: Unit): Promise<KeptSite | undefined> =>
  townOfPremises(site) === town ? readSite(tables, site) : undefined;
