import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import { formatArea, formatMoney } from '../../shared/language/format.ts';
import { areaToGive, withAllotment, withoutCase } from '../../shared/premises/floor-area.ts';
import type { Effect } from '../../shared/workflow/effects.ts';
import { capCountedAs, countWrite, uncountWrite } from './award-count.ts';
import { fundWrites } from './fund.ts';
import { readCountedAs, stillCountedAs } from './head-office.ts';
import { releaseLock, takeLock } from './lock.ts';
import { type OnceOnlyKey, registerWrites, releaseWrites } from './once-only-register.ts';
import { readUnit, unitWrite } from './premises.ts';
import { recoveryWrite } from './standing.ts';
import type { Tables } from './tables.ts';
import type { ConditionalWrite } from './transaction.ts';

/** What an effect does not say itself. */
export type EffectContext = {
  readonly caseId: string;
  readonly enterprise: string;
  readonly site: string;
  /** Of the event these effects belong to. */
  readonly seq: number;
  /** Instant of the event, and its day in Asia/Shanghai. */
  readonly at: string;
  readonly today: string;
  /** What `confirm-reservation` reserves. */
  readonly onceOnlyKeys: readonly OnceOnlyKey[];
  /** Fen the enterprise had been awarded when this was decided. */
  readonly awardedToEnterprise: number;
};

/** The conditional writes of an act's effects. Refuses when there is no floor left to allot. */
export async function effectWrites(
  tables: Tables,
  effects: readonly Effect[],
  context: EffectContext,
): Promise<Outcome<readonly ConditionalWrite[]>> {
  const writes: ConditionalWrite[] = [];
  let counted = context.enterprise;
  if (effects.some(({ kind }) => ofWholeEnterprise.has(kind))) {
    const countedAs = await readCountedAs(tables, context.enterprise);
    counted = countedAs.counted;
    writes.push(stillCountedAs(tables, countedAs));
  }
  for (const effect of effects) {
    const made = await writesOf(tables, effect, { ...context, counted });
    if (!made.ok) return made;
    writes.push(...made.value);
  }
  return accept(writes);
}

/** What is reckoned over a head office and all its branches. */
const ofWholeEnterprise: ReadonlySet<Effect['kind']> = new Set([
  'open-recovery',
  'settle-recovery',
  'count-against-cap',
  'uncount-against-cap',
]);

/** `counted`: the enterprise whose counts and recoveries they are. */
type CountedContext = EffectContext & { readonly counted: string };

const moveOf = {
  'reserve-fund': 'reserve',
  'release-fund': 'release',
  'commit-fund': 'commit',
  'return-to-fund': 'return',
  'pay-from-fund': 'pay',
  'repay-to-fund': 'repay',
  'send-back-to-fund': 'send-back',
  'take-back-to-fund': 'take-back',
} as const;

async function writesOf(
  tables: Tables,
  effect: Effect,
  context: CountedContext,
): Promise<Outcome<readonly ConditionalWrite[]>> {
  const { caseId, site, at, seq, counted } = context;
  switch (effect.kind) {
    case 'take-lock':
      return accept([takeLock(tables, effect.lock, caseId, effect.refusal)]);
    case 'release-lock':
      return accept([releaseLock(tables, effect.lock, caseId)]);
    case 'confirm-reservation':
      return accept(registerWrites(tables, effect.reservation, context.onceOnlyKeys));
    case 'release-reservation':
      return accept(await releaseWrites(tables, effect.reservation));
    case 'reserve-fund':
    case 'release-fund':
    case 'commit-fund':
    case 'return-to-fund':
    case 'pay-from-fund':
    case 'repay-to-fund':
    case 'send-back-to-fund':
    case 'take-back-to-fund':
      return accept(fundWrites(tables, { ...effect, kind: moveOf[effect.kind] }, { at, chain: caseId, seq }));
    case 'allot-premises':
    case 'move-allotment':
      return allotment(tables, effect, context);
    case 'free-premises': {
      const kept = await readUnit(tables, effect.unit);
      if (kept === undefined) return accept([]);
      const allotments = [...withoutCase(kept.unit.allotments, caseId)];
      return accept([unitWrite(tables, { ...kept, unit: { ...kept.unit, allotments } })]);
    }
    case 'open-recovery':
    case 'settle-recovery':
      return accept([recoveryWrite(tables, counted, caseId, effect.kind === 'open-recovery')]);
    case 'count-against-cap':
      return counting(tables, effect, context);
    case 'uncount-against-cap':
      return accept([uncountWrite(tables, capCountedAs(effect.cap, counted), site, effect.amount)]);
  }
}

/** A case has one allotment in a unit: the one it gets takes the place of the one it had. */
async function allotment(
  tables: Tables,
  { unit: unitId, area, from, to }: Extract<Effect, { kind: 'allot-premises' | 'move-allotment' }>,
  { caseId, today }: EffectContext,
): Promise<Outcome<readonly ConditionalWrite[]>> {
  const kept = await readUnit(tables, unitId);
  const others = kept && { ...kept.unit, allotments: [...withoutCase(kept.unit.allotments, caseId)] };
  const available = others === undefined ? 0 : areaToGive(others, from, to);
  if (kept === undefined || others === undefined || available < area) {
    return refuse('premises-taken', {
      params: { available: formatArea(available, 'zh').replace(' 平方米', '') },
    });
  }
  const allotments = [...withAllotment(others.allotments, { caseId, area, from, to }, today)];
  return accept([unitWrite(tables, { ...kept, unit: { ...others, allotments } })]);
}

function counting(
  tables: Tables,
  { cap, amount, limit }: Extract<Effect, { kind: 'count-against-cap' }>,
  { site, awardedToEnterprise, counted }: CountedContext,
): Outcome<readonly ConditionalWrite[]> {
  if (awardedToEnterprise + amount > limit) {
    const available = formatMoney(Math.max(0, limit - awardedToEnterprise), 'zh');
    return refuse('enterprise-cap-reached', { params: { available } });
  }
  return accept([countWrite(tables, capCountedAs(cap, counted), site, amount, awardedToEnterprise)]);
}
