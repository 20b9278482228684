import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';
import type { Helped } from '../../../shared/helpers/helper.ts';
import { Button } from '../../components/button/button.tsx';
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
import { useKept } from '../../lib/use-kept.ts';
import { useHelped } from './queries.ts';
import { words } from './words.ts';

/** One enterprise as its helper sees it: what is under way and due, and the visits. */
export function HelpedPage() {
  const { town = '', enterprise = '' } = useParams<{ town: string; enterprise: string }>();
  const helped = useHelped(town, decodeURIComponent(enterprise));
  return <Loaded query={helped}>{(data) => <HelpedEnterprise helped={data} />}</Loaded>;
}

function HelpedEnterprise({
  helped: { helper, account, reminders, cases, visits },
}: {
  readonly helped: Helped;
}) {
  const say = useText();
  const format = useFormat();
  const { data: me } = useMe();
  const [, go] = useLocation();
  const [, keepAccount] = useKept('assist:applicant', '');
  const isMine = me?.id === helper.officer.id;
  return (
    <Page
      title={helper.enterpriseName}
      intro={say(words.since, { name: helper.officer.name, date: format.date(helper.since) })}
      back={{ to: '/helpers', label: say(words.title) }}
      actions={
        isMine &&
        hasRole(me, 'reviewer') && (
          <Button
            onClick={() => {
              keepAccount(account ?? '');
              go('/assist');
            }}
          >
            {say(words.fileFor)}
          </Button>
        )
      }
    >
      <div className="stack-loose">
        <Reminders reminders={reminders} cases={cases} />
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

function Reminders({ reminders, cases }: Pick<Helped, 'reminders' | 'cases'>) {
  const say = useText();
  const format = useFormat();
  const today = dateInShanghai(new Date().toISOString());
  const programmeOf = (caseId: string) => cases.find((one) => one.caseId === caseId)?.programme.title;
  return (
    <section className="sheet stack">
      <h2>{say(words.reminders)}</h2>
      {reminders.length === 0 && <p className="soft">{say(words.noReminders)}</p>}
      <ul>
        {reminders.map(({ caseId, kind, title, due }) => {
          const programme = programmeOf(caseId);
          return (
            <li key={`${caseId} ${kind} ${title.zh}`}>
              <span className={`badge badge-${due < today ? 'bad' : 'quiet'}`}>{say(words.kinds[kind])}</span>{' '}
              <Link href={`/cases/${caseId}`}>{say(title)}</Link>{' '}
              <span className="small soft">{programme && say(programme)}</span>{' '}
              <span className="numbers">{say(words.due, { date: format.date(due) })}</span>{' '}
              {due < today && <strong>{say(words.over)}</strong>}
            </li>
          );
        })}
      </ul>
    </section>
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
