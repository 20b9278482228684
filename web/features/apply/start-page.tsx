import './apply.css';
import { useState } from 'react';
import { useLocation, useParams, useSearchParams } from 'wouter';
import type { CaseSummaryDto } from '../../../shared/api/dto/case.ts';
import type { OwnEnterpriseDto } from '../../../shared/api/routes/enterprises.ts';
import type { DocumentSlot, Programme } from '../../../shared/programmes/programme.ts';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { Page } from '../../components/page/page.tsx';
import { call } from '../../lib/api/call.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { type Say, useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { useMyEnterprises } from '../../lib/use-my-enterprises.ts';
import { useProgramme } from '../../lib/use-programme.ts';
import { ForWhom, type Whom } from './for-whom.tsx';
import { useMyApplications } from './use-my-applications.ts';
import { words } from './words.ts';

export function StartPage() {
  const { programmeId = '' } = useParams<{ programmeId: string }>();
  const programme = useProgramme(programmeId);
  const applications = useMyApplications();
  const enterprises = useMyEnterprises();
  return (
    <Loaded query={programme}>
      {(data) => (
        <Loaded query={applications}>
          {({ pages }) => (
            <Loaded query={enterprises}>
              {(known) => (
                <Start
                  programme={data.programme}
                  mine={pages.flatMap(({ items }) => items)}
                  enterprises={known.items.filter(({ part }) => part !== 'asked')}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** Where a paper comes from, and when it can wait. */
const noteOf = ({ source, required, mayFollow }: DocumentSlot, say: Say): string =>
  [
    say(source),
    ...(typeof required === 'string' ? [say(words.someCases)] : []),
    ...(mayFollow ? [say(words.mayFollow)] : []),
  ].join(' · ');

/** Whom the person applied for last; else the first they may act for. */
const likeliest = (
  enterprises: StartProps['enterprises'],
  mine: StartProps['mine'],
): OwnEnterpriseDto | undefined => {
  const last = mine.find(({ status }) => status !== 'draft')?.enterpriseName;
  return enterprises.find(({ name }) => name === last) ?? enterprises[0];
};

type StartProps = {
  readonly programme: Programme;
  /** The person's applications, newest first. */
  readonly mine: readonly CaseSummaryDto[];
  readonly enterprises: readonly OwnEnterpriseDto[];
};

function Start({ programme, mine, enterprises }: StartProps) {
  const say = useText();
  const format = useFormat();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const [town, plan] = [search.get('town'), search.get('course')];
  const [whom, setWhom] = useState<Whom>(() => ({ enterprise: likeliest(enterprises, mine)?.enterprise }));
  const draft = mine.find((item) => item.status === 'draft' && item.programme.id === programme.id);
  const start = useAct(
    (commandId, { enterprise, branch }: Whom) =>
      call('startApplication', {
        body: {
          commandId,
          programmeId: programme.id,
          ...(enterprise !== undefined && { enterprise }),
          ...(branch !== undefined && { branch }),
          ...(town && plan && { course: { town, plan } }),
        },
      }),
    ({ caseId }) => go(`/applications/${caseId}/edit`),
  );
  const needed = programme.documents.filter(
    ({ neededFor, required }) => neededFor === 'application' && required,
  );
  return (
    <Page
      title={say(words.startTitle, { title: say(programme.title) })}
      intro={say(words.startIntro)}
      back={{ to: `/programmes/${programme.id}`, label: say(programme.title) }}
      width="reading"
    >
      <div className="stack-loose">
        {draft && (
          <Notice title={say(words.continueDraft)}>
            {draft.updatedAt && <p>{say(words.continueHint, { at: format.instant(draft.updatedAt) })}</p>}
            <LinkButton to={`/applications/${draft.caseId}/edit`} kind="primary">
              {say(words.goOn)}
            </LinkButton>
          </Notice>
        )}
        <section className="sheet stack">
          <h2>{say(words.haveReady)}</h2>
          <p className="soft">{say(words.haveReadyHint)}</p>
          <ul className="apply-papers">
            {needed.map((slot) => (
              <li key={slot.id}>
                {say(slot.title)}
                <span className="apply-paper-note small soft">{noteOf(slot, say)}</span>
              </li>
            ))}
          </ul>
        </section>
        {enterprises.length > 0 && <ForWhom enterprises={enterprises} whom={whom} onChange={setWhom} />}
        {start.error !== null && <ProblemNotice error={start.error} />}
        <div>
          <Button
            kind={draft ? 'plain' : 'primary'}
            busy={start.isPending}
            onClick={() => start.mutate(whom)}
          >
            {say(draft ? words.startAnother : words.start)}
          </Button>
        </div>
      </div>
    </Page>
  );
}
