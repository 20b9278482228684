import { yearOf } from '../../shared/calendar/date.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { ProtectedAnswers } from '../../shared/forms/answers.ts';
import type { Fund } from '../../shared/funds/fund.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { evaluateProgramme } from '../../shared/rules/evaluate-programme.ts';
import type { Facts } from '../../shared/rules/evaluation.ts';
import { stageApplies } from '../../shared/rules/stage-applies.ts';
import type { Appraisal } from '../../shared/workflow/context.ts';
import { capOf, fundId } from '../../shared/workflow/grant.ts';
import { routingAnswers } from '../../shared/workflow/routing.ts';
import { awardCountOf, nothingAwarded } from '../persistence/award-count.ts';
import { fundOf } from '../persistence/fund.ts';
import { headOfficeOf } from '../persistence/head-office.ts';
import {
  capKey,
  fundKey,
  headOfficeKey,
  lockKey,
  type RegistryKey,
  standingKey,
  unitKey,
} from '../persistence/keys.ts';
import { bucketKeysOf, type OnceOnlyKey, takenIn } from '../persistence/once-only-register.ts';
import { unitOf } from '../persistence/premises.ts';
import { type Standing, standingOf } from '../persistence/standing.ts';
import { type RawItem, readItems } from '../persistence/tables.ts';
import type { System } from '../system.ts';
import { type OnceOnlyOf, onceOnlyOf } from './once-only-of.ts';
import { freeArea, premisesFacts, premisesWanted } from './premises-facts.ts';

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
  /** What the case itself has reserved already: it is available to it. */
  readonly reserved?: { readonly fund: string; readonly amount: number } | undefined;
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
  const once = onceOnlyOf(programme, answers, today, dataKey);
  const keys = keysOf(subject, today, once);
  const found = byKey(await readItems(system.tables, Object.values(keys).flat()));

  const fund = found(keys.fund[0]);
  const { cap, standings } = await ofWholeEnterprise(system, subject, keys, found);
  const unit = found(keys.unit[0]);
  const awarded = cap ? awardCountOf(cap, site) : nothingAwarded;
  const premises = unit && unitOf(unit).unit;
  const takenPrints = new Set(keys.buckets.flatMap((key) => [...takenOf(found(key))]));
  const isLocked = (lock: string): boolean => {
    const holder = found(lockKey(lock))?.caseId;
    return holder !== undefined && holder !== subject.caseId;
  };
  const facts: Facts = {
    today,
    fundAvailable: fund ? availableTo(subject, fundOf(fund).fund) : 0,
    awardedForItem: awarded.atSite,
    awardedToEnterprise: awarded.enterprise,
    taken: once.countTaken(isLocked, (fingerprint) => takenPrints.has(fingerprint)),
    openRecovery: standings.some(({ openRecovery }) => openRecovery),
    dishonestyListed: standings.some(({ dishonestyListed }) => dishonestyListed),
    premises: premisesFacts(premises, 0),
  };
  const first = evaluateProgramme(programme, answers, facts, digest);
  // For how long floor is wanted is itself reckoned by the rules, so premises take a second round.
  const evaluation =
    premises && programme.benefit.kind === 'premises'
      ? evaluateProgramme(
          programme,
          answers,
          {
            ...facts,
            premises: premisesFacts(premises, freeArea(premises, programme.benefit, answers, first)),
          },
          digest,
        )
      : first;
  const wanted = premisesWanted(programme.benefit, answers);
  return {
    appraisal: {
      evaluation,
      stageApplies: (stageId, amount) => stageApplies(programme, stageId, evaluation, amount),
      ...(wanted && { premises: wanted }),
      onceOnly: {
        locks: once.locks,
        ...(once.registered.length > 0 && { reservation: subject.caseId }),
      },
    },
    onceOnlyKeys: once.registered,
    awardedToEnterprise: awarded.enterprise,
  };
}

function keysOf(subject: Subject, today: string, once: OnceOnlyOf) {
  const { benefit, owner } = subject.programme;
  const unit = premisesWanted(benefit, subject.answers)?.unit;
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
    headOffice: [headOfficeKey(subject.enterprise)],
    unit: unit === undefined ? [] : [unitKey(unit)],
    locks: once.locks.map(lockKey),
    buckets: bucketKeysOf(once.registered.map(({ fingerprint }) => fingerprint)),
  } satisfies Record<string, readonly RegistryKey[]>;
}

const availableTo = ({ reserved }: Subject, { fund, available }: Fund): number =>
  available + (reserved?.fund === fund ? reserved.amount : 0);

type Found = ReturnType<typeof byKey>;

/** Of a branch that counts with its head office, what is counted there; few are, so it is a read of its own. */
async function ofWholeEnterprise(
  { tables }: System,
  { programme }: Subject,
  keys: ReturnType<typeof keysOf>,
  found: Found,
): Promise<{ readonly cap: RawItem | undefined; readonly standings: readonly Standing[] }> {
  const enterprise = headOfficeOf(found(keys.headOffice[0]));
  const own = standingOf(found(keys.standing[0]));
  if (enterprise === undefined) return { cap: found(keys.cap[0]), standings: [own] };
  const counted = capOf(programme, { enterprise })?.cap;
  const [cap, standing] = [counted === undefined ? undefined : capKey(counted), standingKey(enterprise)];
  const there = byKey(await readItems(tables, cap === undefined ? [standing] : [cap, standing]));
  return { cap: there(cap), standings: [own, standingOf(there(standing))] };
}

function byKey(items: readonly RawItem[]): (key: RegistryKey | undefined) => RawItem | undefined {
  const found = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
  return (key) => key && found.get(`${key.pk} ${key.sk}`);
}

const takenOf = (bucket: RawItem | undefined): ReadonlySet<string> =>
  bucket ? takenIn(bucket) : new Set<string>();
