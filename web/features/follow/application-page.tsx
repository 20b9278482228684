import './follow.css';
import { Link, useParams } from 'wouter';
import type { ApplicationDto } from '../../../shared/api/dto/case.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { AnswerList } from '../../components/answers/answer-list.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { StatusBadge } from '../../components/case/badges.tsx';
import { letterWords } from '../../components/case/status-words.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page/page.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useProgramme } from '../../lib/use-programme.ts';
import { ApplicationActions } from './application-actions.tsx';
import { DiscardDraft } from './discard-draft.tsx';
import { Ended, isEnding } from './ended.tsx';
import { InNotice } from './in-notice.tsx';
import { OwnHelper } from './own-helper.tsx';
import { Progress } from './progress.tsx';
import { useApplication } from './queries.ts';
import { words } from './words.ts';

export function ApplicationPage() {
  const { caseId = '' } = useParams<{ caseId: string }>();
  const application = useApplication(caseId);
  return <Loaded query={application}>{(data) => <WithProgramme application={data} />}</Loaded>;
}

function WithProgramme({ application }: { readonly application: ApplicationDto }) {
  const programme = useProgramme(application.programme.id, application.programme.version);
  return (
    <Loaded query={programme}>
      {(data) => <Application application={application} programme={data.programme} />}
    </Loaded>
  );
}

type ApplicationProps = { readonly application: ApplicationDto; readonly programme: Programme };

function Application({ application, programme }: ApplicationProps) {
  const say = useText();
  const { caseId, status, enterpriseName } = application;
  const answered = programme.form.sections
    .map((section) => ({
      section,
      fields: section.fields.filter(({ id }) => application.answers[id] !== undefined),
    }))
    .filter(({ fields }) => fields.length > 0);
  return (
    <Page
      title={say(application.programme.title)}
      eyebrow={
        <>
          <span className="numbers">{caseId}</span> <span lang="zh-CN">{enterpriseName}</span>
        </>
      }
      intro={
        <>
          <StatusBadge status={status} /> {application.onBehalf && say(words.onBehalf)}
        </>
      }
      back={{ to: '/applications', label: say(words.listTitle) }}
    >
      <div className="follow">
        <div className="stack-loose">
          <ToDo application={application} />
          {status !== 'draft' && (
            <section className="stack">
              <h2>{say(words.progress)}</h2>
              <Progress application={application} programme={programme} />
            </section>
          )}
        </div>
        <div className="stack-loose">
          <Amount application={application} />
          <Letters application={application} />
          <section className="sheet">
            <details>
              <summary>
                <h2 className="follow-summary">{say(words.answers)}</h2>
              </summary>
              {answered.map(({ section, fields }) => (
                <div key={section.id} className="follow-section">
                  <h3>{say(section.title)}</h3>
                  <AnswerList
                    caseId={caseId}
                    fields={fields}
                    answers={application.answers}
                    documents={application.documents}
                  />
                </div>
              ))}
            </details>
          </section>
          {status !== 'draft' && <OwnHelper caseId={caseId} />}
          <ApplicationActions application={application} />
        </div>
      </div>
    </Page>
  );
}

/** What waits for the applicant, before anything else. */
function ToDo({ application }: { readonly application: ApplicationDto }) {
  const say = useText();
  const format = useFormat();
  const { caseId, status, correction } = application;
  if (status === 'draft') {
    return (
      <Notice title={say(words.draftTitle)}>
        <div className="row">
          <LinkButton to={`/applications/${caseId}/edit`} kind="primary">
            {say(words.goOn)}
          </LinkButton>
          <DiscardDraft caseId={caseId} />
        </div>
      </Notice>
    );
  }
  if (status === 'approved') {
    return (
      <Notice tone="good" title={say(words.granted)}>
        <p>{say(words.awardHint)}</p>
        <LinkButton to={`/applications/${caseId}/award`} kind="primary">
          {say(words.award)}
        </LinkButton>
      </Notice>
    );
  }
  if (status === 'in-notice') return <InNotice application={application} />;
  if (isEnding(status)) return <Ended application={application} ending={status} />;
  if (status !== 'returned' || !correction) return null;
  return (
    <Notice
      tone="attention"
      title={say(words.correctionTitle, { date: format.date(correction.due), n: correction.items.length })}
    >
      <p>{say(words.correctionHint)}</p>
      <LinkButton to={`/applications/${caseId}/edit`} kind="primary">
        {say(words.correct)}
      </LinkButton>
    </Notice>
  );
}

function Amount({ application: { amount, status } }: { readonly application: ApplicationDto }) {
  const say = useText();
  const format = useFormat();
  // What might have been given only hurts where nothing was.
  if (!amount || isEnding(status)) return null;
  return (
    <section className="sheet">
      <h2>{say(words.amount)}</h2>
      <dl className="follow-amounts numbers">
        <div>
          <dt>{say(words.computed)}</dt>
          <dd>{format.moneyWithWan(amount.computed)}</dd>
        </div>
        {amount.approved !== undefined && (
          <div>
            <dt>{say(words.approvedAmount)}</dt>
            <dd className="follow-approved">{format.moneyWithWan(amount.approved)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Letters({ application: { caseId, letters } }: { readonly application: ApplicationDto }) {
  const say = useText();
  const format = useFormat();
  if (letters.length === 0) return null;
  return (
    <section className="sheet">
      <h2>{say(words.letters)}</h2>
      <ul className="follow-letters">
        {letters.toReversed().map(({ seq, kind, at }) => (
          <li key={seq}>
            <Link href={`/applications/${caseId}/letters/${seq}`}>
              <Icon name="document" /> {say(letterWords[kind])}
            </Link>{' '}
            <span className="small soft numbers">{format.instant(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
