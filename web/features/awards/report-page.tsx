import './awards.css';
import { useParams } from 'wouter';
import type { AwardDto } from '../../../shared/api/dto/award.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { useProgramme } from '../../lib/use-programme.ts';
import { useOwnAward, useReportDraft } from './queries.ts';
import { ReportForm } from './report-form.tsx';
import { words } from './report-words.ts';

/** The report on one duty: the form of the programme, by the same fields as an application. */
export function ReportPage() {
  const { caseId = '', obligation = '' } = useParams<{ caseId: string; obligation: string }>();
  const award = useOwnAward(caseId);
  return <Loaded query={award}>{(data) => <OpenReport award={data} obligation={obligation} />}</Loaded>;
}

function OpenReport({ award, obligation }: { readonly award: AwardDto; readonly obligation: string }) {
  const say = useText();
  const duty = award.duties.find(({ id }) => id === obligation);
  const open = duty?.hasForm === true && (duty.state === 'open' || duty.state === 'overdue');
  const programme = useProgramme(award.programme.id, award.programme.version);
  const draft = useReportDraft(award.caseId, obligation, open);
  if (!duty || !open) {
    return (
      <Page
        title={say(words.notOpen)}
        back={{ to: `/applications/${award.caseId}/award`, label: say(words.ownTitle) }}
      >
        {null}
      </Page>
    );
  }
  return (
    <Loaded query={programme}>
      {({ programme: document }) => (
        <Loaded query={draft}>
          {(data) => <ReportForm award={award} programme={document} duty={duty} opened={data} />}
        </Loaded>
      )}
    </Loaded>
  );
}
