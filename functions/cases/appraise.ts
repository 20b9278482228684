import { addCalendarDays, addMonths, yearOf } from '../../shared/calendar/date.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { ProtectedAnswers } from '../../shared/forms/answers.ts';
import { areaToGive } from '../../shared/premises/floor-area.ts';
import type { Unit } from '../../shared/premises/unit.ts';
import type { Benefit, Programme } from '../../shared/programmes/programme.ts';
import { evaluateProgramme } from '../../shared/rules/evaluate-programme.ts';
import type { Facts } from '../../shared/rules/evaluation.ts';
import { onceOnlyKeys } from '../../shared/rules/once-only-keys.ts';
import { stageApplies } from '../../shared/rules/stage-applies.ts';
import type { Appraisal } from '../../shared/workflow/context.ts';
import { capOf, fundId } from '../../shared/workflow/grant.ts';
import { routingAnswers } from '../../shared/workflow/routing.ts';
import { awardCountOf, nothingAwarded } from '../persistence/award-count.ts';
import type { DataKey } from '../persistence/data-key.ts';
import { fundOf } from '../persistence/fund.ts';
import { capKey, fundKey, lockKey, type RegistryKey, standingKey, unitKey } from '../persistence/keys.ts';
import { bucketKeysOf, fingerprintOf, type OnceOnlyKey, takenIn } from '../persistence/once-only-register.ts';
import { unitOf } from '../persistence/premises.ts';
import { standingOf } from '../persistence/standing.ts';
import { type RawItem, readItems } from '../persistence/tables.ts';
import type { System } from '../system.ts';

/** What is to be judged. */
export type Subject = {
  readonly caseId: string;
  readonly programme: Programme;
  readonly answers: ProtectedAnswers;
  readonly digest: string;
  readonly town: string;
  readonly routing: Readonly<Record<string, string>>;
  readonly enterprise: string;
  readonly site: string;
};

export type Appraised = {
  readonly appraisal: Appraisal;
  /** Beside the appraisal: what the writes of an approval need. */
  readonly onceOnlyKeys: readonly OnceOnlyKey[];
  readonly awardedToEnterprise: number;
};

/** Loads the facts by one read and lets the rules judge. */
export async function appraise(system: System, subject: Subject): Promise<Appraised> {
  const { programme, answers, digest, site } = subject;
  const today = dateInShanghai(system.now());
  const dataKey = await system.dataKey();
  const once = onceOnlyOf(subject, today, dataKey);
  const keys = keysOf(subject, today, once);
  const found = byKey(await readItems(system.tables, Object.values(keys).flat()));

  const [fund, cap, standing] = [found(keys.fund[0]), found(keys.cap[0]), found(keys.standing[0])];
  const unit = found(keys.unit[0]);
  const awarded = cap ? awardCountOf(cap, site) : nothingAwarded;
  const premises = unit && unitOf(unit).unit;
  const takenPrints = new Set(keys.buckets.flatMap((key) => [...takenOf(found(key))]));
  const lockedByOthers = new Set(
    once.locks.filter((lock) => {
      const holder = found(lockKey(lock))?.caseId;
      return holder !== undefined && holder !== subject.caseId;
    }),
  );
  const facts: Facts = {
    today,
    fundAvailable: fund ? fundOf(fund).fund.available : 0,
    awardedForItem: awarded.atSite,
    awardedToEnterprise: awarded.enterprise,
    taken: once.countTaken((key) => lockedByOthers.has(key) || takenPrints.has(fingerprintOf(key))),
    ...standingOf(standing),
    premises: premisesFacts(premises, 0),
  };
  const evaluate = (with_: Facts) => evaluateProgramme(programme, answers, with_, digest);
  // For how long floor is wanted is itself reckoned by the rules, so premises take a second round.
  const first = evaluate(facts);
  const evaluation =
    premises && programme.benefit.kind === 'premises'
      ? evaluate({
          ...facts,
          premises: premisesFacts(premises, freeIn(premises, programme.benefit, answers, first, today)),
        })
      : first;
  return {
    appraisal: {
      evaluation,
      stageApplies: (stageId, amount) => stageApplies(programme, stageId, evaluation, amount),
      ...premisesWanted(programme.benefit, answers),
      onceOnly: {
        locks: once.locks,
        ...(once.registered.length > 0 && { reservation: subject.caseId }),
      },
    },
    onceOnlyKeys: once.registered,
    awardedToEnterprise: awarded.enterprise,
  };
}

