import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { parseAnswers } from '../../shared/forms/parse-answers.ts';
import { type Protected, protectAnswers } from '../../shared/forms/protect-answers.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { formConditions } from '../../shared/rules/form-environment.ts';
import type { Submission } from '../../shared/workflow/context.ts';
import { routingAnswers } from '../../shared/workflow/routing.ts';
import type { ReceivedDocument } from '../persistence/document.ts';
import { revisionDigest } from '../persistence/revision.ts';
import type { System } from '../system.ts';
import { type Appraised, appraise } from './appraise.ts';
import { authoritySlot, documentErrors, owedSlots } from './required-documents.ts';
import { enterpriseKey, enterpriseNameOf, siteKey, townOf } from './subject-keys.ts';

export type Prepared = {
  readonly submission: Submission;
  readonly protectedAnswers: Protected;
  readonly appraised: Appraised;
  readonly enterpriseName: string;
};

/**
 * Turns answers and documents into what can be handed in: checked in full, protected, judged by the rules.
 * `changedFrom` says what differs from the previous revision, if there is one.
 * Refuses with `invalid-input` naming every field, or `document-pending`.
 */
export async function prepareSubmission(
  system: System,
  input: {
    readonly caseId: string;
    readonly number: number;
    readonly programme: Programme;
    readonly answers: unknown;
    readonly documents: readonly ReceivedDocument[];
    readonly now: string;
    readonly changedFrom: (after: Protected['answers']) => readonly string[];
  },
): Promise<Outcome<Prepared>> {
  const { caseId, number, programme, documents, now } = input;
  const today = dateInShanghai(now);
  const evaluateCondition = formConditions(programme.form, today);
  const parsed = parseAnswers(programme.form, input.answers, { today, complete: true, evaluateCondition });
  const errors = [
    ...parsed.errors,
    ...documentErrors(programme, parsed.answers, documents, evaluateCondition),
  ];
  if (errors.length > 0) return refuse('invalid-input', { errors });
  if (documents.some(({ state }) => state === 'pending')) return refuse('document-pending');

  const dataKey = await system.dataKey();
  const protectedAnswers = protectAnswers(programme.form, parsed.answers, {
    keyOf: (type, value) => dataKey.keyedHash(type, value),
    today,
  });
  const { answers } = protectedAnswers;
  const subject = {
    town: townOf(programme, answers),
    enterprise: enterpriseKey(programme, answers, dataKey),
    site: siteKey(programme, answers, dataKey),
    routing: routingOf(programme, answers),
  };
  const digest = revisionDigest(answers);
  const clean = documents.filter(({ state }) => state === 'clean');
  const authority = clean.find(({ slot }) => slot === authoritySlot);
  return accept({
    protectedAnswers,
    enterpriseName: enterpriseNameOf(programme, answers),
    appraised: await appraise(system, { caseId, programme, answers, digest, ...subject }),
    submission: {
      ...subject,
      ...(authority && { authority: authority.id }),
      revision: {
        number,
        digest,
        documents: clean.map(({ slot, id, sha256, size, type }) => ({ slot, id, sha256, size, type })),
      },
      owed: owedSlots(programme, parsed.answers, clean, evaluateCondition),
      changed: input.changedFrom(answers),
    },
  });
}

export const routingOf = (
  programme: Programme,
  answers: Protected['answers'],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    routingAnswers(programme).flatMap((id) => {
      const value = answers[id];
      return typeof value === 'string' ? [[id, value]] : [];
    }),
  );
