import './awards.css';
import { useParams } from 'wouter';
import type { AwardDto } from '../../../shared/api/dto/award.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { LateBadge } from '../../components/case/badges.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Page } from '../../components/page/page.tsx';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useProgramme } from '../../lib/use-programme.ts';
import { stepNames } from './act-names.ts';
import { AwardDesk } from './award-desk.tsx';
import { AwardHistory } from './award-history.tsx';
import { DutiesPart } from './duties-part.tsx';
import { MoneyPart } from './money-part.tsx';
import { PremisesPart } from './premises-part.tsx';
import { useAward } from './queries.ts';
import { ReportsPart } from './reports-part.tsx';
import { Trouble } from './trouble.tsx';
import { words } from './words.ts';

/** An award at the desk of whoever pays for it or watches over it. */
export function AwardPage() {
  const { caseId = '' } = useParams<{ caseId: string }>();
  const award = useAward(caseId);
  return <Loaded query={award}>{(data) => <Award key={data.caseId} award={data} />}</Loaded>;
}

function Award({ award }: { readonly award: AwardDto }) {
  const say = useText();
  const format = useFormat();
  const { data: me } = useMe();
  const programme = useProgramme(award.programme.id, award.programme.version);
  const { caseId, owed } = award;
  return (
    <Page
      title={award.enterpriseName}
      eyebrow={
        <>
          {say(award.programme.title)} · <span className="numbers">{caseId}</span>
        </>
      }
      intro={
        <>
          <span className="badge badge-open">{say(stepNames[award.step])}</span>{' '}
          {award.due && format.date(award.due)} {award.late && <LateBadge late={award.late} />}
        </>
      }
      back={{ to: '/awards', label: say(words.toList) }}
      width="wide"
      actions={
        hasRole(me, 'reviewer', 'supervisor', 'leader') && (
          <LinkButton to={`/cases/${caseId}`}>{say(words.toCase)}</LinkButton>
        )
      }
    >
      <Loaded query={programme}>
        {({ programme: document }) => (
          <div className="award">
            <div className="stack-loose">
              <Trouble award={award} />
              {owed.length > 0 && (
                <Notice
                  title={say(words.owedWaiting, { list: owed.map(({ title }) => say(title)).join('、') })}
                />
              )}
              <AwardDesk award={award} programme={document} />
              <ReportsPart award={award} programme={document} />
            </div>
            <div className="stack-loose">
              {award.gives === 'money' ? <MoneyPart award={award} /> : <PremisesPart award={award} />}
              <DutiesPart award={award} />
              <AwardHistory history={award.history} />
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
