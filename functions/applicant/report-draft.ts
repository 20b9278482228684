import type { AnswersDto, DocumentDto } from '../../shared/api/dto/common.ts';
import { accept, type Outcome } from '../../shared/api/errors.ts';
import type { ownAwardRoutes } from '../../shared/api/routes/awards.ts';
import { contentErrors } from '../../shared/forms/parse-answers.ts';
import { writableReport } from '../awards/writable-report.ts';
import { documentPart } from '../cases/case-parts.ts';
import { type KeptDraft, keepDraft } from '../cases/keep-draft.ts';
import { unknownDocuments } from '../cases/required-documents.ts';
import type { SignedInRequestOf } from '../http/endpoint.ts';
import type { System } from '../system.ts';

type Request<N extends 'getReportDraft' | 'saveReportDraft'> = SignedInRequestOf<(typeof ownAwardRoutes)[N]>;
type Draft = {
  round: number;
  due: string;
  draftVersion: number;
  answers: AnswersDto;
  documents: DocumentDto[];
};

export const getReportDraft =
  (system: System) =>
  async ({ actor, params: { caseId, obligation } }: Request<'getReportDraft'>): Promise<Outcome<Draft>> => {
    const found = await writableReport(system, actor, caseId, obligation);
    if (!found.ok) return found;
    const { draft, duty, documents } = found.value;
    const { draftVersion, answers } = draft.open();
    return accept({
      round: duty.round,
      due: duty.due,
      draftVersion,
      answers,
      documents: documents.map(documentPart),
    });
  };

/** Autosave of a report, by the way of every draft. */
export const saveReportDraft =
  (system: System) =>
  ({
    actor,
    params: { caseId, obligation },
    body,
  }: Request<'saveReportDraft'>): Promise<Outcome<KeptDraft>> =>
    keepDraft(
      system,
      async () => {
        const found = await writableReport(system, actor, caseId, obligation);
        if (!found.ok) return found;
        const { draft, form, documents } = found.value;
        return accept({
          draft,
          form,
          remaining: (parsed, { today }) => [
            ...contentErrors(parsed, today),
            ...unknownDocuments(form, parsed.answers, documents),
          ],
        });
      },
      body,
    );
