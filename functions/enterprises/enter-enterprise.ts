import { accept, type Outcome } from '../../shared/api/errors.ts';
import { actsFor, decideProfile } from '../../shared/enterprises/decide-profile.ts';
import type { Profile } from '../../shared/enterprises/profile.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { untilSettled } from '../cases/act-on-case.ts';
import { enterpriseKeyOfCode } from '../cases/subject-keys.ts';
import { readProfile } from '../persistence/enterprise.ts';
import type { System } from '../system.ts';
import { saveProfile } from './change-profile.ts';

type Entering = {
  readonly commandId: string;
  readonly creditCode: string;
  readonly name: string;
  readonly town: string;
};

export type Entered = { enterprise: string; part: 'asked' | 'acts' };

/** Asks to act for an enterprise; the first who does enters it. Asking again changes nothing. */
export const enterEnterprise = (
  system: System,
  actor: Actor,
  { commandId, creditCode, name, town }: Entering,
): Promise<Outcome<Entered>> =>
  untilSettled<Entered>(async () => {
    const enterprise = enterpriseKeyOfCode(creditCode, await system.dataKey());
    const before = await readProfile(system.tables, enterprise);
    if (before?.profile.members.some(({ account }) => account === actor.id)) {
      return accept({ enterprise, part: actsFor(before.profile, actor.id) ? 'acts' : 'asked' });
    }
    const blank: Profile = { enterprise, version: 1, name, town, members: [], branches: [] };
    const decision = decideProfile({ type: 'ask-to-act' }, before?.profile ?? blank, {
      actor,
      now: system.now(),
      newId: system.newId(),
    });
    if (!decision.ok) return decision;
    const entered = before
      ? decision.value
      : { ...decision.value, type: 'enterprise-entered', data: { ...decision.value.data, name, town } };
    const saved = await saveProfile(system, actor, before, entered, commandId);
    if (saved === 'moved' || !saved.ok) return saved;
    return accept({ enterprise, part: 'asked' });
  });
