import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type {
  DuplicateDecisionDto,
  DuplicateDto,
  duplicateRoutes,
} from '../../shared/api/routes/duplicates.ts';
import { type ComparedField, compareApplications } from '../../shared/duplicates/compare-applications.ts';
import type { LikenessKind } from '../../shared/duplicates/likeness.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { isInterested } from '../../shared/workflow/gates.ts';
import { mayOfficialSee } from '../cases/may-see.ts';
import { asOfficial } from '../cases/party.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { recordAccess } from '../cases/record-access.ts';
import { casesAlike, likenesses } from '../duplicates/alike.ts';
import { decideOnPair } from '../duplicates/decide-on-pair.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { type DuplicateDecision, readDuplicate, readDuplicates } from '../persistence/duplicate.ts';
import { type Head, headOf, readHead } from '../persistence/head.ts';
import { headKey, pairOf } from '../persistence/keys.ts';
import { readOfficerNames } from '../persistence/officer-directory.ts';
import { type Revision, readRevision } from '../persistence/revision.ts';
import { readItems } from '../persistence/tables.ts';
import type { System } from '../system.ts';

type Request<N extends keyof typeof duplicateRoutes> = SignedInRequestOf<(typeof duplicateRoutes)[N]>;

type Opened = {
  readonly head: Head;
  readonly programme: Programme;
  readonly revision: Revision;
  /** Cases that look like it. */
  readonly alike: ReadonlyMap<string, readonly LikenessKind[]>;
};

async function openCase(system: System, actor: Actor, caseId: string): Promise<Outcome<Opened>> {
  const { tables } = system;
  const head = await readHead(tables, caseId);
  if (head === undefined) return refuse('case-not-found');
  const { programme } = await pinnedProgramme(system, head.state.programme);
  if (!mayOfficialSee(actor, head.state, programme)) return refuse('case-not-found');
  const revision = await readRevision(tables, caseId, head.state.revision);
  const known = likenesses(programme, revision.answers, await system.dataKey());
  return accept({ head, programme, revision, alike: await casesAlike(tables, caseId, known) });
}

async function decisionDto(
  { tables }: System,
  { pair: _, hash: __, ...decision }: DuplicateDecision,
): Promise<DuplicateDecisionDto> {
  const { by, office } = decision;
  const names = await readOfficerNames(tables, [{ office, id: by }]);
  const name = names.get(by);
  return { ...decision, ...(name !== undefined && { name }) };
}

async function duplicateDto(
  system: System,
  { state, enterpriseName }: Head,
  kinds: readonly LikenessKind[],
  decision?: DuplicateDecision,
): Promise<DuplicateDto> {
  const { programme } = await pinnedProgramme(system, state.programme);
  return {
    caseId: state.caseId,
    kinds: [...kinds],
    programme: { id: programme.id, version: programme.version, title: programme.title },
    enterpriseName,
    town: state.town,
    status: state.status,
    submittedAt: state.submittedAt,
    ...(decision && { decision: await decisionDto(system, decision) }),
  };
}

/** Newest first, also of other towns: that is what is looked for. */
export const listDuplicates =
  (system: System) =>
  async ({
    actor,
    params: { caseId },
  }: Request<'listDuplicates'>): Promise<Outcome<{ items: DuplicateDto[] }>> => {
    const opened = await openCase(system, actor, caseId);
    if (!opened.ok) return opened;
    const { alike } = opened.value;
    const others = [...alike.keys()];
    const heads = (await readItems(system.tables, others.map(headKey))).map(headOf);
    const decisions = await readDuplicates(
      system.tables,
      others.map((other) => pairOf(caseId, other)),
    );
    const items = heads
      .toSorted((one, other) => (one.state.submittedAt > other.state.submittedAt ? -1 : 1))
      .map((head) =>
        duplicateDto(
          system,
          head,
          alike.get(head.state.caseId) ?? [],
          decisions.get(pairOf(caseId, head.state.caseId)),
        ),
      );
    return accept({ items: await Promise.all(items) });
  };

type SideBySide = {
  mine: DuplicateDto;
  theirs: DuplicateDto;
  fields: ComparedField[];
  sameFiles: { mine: string; theirs: string }[];
  decision?: DuplicateDecisionDto;
};

/** Whoever may see one of the two sees what the other has in common with it, masked; that is recorded there. */
export const compareDuplicate =
  (system: System) =>
  async ({ actor, params: { caseId, other } }: Request<'compareDuplicate'>): Promise<Outcome<SideBySide>> => {
    const opened = await openCase(system, actor, caseId);
    if (!opened.ok) return opened;
    const { head, programme, revision, alike } = opened.value;
    const kinds = alike.get(other);
    const found = kinds && (await readHead(system.tables, other));
    if (kinds === undefined || found === undefined) return refuse('not-found');
    await recordAccess(system, actor, other, 'case-read', { view: 'duplicate', of: caseId });
    const theirs = await readRevision(system.tables, other, found.state.revision);
    const published = await pinnedProgramme(system, found.state.programme);
    const decision = await readDuplicate(system.tables, pairOf(caseId, other));
    return accept({
      mine: await duplicateDto(system, head, kinds),
      theirs: await duplicateDto(system, found, kinds),
      fields: [
        ...compareApplications(
          { programme, answers: revision.answers },
          { programme: published.programme, answers: theirs.answers },
        ),
      ],
      sameFiles: sameFiles(revision, theirs),
      ...(decision && { decision: await decisionDto(system, decision) }),
    });
  };

const sameFiles = (mine: Revision, theirs: Revision): { mine: string; theirs: string }[] =>
  mine.documents.flatMap(({ slot, sha256 }) => {
    const same = theirs.documents.find((document) => document.sha256 === sha256);
    return same ? [{ mine: slot, theirs: same.slot }] : [];
  });

/** By an officer who may see the case and has nothing to do with either applicant. */
export const decideOnDuplicate =
  (system: System) =>
  async ({
    actor,
    params: { caseId, other },
    body,
  }: Request<'decideOnDuplicate'>): Promise<Outcome<DuplicateDecisionDto>> => {
    const opened = await openCase(system, actor, caseId);
    if (!opened.ok) return opened;
    const { head, alike } = opened.value;
    const found = alike.has(other) ? await readHead(system.tables, other) : undefined;
    if (found === undefined) return refuse('not-found');
    const party = await asOfficial(system, actor);
    if (isInterested(party, head.state) || isInterested(party, found.state)) {
      return refuse('conflict-of-interest');
    }
    const decided = await decideOnPair(system, actor, [caseId, other], body);
    return decided.ok ? accept(await decisionDto(system, decided.value)) : decided;
  };
