import './apply.css';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useParams } from 'wouter';
import type { CaseSummaryDto } from '../../../shared/api/dto/case.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { Page } from '../../components/page/page.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { useProgramme } from '../../lib/use-programme.ts';
import { startApplication } from './start-application.ts';
import { useMyApplications } from './use-my-applications.ts';
import { words } from './words.ts';

export function StartPage() {
  const { programmeId = '' } = useParams<{ programmeId: string }>();
  const programme = useProgramme(programmeId);
  const applications = useMyApplications();
  return (
    <Loaded query={programme}>
      {(data) => (
        <Loaded query={applications}>
          {({ pages }) => <Start programme={data.programme} mine={pages.flatMap(({ items }) => items)} />}
        </Loaded>
      )}
    </Loaded>
  );
}

type StartProps = {
  readonly programme: Programme;
  /** The person's applications, newest first. */
  readonly mine: readonly CaseSummaryDto[];
};

function Start({ programme, mine }: StartProps) {
  const say = useText();
  const format = useFormat();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const draft = mine.find((item) => item.status === 'draft' && item.programme.id === programme.id);
  const earlier = mine.find((item) => item.status !== 'draft');
  const start = useAct(
    (commandId) => startApplication(queries, { commandId, programme, earlier }),
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
          <ul>
            {needed.map((slot) => (
              <li key={slot.id}>
                {say(slot.title)} <span className="soft small">{say(slot.source)}</span>
                {slot.mayFollow && <span className="soft small"> · {say(words.mayFollow)}</span>}
              </li>
            ))}
          </ul>
        </section>
        {start.error !== null && <ProblemNotice error={start.error} />}
        <div>
          <Button
            kind={draft ? 'plain' : 'primary'}
            busy={start.isPending}
            onClick={() => start.mutate(undefined)}
          >
            {say(draft ? words.startAnother : words.start)}
          </Button>
        </div>
      </div>
    </Page>
  );
}
