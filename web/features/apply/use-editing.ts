import type { ApplicationDto } from '../../../shared/api/dto/case.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { useDraft } from '../../components/draft/use-draft.ts';
import { useDraftDesk } from '../../components/draft/use-draft-desk.ts';
import { call } from '../../lib/api/call.ts';
import { authorityField, authoritySlot } from './authority.ts';

/** An application being filled in: its draft, its files, and what the form says to them. */
export function useEditing(application: ApplicationDto, programme: Programme) {
  const { caseId } = application;
  const params = { caseId };
  const drafting = useDraft({
    form: programme.form,
    key: caseId,
    opened: application,
    load: () => call('getApplication', { params }),
    save: (body) => call('saveDraft', { params, body }),
  });
  const desk = useDraftDesk({
    caseId,
    slots: application.onBehalf ? [...programme.documents, authoritySlot] : programme.documents,
    known: application.documents,
    store: drafting.store,
    // The authority of an assisted filing belongs to no field of the form.
    isAnswer: (fieldId) => fieldId !== authorityField.id,
  });
  return { application, programme, desk, ...drafting };
}

export type Editing = ReturnType<typeof useEditing>;
