import './awards.css';
import { useParams } from 'wouter';
import type { AwardDto } from '../../../shared/api/dto/award.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { useProgramme } from '../../lib/use-programme.ts';
import { AwardHistory } from './award-history.tsx';
import { DutiesPart } from './duties-part.tsx';
import { MoneyPart } from './money-part.tsx';
import { PremisesPart } from './premises-part.tsx';
import { useOwnAward } from './queries.ts';
import { words as reportWords } from './report-words.ts';
import { ReportsPart } from './reports-part.tsx';
import { SupplyDocuments } from './supply-documents.tsx';
import { Trouble } from './trouble.tsx';
import { words } from './words.ts';

/** One's own award: what waits for me first, then money or floor, then what I have to keep. */
export function OwnAwardPage() {
  const { caseId = '' } = useParams<{ caseId: string }>();
  const award = useOwnAward(caseId);
  return <Loaded query={award}>{(data) => <OwnAward key={data.caseId} award={data} />}</Loaded>;
}

function OwnAward({ award }: { readonly award: AwardDto }) {
  const say = useText();
  const programme = useProgramme(award.programme.id, award.programme.version);
  const { caseId, duties } = award;
  return (
    <Page
      title={say(reportWords.ownTitle)}
      eyebrow={
        <>
          {say(award.programme.title)} · <span className="numbers">{caseId}</span>
        </>
      }
      back={{ to: `/applications/${caseId}`, label: say(words.toApplication) }}
    >
      <Loaded query={programme}>
        {({ programme: document }) => (
          <div className="stack-loose">
            <Trouble award={award} />
            {award.owed.length > 0 && <SupplyDocuments award={award} programme={document} />}
            {duties.length > 0 && (
              <DutiesPart
                award={award}
                beside={({ id, hasForm, state }) =>
                  hasForm &&
                  (state === 'open' || state === 'overdue') && (
                    <LinkButton to={`/applications/${caseId}/award/reports/${id}`} kind="primary">
                      {say(words.fillReport)}
                    </LinkButton>
                  )
                }
              />
            )}
            {award.gives === 'money' ? <MoneyPart award={award} /> : <PremisesPart award={award} />}
            <ReportsPart award={award} programme={document} />
            <AwardHistory history={award.history} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
