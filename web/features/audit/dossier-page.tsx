import './audit.css';
import { useParams } from 'wouter';
import type { DossierDto } from '../../../shared/api/dto/dossier.ts';
import { StatusBadge } from '../../components/case/badges.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { DossierEvents } from './dossier-events.tsx';
import { DossierForms } from './dossier-forms.tsx';
import { OnWhatRule } from './on-what-rule.tsx';
import { useDossier } from './queries.ts';
import { Readers } from './readers.tsx';
import { Replay } from './replay.tsx';
import { StillTheSame } from './still-the-same.tsx';
import { WhoApproved } from './who-approved.tsx';
import { words } from './words.ts';

export function DossierPage() {
  const { caseId = '' } = useParams<{ caseId: string }>();
  const dossier = useDossier(caseId);
  return <Loaded query={dossier}>{(data) => <Dossier key={caseId} dossier={data} />}</Loaded>;
}

/** Three questions first; whatever supports the answers below. */
function Dossier({ dossier }: { readonly dossier: DossierDto }) {
  const say = useText();
  const { caseId, enterpriseName, status } = dossier;
  return (
    <Page
      title={say(words.title)}
      eyebrow={
        <>
          <span className="numbers">{caseId}</span> <span lang="zh-CN">{enterpriseName}</span>
        </>
      }
      intro={
        <>
          <StatusBadge status={status} /> {say(dossier.programme.title)}{' '}
          <span className="small soft">{say(words.recorded)}</span>
        </>
      }
      back={{ to: '/decisions', label: say(words.back) }}
      width="wide"
    >
      <div className="stack-loose">
        <div className="audit-glance">
          <WhoApproved dossier={dossier} />
          <OnWhatRule dossier={dossier} />
          <StillTheSame dossier={dossier} />
        </div>
        <Replay dossier={dossier} />
        <DossierForms dossier={dossier} />
        <DossierEvents dossier={dossier} />
        <Readers dossier={dossier} />
      </div>
    </Page>
  );
}
