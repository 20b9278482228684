import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import { formatArea, formatMoney } from '../../shared/language/format.ts';
import type { Effect } from '../../shared/workflow/effects.ts';
import { countWrite, uncountWrite } from './award-count.ts';
import { commitFund, payFromFund, repayToFund, returnToFund } from './fund.ts';
import { releaseLock, takeLock } from './lock.ts';
import { type OnceOnlyKey, registerWrites, releaseWrites } from './once-only-register.ts';
import { allot, free, freeArea, premisesWrite, readPremises } from './premises.ts';
import { recoveryWrite } from './standing.ts';
import type { Tables } from './tables.ts';
import type { ConditionalWrite } from './transaction.ts';

/** What an effect does not say itself. */
export type EffectContext = {
  readonly caseId: string;
  readonly site: string;
  /** Asia/Shanghai. */
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
  for (const effect of effects) {
    const made = await writesOf(tables, effect, context);
    if (!made.ok) return made;
    writes.push(...made.value);
  }
  return accept(writes);
}

async function writesOf(
  tables: Tables,
  effect: Effect,
  context: EffectContext,
): Promise<Outcome<readonly ConditionalWrite[]>> {
  const { caseId, site } = context;
  switch (effect.kind) {
    case 'take-lock':
      return accept([takeLock(tables, effect.lock, caseId, effect.refusal)]);
    case 'release-lock':
      return accept([releaseLock(tables, effect.lock, caseId)]);
    case 'confirm-reservation':
      return accept(registerWrites(tables, effect.reservation, context.onceOnlyKeys));
    case 'release-reservation':
      return accept(await releaseWrites(tables, effect.reservation));
    case 'commit-fund':
      return accept([commitFund(tables, effect.fund, effect.amount)]);
    case 'return-to-fund':
      return accept([returnToFund(tables, effect.fund, effect.amount)]);
    case 'pay-from-fund':
      return accept([payFromFund(tables, effect.fund, effect.amount)]);
    case 'repay-to-fund':
      return accept([repayToFund(tables, effect.fund, effect.amount)]);
    case 'allot-premises':
    case 'move-allotment':
      return allotment(tables, effect, context);
    case 'free-premises': {
      const unit = await readPremises(tables, effect.unit);
      return accept(unit === undefined ? [] : [premisesWrite(tables, free(unit, caseId))]);
    }
    case 'open-recovery':
    case 'settle-recovery':
      return accept([recoveryWrite(tables, effect.enterprise, caseId, effect.kind === 'open-recovery')]);
    case 'count-against-cap':
      return counting(tables, effect, context);
    case 'uncount-against-cap':
      return accept([uncountWrite(tables, effect.cap, site, effect.amount)]);
  }
}

/** A case has one allotment in a unit: the one it gets takes the place of the one it had. */
async function allotment(
  tables: Tables,
  { unit: unitId, area, from, to }: Extract<Effect, { kind: 'allot-premises' | 'move-allotment' }>,
  { caseId, today }: EffectContext,
): Promise<Outcome<readonly ConditionalWrite[]>> {
  const standing = await readPremises(tables, unitId);
  const unit = standing && free(standing, caseId);
  const available = unit === undefined ? 0 : freeArea(unit, from, to);
  if (unit === undefined || available < area) {
    return refuse('premises-taken', {
      params: { available: formatArea(available, 'zh').replace(' 平方米', '') },
    });
  }
  return accept([premisesWrite(tables, allot(unit, { caseId, area, from, to }, today))]);
}

function counting(
  tables: Tables,
  { cap, amount, limit }: Extract<Effect, { kind: 'count-against-cap' }>,
  { site, awardedToEnterprise }: EffectContext,
): Outcome<readonly ConditionalWrite[]> {
  if (awardedToEnterprise + amount > limit) {
    const available = formatMoney(Math.max(0, limit - awardedToEnterprise), 'zh');
    return refuse('enterprise-cap-reached', { params: { available } });
  }
  return accept([countWrite(tables, cap, site, amount, awardedToEnterprise)]);
}
