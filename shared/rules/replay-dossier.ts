import type { ReplayedDto } from '../api/dto/dossier.ts';
import { type ProtectedAnswers, ProtectedAnswersSchema } from '../forms/answers.ts';
import { isObject } from '../forms/value-shape.ts';
import type { Dossier } from '../ledger/dossier.ts';
import { type Programme, ProgrammeSchema } from '../programmes/programme.ts';
import { replayEvents } from './replay-events.ts';

/** What a replay of a whole case found; no decisions where the file encloses no programme to replay under. */
export type ReplayedCase = {
  readonly caseId: string;
  readonly pinned?: { readonly id: string; readonly version: number };
  readonly decisions: readonly ReplayedDto[];
};

/**
 * Replays a dossier from nothing but itself: its events, the forms and the programme enclosed in it. `under`
 * takes the place of the enclosed programme, to learn what other rules would have said. The dossier must have
 * been verified before: an enclosure proves nothing by itself.
 */
export function replayDossier({ caseId, events, enclosures }: Dossier, under?: Programme): ReplayedCase {
  const recorded = events.flatMap((row) => ('event' in row ? [row.event] : []));
  const forms = new Map<string, ProtectedAnswers>();
  let pinned: Programme | undefined;
  for (const { kind, seq, value } of enclosures) {
    if (kind === 'programme') pinned = ProgrammeSchema.safeParse(value).data ?? pinned;
    if (kind !== 'revision') continue;
    const revision = recorded.find((event) => event.seq === seq)?.data.revision;
    const answers = ProtectedAnswersSchema.safeParse(value);
    if (isObject(revision) && typeof revision.digest === 'string' && answers.success) {
      forms.set(revision.digest, answers.data);
    }
  }
  const programme = under ?? pinned;
  return {
    caseId,
    ...(pinned && { pinned: { id: pinned.id, version: pinned.version } }),
    decisions: programme ? replayEvents(recorded, (digest) => forms.get(digest), programme) : [],
  };
}
