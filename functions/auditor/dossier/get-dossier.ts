import type { DossierDto } from '../../../shared/api/dto/dossier.ts';
import { accept, type Outcome, refuse } from '../../../shared/api/errors.ts';
import type { dossierRoutes } from '../../../shared/api/routes/dossier.ts';
import type { JournalEvent } from '../../../shared/ledger/journal-event.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { type EvaluationRecord, EvaluationRecordSchema } from '../../../shared/rules/evaluation.ts';
import { explain } from '../../../shared/rules/explain.ts';
import { programmePart, standingPart } from '../../cases/case-parts.ts';
import { pinnedProgramme } from '../../cases/pinned-programme.ts';
import { recordAccess } from '../../cases/record-access.ts';
import type { SignedInRequestOf } from '../../http/endpoint.ts';
import { readChain } from '../../persistence/journal.ts';
import { accessChain } from '../../persistence/keys.ts';
import { readOfficerNames } from '../../persistence/officer-directory.ts';
import type { Revision } from '../../persistence/revision.ts';
import type { AuditorSystem } from '../auditor-system.ts';
import { type AuditedCase, eventsAmong, loadCase } from './load-case.ts';

type Request = SignedInRequestOf<typeof dossierRoutes.getDossier>;

/** The whole case, for reading. What proves it is the dossier file. */
export const getDossier =
  (system: AuditorSystem) =>
  async ({ actor, params: { caseId } }: Request): Promise<Outcome<DossierDto>> => {
    const loaded = await loadCase(system, caseId);
    if (!loaded.ok) return loaded;
    const { head, found, revisions, documents } = loaded.value;
    // The page is about a case that stands; what became of one that is gone, its file still proves.
    if (head === undefined) return refuse('case-not-found');
    await recordAccess(system, actor, caseId, 'case-read', { view: 'dossier' });

    const { state, enterpriseName } = head;
    const published = await pinnedProgramme(system, state.programme);
    const { programme } = published;
    const accesses = await readChain(system.tables, accessChain(caseId));
    const events = eventsAmong(found);
    const names = await readOfficerNames(
      system.tables,
      [...events, ...accesses].map(({ actor: acted }) => acted),
    );
    const { status, amount } = standingPart(state, programme, {
      actor,
      enterprises: [],
      now: system.now(),
      programme,
      calendar: await system.calendarAt(system.now()),
    });
    const entry = await system.programmes.entry(programme.id);
    const fileNames = new Map(documents.map(({ id, name }) => [id, name]));
    return accept({
      caseId,
      version: state.version,
      status,
      programme: programmePart(published),
      versions: entry?.versions.map(({ version }) => version) ?? [programme.version],
      town: state.town,
      enterpriseName,
      applicant: state.applicant,
      ...(state.filedBy !== undefined && { filedBy: state.filedBy }),
      submittedAt: state.submittedAt,
      amount,
      events: eventDtos(found, names, programme, revisions),
      missing: found.flatMap((row) =>
        'missing' in row ? [{ seq: row.missing.seq, index: row.index, hash: row.missing.hash }] : [],
      ),
      revisions: revisions.map(({ number, at, digest, answers, documents: filed }) => ({
        number,
        at,
        digest,
        answers,
        documents: filed.map((document) => {
          const name = fileNames.get(document.id);
          return { ...document, ...(name !== undefined && { name }) };
        }),
      })),
      accesses: accesses.map(({ type, at, actor: reader, data }) => ({
        type,
        at,
        actor: actorDto(reader, names),
        data: { ...data },
      })),
    });
  };

const eventDtos = (
  found: AuditedCase['found'],
  names: ReadonlyMap<string, string>,
  programme: Programme,
  revisions: readonly Revision[],
): DossierDto['events'] =>
  found.flatMap((row) => {
    if (!('event' in row)) return [];
    const { seq, type, at, recordedAt, actor, basis, data, hash, previous } = row.event;
    const evaluation = EvaluationRecordSchema.safeParse(data.evaluation);
    return [
      {
        seq,
        type,
        at,
        ...(recordedAt !== undefined && { recordedAt }),
        actor: actorDto(actor, names),
        ...(basis && { basis: { ...basis } }),
        data: { ...data },
        hash,
        previous,
        ...(row.index !== undefined && { index: row.index }),
        ...(evaluation.success && {
          explanation: explain(evaluation.data, programme, answersOf(evaluation.data, revisions)),
        }),
      },
    ];
  });

/** The answers an evaluation read; none when its revision is gone, which the page says elsewhere. */
const answersOf = ({ revisionDigest }: EvaluationRecord, revisions: readonly Revision[]) =>
  revisions.find(({ digest }) => digest === revisionDigest)?.answers ?? {};

const actorDto = ({ id, office, roles }: JournalEvent['actor'], names: ReadonlyMap<string, string>) => {
  const name = names.get(id);
  return {
    id,
    ...(name !== undefined && { name }),
    ...(office !== undefined && { office }),
    roles: [...roles],
  };
};
