import type { ActResultDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome, type Refusal, refuse } from '../../shared/api/errors.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { Party } from '../../shared/workflow/context.ts';
import { decide } from '../../shared/workflow/decide.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import type { Head } from '../persistence/head.ts';
import { StorageUnavailable } from '../persistence/storage-unavailable.ts';
import type { System } from '../system.ts';
import type { Envelope } from './envelope.ts';
import { loadContext } from './load-context.ts';
import { pinnedProgramme } from './pinned-programme.ts';
import { answerToRepeated } from './repeated-command.ts';
import { type Saved, saveAct } from './save-act.ts';
import { settleCase } from './settle-case.ts';

/** Says whether this actor may know of this case at all. */
export type MaySee = (party: Party, state: CaseState, programme: Programme) => boolean;

/** What is decided on may change underneath; after so many rounds the store is simply too busy. */
const usualRounds = 5;

/**
 * Repeats an act on what is there now until it is saved or refused. `attempt` loads, decides and saves once.
 * @throws {StorageUnavailable} when others are always quicker.
 */
export async function untilSettled<T>(
  attempt: () => Promise<Outcome<T> | 'moved'>,
  rounds = usualRounds,
): Promise<Outcome<T>> {
  for (let round = 1; round <= rounds; round += 1) {
    const outcome = await attempt();
    if (outcome !== 'moved') return outcome;
  }
  throw new StorageUnavailable(new Error('what is decided on keeps changing'));
}

/**
 * One act of a person or of the clock on a case: load the head, refuse or answer a repeated command, load
 * what this command needs, decide, save.
 * Refuses with `case-not-found` also for those who may not know of it.
 */
export const actOnCase = (
  system: System,
  party: Party,
  maySee: MaySee,
  caseId: string,
  envelope: Envelope,
): Promise<Outcome<ActResultDto>> =>
  untilSettled(async () => {
    const found = await openCase(system, party, maySee, caseId, envelope);
    if (!found.ok) return found;
    if ('repeated' in found.value) return accept(found.value.repeated);
    const { head, published } = found.value;
    const now = system.now();
    const loaded = await loadContext(system, party, published, head.state, envelope.command, now);
    if (!loaded.ok) return loaded;
    const { context, appraised } = loaded.value;
    const decision = decide(envelope.command, head.state, context);
    if (!decision.ok) return decision;
    return resultOf(
      await saveAct(system, {
        caseId,
        head,
        actor: party.actor,
        envelope,
        now,
        programme: published.programme,
        decision: decision.value,
        enterpriseName: head.enterpriseName,
        ...(appraised && {
          onceOnlyKeys: appraised.onceOnlyKeys,
          awardedToEnterprise: appraised.awardedToEnterprise,
        }),
      }),
    );
  });

type Opened =
  | { readonly repeated: ActResultDto }
  | { readonly head: Head; readonly published: Awaited<ReturnType<typeof pinnedProgramme>> };

/** The case, settled, on the version the command names; or the answer of the same command carried out before. */
export async function openCase(
  system: System,
  party: Party,
  maySee: MaySee,
  caseId: string,
  envelope: Envelope,
): Promise<Outcome<Opened>> {
  const head = await settleCase(system, caseId);
  if (head === undefined) return refuse('case-not-found');
  const published = await pinnedProgramme(system, head.state.programme);
  if (!maySee(party, head.state, published.programme)) return refuse('case-not-found');
  const repeated = await answerToRepeated(system, head, party.actor, envelope);
  if (repeated !== undefined) return repeated.ok ? accept({ repeated: repeated.value }) : repeated;
  if (envelope.version !== head.state.version) return refuse('stale-version', staleness(head, party.actor));
  return accept({ head, published });
}

/** Enough of the current state to show what changed; applicants are not told which officer holds it. */
function staleness({ state }: Head, actor: Actor): Pick<Refusal, 'current'> {
  const forApplicant = actor.id === state.applicant;
  return {
    current: {
      caseId: state.caseId,
      version: state.version,
      status: state.status,
      ...('stage' in state && { stage: state.stage }),
      ...('office' in state && state.office !== undefined && { office: state.office }),
      ...('officer' in state && state.officer !== undefined && !forApplicant && { officer: state.officer }),
    },
  };
}

export function resultOf(saved: Saved): Outcome<ActResultDto> | 'moved' {
  if (saved.kind === 'moved') return 'moved';
  if (saved.kind === 'refused') return { ok: false, refusal: saved.refusal };
  const { caseId, version, status } = saved.head.state;
  return accept({ caseId, version, status, event: saved.event, at: saved.at });
}
