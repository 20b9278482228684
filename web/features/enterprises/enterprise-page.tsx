import './enterprises.css';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { Link, useParams } from 'wouter';
import type { CaseSummaryDto } from '../../../shared/api/dto/case.ts';
import type { OwnEnterpriseDto } from '../../../shared/api/routes/enterprises.ts';
import type { Profile } from '../../../shared/enterprises/profile.ts';
import { fieldsOf } from '../../../shared/forms/field.ts';
import { prefilled, type StatedFacts } from '../../../shared/forms/prefill.ts';
import { AnswerList } from '../../components/answers/answer-list.tsx';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { StatusBadge } from '../../components/case/badges.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { later } from '../../components/later.tsx';
import { Page } from '../../components/page/page.tsx';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { useMyEnterprises } from '../../lib/use-my-enterprises.ts';
import { useProgramme } from '../../lib/use-programme.ts';
import { NotMine } from './not-mine.tsx';
import { PeoplePart } from './people-part.tsx';
import { SitesPart } from './sites-part.tsx';
import { words } from './words.ts';

const restateForm = later(async () => (await import('./restate-form.tsx')).RestateForm);

/** One enterprise for those who act for it: sites, people, what is known of it, its applications. */
export function EnterprisePage() {
  const { enterprise = '' } = useParams<{ enterprise: string }>();
  const enterprises = useMyEnterprises();
  return (
    <Loaded query={enterprises}>
      {({ items }) => {
        const own = items.find((one) => one.enterprise === enterprise);
        return own?.profile ? <Enterprise own={own} profile={own.profile} /> : <NotMine />;
      }}
    </Loaded>
  );
}

type EnterpriseProps = { readonly own: OwnEnterpriseDto; readonly profile: Profile };

function Enterprise({ own, profile }: EnterpriseProps) {
  const say = useText();
  const { townName } = useCounty();
  const cases = useQuery({
    queryKey: ['enterprises', own.enterprise, 'cases'],
    queryFn: ({ signal }) => call('enterpriseCases', { params: { enterprise: own.enterprise }, signal }),
  });
  const { creditCode } = own.facts;
  return (
    <Page
      title={profile.name}
      eyebrow={typeof creditCode === 'string' && <span className="numbers">{creditCode}</span>}
      intro={`${say(words.headOffice)}：${say(townName(profile.town))}`}
      back={{ to: '/enterprises', label: say(words.title) }}
      width="reading"
      actions={<Restate profile={profile} />}
    >
      <div className="stack-loose">
        <PeoplePart profile={profile} creditCode={typeof creditCode === 'string' ? creditCode : undefined} />
        <SitesPart profile={profile} />
        <Loaded query={cases} waiting={<Skeleton lines={4} />}>
          {({ items }) => (
            <>
              <Cases items={items} />
              <Facts facts={own.facts} latest={items[0]} />
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

function Restate({ profile }: { readonly profile: Profile }) {
  const say = useText();
  const [open, setOpen] = useState(false);
  useEffect(restateForm.fetchAhead, []);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(words.change)}</Button>
      {open && (
        <Dialog title={say(words.change)} onClose={() => setOpen(false)}>
          <Suspense fallback={<Skeleton lines={5} />}>
            <restateForm.Component profile={profile} onClose={() => setOpen(false)} />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}

function Cases({ items }: { readonly items: readonly CaseSummaryDto[] }) {
  const say = useText();
  return (
    <section className="sheet stack" aria-labelledby="enterprise-cases">
      <h2 id="enterprise-cases">{say(words.cases)}</h2>
      {items.length === 0 && <p className="soft">{say(words.noCases)}</p>}
      <ul className="enterprise-lines">
        {items.map(({ caseId, programme, status }) => (
          <li key={caseId}>
            <span>
              <Link href={`/applications/${caseId}`}>{say(programme.title)}</Link>{' '}
              <span className="small soft numbers">{caseId}</span>
            </span>
            <StatusBadge status={status} />
          </li>
        ))}
      </ul>
      <div>
        <LinkButton to="/">{say(words.apply)}</LinkButton>
      </div>
    </section>
  );
}

type FactsProps = { readonly facts: StatedFacts; readonly latest: CaseSummaryDto | undefined };

/** Read by the form of the latest application, which knows what each fact is called. */
function Facts({ facts, latest }: FactsProps) {
  const say = useText();
  return (
    <section className="sheet stack" aria-labelledby="enterprise-facts">
      <h2 id="enterprise-facts">{say(words.facts)}</h2>
      <p className="soft">{say(latest ? words.factsHint : words.noFacts)}</p>
      {latest && <StatedAnswers facts={facts} latest={latest} />}
    </section>
  );
}

function StatedAnswers({ facts, latest }: { readonly facts: StatedFacts; readonly latest: CaseSummaryDto }) {
  const published = useProgramme(latest.programme.id, latest.programme.version);
  return (
    <Loaded query={published} waiting={<Skeleton lines={6} />}>
      {({ programme: { form } }) => {
        const answers = prefilled(form, facts);
        return (
          <AnswerList
            caseId={latest.caseId}
            fields={fieldsOf(form).filter(({ id }) => answers[id] !== undefined)}
            answers={answers}
            documents={[]}
          />
        );
      }}
    </Loaded>
  );
}
