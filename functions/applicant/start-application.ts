import { createHash } from 'node:crypto';
import type { ApplicationDto } from '../../shared/api/dto/case.ts';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { applicantRoutes } from '../../shared/api/routes/applicant.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { CoursePlan } from '../../shared/courses/course.ts';
import type { Answers } from '../../shared/forms/answers.ts';
import { parseAnswers } from '../../shared/forms/parse-answers.ts';
import { prefilled } from '../../shared/forms/prefill.ts';
import { hasRole } from '../../shared/identity/actor.ts';
import { formConditions } from '../../shared/rules/form-environment.ts';
import { applicationPage, draftPage } from '../cases/application-view.ts';
import { isApplicantSide } from '../cases/may-see.ts';
import { asApplicant } from '../cases/party.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { factsToFillIn, placeToFillIn } from '../enterprises/known-facts.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import { pointerWrite } from '../persistence/account.ts';
import { readCaseFile } from '../persistence/case-file.ts';
import { courseApplicationWrite, readPlan } from '../persistence/courses.ts';
import { draftWrite, noHead, type StoredDraft } from '../persistence/draft.ts';
import { versionInForce } from '../persistence/programme-shelf.ts';
import { commit } from '../persistence/transaction.ts';
import type { System } from '../system.ts';

type Request = SignedInRequestOf<typeof applicantRoutes.startApplication>;

/** Starts a draft; the same command of the same person finds the draft it made before. */
export const startApplication =
  (system: System) =>
  async (request: Request): Promise<Outcome<ApplicationDto>> => {
    const { actor, body } = request;
    const caseId = caseIdOf(body.commandId, actor.id);
    const existing = await openExisting(system, request, caseId);
    if (existing !== undefined) return existing;

    const now = system.now();
    if (!hasRole(actor, body.onBehalfOf === undefined ? 'applicant' : 'reviewer'))
      return refuse('not-permitted');
    const entry = await system.programmes.entry(body.programmeId);
    if (entry === undefined) return refuse('programme-not-found');
    const version = versionInForce(entry, dateInShanghai(now));
    if (version === undefined) return refuse('programme-not-open');

    const { course } = body;
    const plan = course && (await readPlan(system.tables, course.town, course.plan));
    const draft: StoredDraft = {
      caseId,
      applicant: body.onBehalfOf?.applicant ?? actor.id,
      programme: { id: body.programmeId, version },
      startedAt: now,
      savedAt: now,
      draftVersion: 1,
      answers: await answersToBeginWith(system, request, version, plan),
      ...(body.onBehalfOf && { filedBy: actor.id, authority: body.onBehalfOf.authority }),
    };
    const owners = [...new Set([draft.applicant, actor.id])];
    const committed = await commit(system.tables, [
      draftWrite(system.tables, await system.dataKey(), draft),
      noHead(system.tables, caseId),
      ...owners.map((owner) => pointerWrite(system.tables, owner, draft)),
      ...(course && plan ? [courseApplicationWrite(system.tables, course, caseId)] : []),
    ]);
    // The same command twice at once: the other one has made it.
    if (!committed.ok) return (await openExisting(system, request, caseId)) ?? refuse('command-id-reused');
    return accept(await draftPage(system, asApplicant(actor), draft, []));
  };

/** What is known of the enterprise and the course the person named, as far as this form still takes it. */
async function answersToBeginWith(
  system: System,
  { actor, body }: Request,
  version: number,
  plan: CoursePlan | undefined,
): Promise<Answers> {
  const enterprise = body.onBehalfOf === undefined ? body.enterprise : undefined;
  if (enterprise === undefined && plan === undefined) return {};
  const { form, keys } = (await pinnedProgramme(system, { id: body.programmeId, version })).programme;
  const [facts, place] =
    enterprise === undefined
      ? [{}, undefined]
      : await Promise.all([
          factsToFillIn(system, actor.id, enterprise),
          placeToFillIn(system, actor.id, enterprise, body.branch),
        ]);
  const known = {
    ...prefilled(form, facts),
    ...(plan && prefilled(form, courseFacts(plan), 'course')),
    ...(place && { [keys.town]: place.town }),
    ...(place?.address !== undefined && { [keys.site]: place.address }),
  };
  const today = dateInShanghai(system.now());
  return parseAnswers(form, known, {
    today,
    complete: false,
    evaluateCondition: formConditions(form, today),
  }).answers;
}

const courseFacts = ({ occupation, startsOn, organiser }: CoursePlan) => ({
  occupation,
  startsOn,
  organiser,
});

async function openExisting(
  system: System,
  { actor, body }: Request,
  caseId: string,
): Promise<Outcome<ApplicationDto> | undefined> {
  const dataKey = await system.dataKey();
  const file = await readCaseFile(system.tables, dataKey, caseId, system.now());
  const made = file.head?.state ?? file.draft;
  if (made === undefined) return undefined;
  const same = isApplicantSide(actor, made) && made.programme.id === body.programmeId;
  if (!same) return refuse('command-id-reused');
  const party = asApplicant(actor);
  if (file.head) return accept(await applicationPage(system, party, dataKey, file.head, file));
  return file.draft && accept(await draftPage(system, party, file.draft.open(), file.documents));
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Follows from who asks and their command id, so a retry needs no memory to find the same draft. 50 bits. */
function caseIdOf(commandId: string, actorId: string): string {
  const digest = createHash('sha256').update(`case\n${commandId.toLowerCase()}\n${actorId}`).digest();
  const letters = [...digest.subarray(0, 10)].map((byte) => crockford.charAt(byte % 32)).join('');
  return `PL-${letters.slice(0, 5)}-${letters.slice(5)}`;
}
