import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { Link, useParams } from 'wouter';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';
import type { Helped } from '../../../shared/helpers/helper.ts';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { LateBadge, StatusBadge } from '../../components/case/badges.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { FieldFrame } from '../../components/form/field-frame.tsx';
import { isSaid, WordsField } from '../../components/form/words-field.tsx';
import { Page } from '../../components/page/page.tsx';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { useHelped } from './queries.ts';
import { words } from './words.ts';

/** One enterprise as its helper sees it: what is under way and due, and the visits. */
export function HelpedPage() {
  const { town = '', enterprise = '' } = useParams<{ town: string; enterprise: string }>();
  const helped = useHelped(town, decodeURIComponent(enterprise));
  return <Loaded query={helped}>{(data) => <HelpedEnterprise helped={data} />}</Loaded>;
}

function HelpedEnterprise({ helped: { helper, cases, visits } }: { readonly helped: Helped }) {
  const say = useText();
  const format = useFormat();
  const { data: me } = useMe();
  const isMine = me?.id === helper.officer.id;
  return (
    <Page
      title={helper.enterpriseName}
      intro={say(words.since, { name: helper.officer.name, date: format.date(helper.since) })}
      back={{ to: '/helpers', label: say(words.title) }}
      actions={
        isMine && hasRole(me, 'reviewer') && <LinkButton to="/assist">{say(words.fileFor)}</LinkButton>
      }
    >
      <div className="stack-loose">
        <section className="sheet stack">
          <h2>{say(words.cases)}</h2>
          <ul>
            {cases.map(({ caseId, programme, status, due, late }) => (
              <li key={caseId}>
                <Link href={`/cases/${caseId}`}>{say(programme.title)}</Link>{' '}
                <span className="small soft numbers">{caseId}</span> <StatusBadge status={status} />{' '}
                {due && say(words.due, { date: format.date(due) })} {late && <LateBadge late={late} />}
              </li>
            ))}
          </ul>
        </section>
        <section className="sheet stack">
          <h2>{say(words.visits)}</h2>
          {isMine && <VisitForm key={helper.version} helper={helper} />}
          {visits.length === 0 && <p className="soft">{say(words.noVisits)}</p>}
          <ol className="timeline">
            {visits.map(({ at, visitedOn, notes }) => (
              <li key={at}>
                <p className="timeline-what numbers">{format.date(visitedOn)}</p>
                <p lang="zh-CN">{notes}</p>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </Page>
  );
}

function VisitForm({ helper: { town, enterprise, version } }: { readonly helper: Helped['helper'] }) {
  const say = useText();
  const id = useId();
  const queries = useQueryClient();
  const [today] = useState(() => dateInShanghai(new Date().toISOString()));
  const [visitedOn, setVisitedOn] = useState(today);
  const [notes, setNotes] = useState('');
  const [tried, setTried] = useState(false);
  const record = useAct(
    (commandId, _: undefined) =>
      call('recordFactoryVisit', {
        params: { town, enterprise },
        body: { commandId, version, visitedOn, notes },
      }),
    async () => {
      announce(words.recorded);
      await queries.invalidateQueries({ queryKey: ['helpers'] });
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isSaid(notes) && visitedOn !== '') record.mutate(undefined);
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <FieldFrame id={id} label={say(words.visitedOn)} error={visitedOn === '' ? words.need : undefined}>
        {({ describedBy, invalid }) => (
          <input
            id={id}
            type="date"
            className="control control-short"
            max={today}
            value={visitedOn}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={({ target }) => setVisitedOn(target.value)}
          />
        )}
      </FieldFrame>
      <WordsField
        label={say(words.notes)}
        hint={say(words.notesHint)}
        value={notes}
        onChange={setNotes}
        error={tried && !isSaid(notes) ? words.need : undefined}
      />
      {record.error !== null && <ProblemNotice error={record.error} />}
      <div>
        <Button kind="primary" type="submit" busy={record.isPending}>
          {say(words.record)}
        </Button>
      </div>
    </form>
  );
}
