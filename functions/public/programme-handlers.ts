import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { publicRoutes } from '../../shared/api/routes/public.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { parseAnswers } from '../../shared/forms/parse-answers.ts';
import type { Text } from '../../shared/language/text.ts';
import { type PrecheckAnswer, precheck } from '../../shared/programmes/precheck.ts';
import { precheckForm } from '../../shared/programmes/precheck-questions.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { formConditions } from '../../shared/rules/form-environment.ts';
import type { RequestOf } from '../http/endpoint.ts';
import { type PublishedProgramme, versionInForce } from '../persistence/programme-shelf.ts';
import type { System } from '../system.ts';

/** The version of each programme in force today, in the order of their ids. */
export async function inForce({ programmes, now }: System): Promise<readonly PublishedProgramme[]> {
  const today = dateInShanghai(now());
  const found = await Promise.all(
    (await programmes.entries()).map((entry) => {
      const version = versionInForce(entry, today);
      return version === undefined ? undefined : programmes.version(entry.id, version);
    }),
  );
  return found.filter((published) => published !== undefined);
}

type Card = {
  id: string;
  version: number;
  title: Text;
  summary: Text;
  whatYouGet: Text;
  promisedDays: number;
  towns?: string[];
};

const cardOf = ({ id, version, title, summary, guide, stages, towns }: Programme): Card => ({
  id,
  version,
  title,
  summary,
  whatYouGet: guide.whatYouGet,
  promisedDays: stages.reduce((days, { workingDays }) => days + workingDays, 0),
  ...(towns && { towns }),
});

export const listProgrammes = (system: System) => async (): Promise<Outcome<{ items: Card[] }>> =>
  accept({ items: (await inForce(system)).map(({ programme }) => cardOf(programme)) });

type Guide = { programme: Programme; hash: string; publishedAt: string };

export const getProgramme =
  ({ programmes, now }: System) =>
  async ({
    params: { programmeId },
    query,
  }: RequestOf<typeof publicRoutes.getProgramme>): Promise<Outcome<Guide>> => {
    const entry = query.version === undefined ? await programmes.entry(programmeId) : undefined;
    const version = query.version ?? (entry && versionInForce(entry, dateInShanghai(now())));
    const published = version === undefined ? undefined : await programmes.version(programmeId, version);
    if (published === undefined) return refuse('programme-not-found');
    const { programme, hash, publishedAt } = published;
    return accept({ programme, hash, publishedAt });
  };

type Verdict = Omit<PrecheckAnswer, 'reasons'> & { reasons: Text[] };

/** Keeps nothing: neither the questions' answers nor that they were asked. */
export const checkEligibility =
  (system: System) =>
  async ({
    body,
  }: RequestOf<typeof publicRoutes.checkEligibility>): Promise<Outcome<{ items: Verdict[] }>> => {
    const today = dateInShanghai(system.now());
    const { answers, errors } = parseAnswers(precheckForm, body.answers, {
      today,
      complete: false,
      evaluateCondition: formConditions(precheckForm, today),
    });
    if (errors.length > 0) return refuse('invalid-input', { errors });
    const programmes = (await inForce(system)).map(({ programme }) => programme);
    const verdicts = precheck(programmes, answers, today);
    return accept({ items: verdicts.map((verdict) => ({ ...verdict, reasons: [...verdict.reasons] })) });
  };
