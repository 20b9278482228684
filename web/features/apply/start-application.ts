import type { QueryClient } from '@tanstack/react-query';
import type { ApplicationDto, CaseSummaryDto } from '../../../shared/api/dto/case.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { call } from '../../lib/api/call.ts';
import { programmeQuery } from '../../lib/use-programme.ts';
import { prefillAnswers } from './prefill.ts';

type StartInput = {
  readonly commandId: string;
  readonly programme: Programme;
  /** The latest application that was handed in, whose facts are filled in. */
  readonly earlier: CaseSummaryDto | undefined;
};

/** Starts a draft with what is known of the enterprise already in it. That it could not be filled in stops nothing. */
export async function startApplication(
  queries: QueryClient,
  { commandId, programme, earlier }: StartInput,
): Promise<ApplicationDto> {
  const draft = await call('startApplication', { body: { commandId, programmeId: programme.id } });
  if (earlier && Object.keys(draft.answers).length === 0) {
    await fillIn(queries, programme, draft, earlier).catch(() => undefined);
  }
  return draft;
}

async function fillIn(
  queries: QueryClient,
  programme: Programme,
  draft: ApplicationDto,
  { caseId, programme: pinned }: CaseSummaryDto,
): Promise<void> {
  const [{ answers }, before] = await Promise.all([
    call('getApplication', { params: { caseId } }),
    queries.ensureQueryData(programmeQuery(pinned.id, pinned.version)),
  ]);
  const known = prefillAnswers(programme.form, before.programme.form, answers);
  if (Object.keys(known).length === 0) return;
  await call('saveDraft', {
    params: { caseId: draft.caseId },
    body: { draftVersion: draft.draftVersion, answers: { ...known } },
  });
}
