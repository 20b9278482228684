import './apply.css';
import { Suspense, useEffect } from 'react';
import { useParams } from 'wouter';
import type { ApplicationDto } from '../../../shared/api/dto/case.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { DocumentDeskContext } from '../../components/documents/document-desk.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { later } from '../../components/later.tsx';
import { Page } from '../../components/page/page.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { useProgramme } from '../../lib/use-programme.ts';
import { DraftForm } from './draft-form.tsx';
import { useApplicationToEdit } from './queries.ts';
import { useEditing } from './use-editing.ts';
import { words } from './words.ts';

const correctionForm = later(async () => (await import('./correction-form.tsx')).CorrectionForm);
const conflictDialog = later(
  async () => (await import('../../components/draft/conflict-dialog.tsx')).ConflictDialog,
);

export function EditPage() {
  const { caseId = '' } = useParams<{ caseId: string }>();
  const application = useApplicationToEdit(caseId);
  return (
    <Loaded query={application}>{(data) => <WithProgramme key={data.caseId} application={data} />}</Loaded>
  );
}

function WithProgramme({ application }: { readonly application: ApplicationDto }) {
  const say = useText();
  const programme = useProgramme(application.programme.id, application.programme.version);
  if (application.status !== 'draft' && application.status !== 'returned') {
    return (
      <Page title={say(words.notEditable)} width="reading">
        <LinkButton to={`/applications/${application.caseId}`}>{say(words.toCase)}</LinkButton>
      </Page>
    );
  }
  return (
    <Loaded query={programme}>
      {(data) => <Edit application={application} programme={data.programme} />}
    </Loaded>
  );
}

type EditProps = { readonly application: ApplicationDto; readonly programme: Programme };

function Edit({ application, programme }: EditProps) {
  const { step } = useParams<{ step?: string }>();
  const editing = useEditing(application, programme);
  const { draft, store, desk } = editing;
  useEffect(conflictDialog.fetchAhead, []);
  return (
    <DocumentDeskContext value={desk}>
      {application.correction ? (
        <correctionForm.Component editing={editing} correction={application.correction} />
      ) : (
        <DraftForm editing={editing} step={step} />
      )}
      {draft.conflict && (
        <Suspense>
          <conflictDialog.Component
            form={programme.form}
            answers={draft.answers}
            differences={draft.conflict.differences}
            onChosen={store.resolve}
          />
        </Suspense>
      )}
    </DocumentDeskContext>
  );
}