type OnceOnlyOf = ReturnType<typeof onceOnlyOf>;

/**
 * Keys made of rows go to the register, which takes any number; a single key is a lock, which knows its
 * holder. Which of the two is the programme's doing, so all applications that share a key agree on it.
 */
function onceOnlyOf({ programme, answers }: Subject, today: string, dataKey: DataKey) {
  const all = onceOnlyKeys(programme, answers, today, (text) => dataKey.keyedHash('once-only', text));
  const declared = new Map(programme.onceOnly.map((once) => [once.id, once]));
  const registered = all.flatMap(({ id, about, keys, perRow }): readonly OnceOnlyKey[] =>
    declared.get(id)?.each === undefined
      ? []
      : keys.map((key, index) => ({
          fingerprint: fingerprintOf(key),
          about,
          row: `${id}:${Math.floor(index / perRow)}`,
        })),
  );
  const locks = all.flatMap(({ id, scope, keys }) =>
    declared.get(id)?.each === undefined ? keys.map((key) => `once:${scope}:${key}`) : [],
  );
  return {
    registered: [...new Map(registered.map((key) => [key.fingerprint, key])).values()],
    locks: [...new Set(locks)],
    /** How many of each once-only's keys are taken. */
    countTaken: (isTaken: (key: string) => boolean): Facts['taken'] =>
      Object.fromEntries(
        all.map(({ id, scope, keys }) => [
          id,
          keys.filter((key) => isTaken(declared.get(id)?.each === undefined ? `once:${scope}:${key}` : key))
            .length,
        ]),
      ),
  };
}

function keysOf(subject: Subject, today: string, once: OnceOnlyOf) {
  const { benefit, owner } = subject.programme;
  const unit = premisesWanted(benefit, subject.answers).premises?.unit;
  const cap = capOf(subject.programme, subject)?.cap;
  const routed = routingAnswers(subject.programme).every((id) => subject.routing[id] !== undefined);
  return {
    // In a draft the answer that chooses the bureau may still be missing; then no fund is known either.
    fund:
      benefit.kind === 'money' && routed
        ? [fundKey(fundId(benefit.fund, owner, subject, yearOf(today)))]
        : [],
    cap: cap === undefined ? [] : [capKey(cap)],
    standing: [standingKey(subject.enterprise)],
    unit: unit === undefined ? [] : [unitKey(unit)],
    locks: once.locks.map(lockKey),
    buckets: bucketKeysOf(once.registered.map(({ fingerprint }) => fingerprint)),
  } satisfies Record<string, readonly RegistryKey[]>;
}

function byKey(items: readonly RawItem[]): (key: RegistryKey | undefined) => RawItem | undefined {
  const found = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
  return (key) => key && found.get(`${key.pk} ${key.sk}`);
}

const takenOf = (bucket: RawItem | undefined): ReadonlySet<string> =>
  bucket ? takenIn(bucket) : new Set<string>();

function premisesWanted(benefit: Benefit, answers: ProtectedAnswers): Pick<Appraisal, 'premises'> {
  if (benefit.kind !== 'premises') return {};
  const [unit, startsOn] = [answers[benefit.unit], answers[benefit.startsOn]];
  return typeof unit === 'string' && typeof startsOn === 'string' ? { premises: { unit, startsOn } } : {};
}

const premisesFacts = (unit: Unit | undefined, free: number): Facts['premises'] => ({
  known: unit !== undefined && unit.offer !== 'out-of-use',
  freeArea: free,
  referenceRent: unit?.referenceRent ?? 0,
  rentSource: unit?.rentSource ?? '',
});

/** Free over the months wanted, from the day wished for or today if that is over. */
function freeIn(
  unit: Unit,
  benefit: Extract<Benefit, { kind: 'premises' }>,
  answers: ProtectedAnswers,
  { terms }: { readonly terms: readonly { readonly name: string; readonly value: unknown }[] },
  today: string,
): number {
  const wished = premisesWanted(benefit, answers).premises?.startsOn ?? today;
  const months = terms.find(({ name }) => name === benefit.months)?.value;
  const from = wished > today ? wished : today;
  const to = typeof months === 'number' && months > 0 ? addCalendarDays(addMonths(from, months), -1) : from;
  return areaToGive(unit, from, to);
}
