import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Button } from '../../components/button/button.tsx';
import { StatusBadge } from '../../components/case/badges.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { FieldFrame } from '../../components/form/field-frame.tsx';
import { isSaid, WordsField } from '../../components/form/words-field.tsx';
import { Page } from '../../components/page/page.tsx';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { forgetKept, useKept } from '../../lib/use-kept.ts';
import { words } from './words.ts';

/** Starts an application on an applicant's recorded authority, and lists those that were. */
export function AssistPage() {
  const say = useText();
  return (
    <Page title={say(words.title)} intro={say(words.intro)} width="reading">
      <div className="stack-loose">
        <StartForm />
        <Filed />
      </div>
    </Page>
  );
}

function StartForm() {
  const say = useText();
  const programmeFieldId = useId();
  const accountId = useId();
  const [, go] = useLocation();
  const [tried, setTried] = useState(false);
  const [programmeId, setProgrammeId] = useKept('assist:programme', '');
  const [applicant, setApplicant] = useKept('assist:applicant', '');
  const [authority, setAuthority] = useKept('assist:authority', '');
  const programmes = useQuery({ queryKey: ['programmes'], queryFn: () => call('listProgrammes') });
  const start = useAct(
    (commandId, _: undefined) =>
      call('startApplication', {
        body: { commandId, programmeId, onBehalfOf: { applicant: applicant.trim(), authority } },
      }),
    ({ caseId }) => {
      forgetKept('assist:');
      go(`/applications/${caseId}/edit`);
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (programmeId !== '' && applicant.trim() !== '' && isSaid(authority)) start.mutate(undefined);
  };
  return (
    <form className="sheet stack" noValidate onSubmit={submit}>
      <FieldFrame
        id={programmeFieldId}
        label={say(words.programme)}
        error={tried && programmeId === '' ? words.missing : undefined}
      >
        {({ describedBy, invalid }) => (
          <select
            id={programmeFieldId}
            className="control"
            value={programmeId}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={(event) => setProgrammeId(event.target.value)}
          >
            <option value="">{say(words.choose)}</option>
            {programmes.data?.items.map(({ id, title }) => (
              <option key={id} value={id}>
                {say(title)}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <FieldFrame
        id={accountId}
        label={say(words.account)}
        hint={say(words.accountHint)}
        error={tried && applicant.trim() === '' ? words.missing : undefined}
      >
        {({ describedBy, invalid }) => (
          <input
            id={accountId}
            className="control control-code"
            autoComplete="off"
            value={applicant}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={(event) => setApplicant(event.target.value)}
          />
        )}
      </FieldFrame>
      <WordsField
        label={say(words.authority)}
        hint={say(words.authorityHint)}
        value={authority}
        onChange={setAuthority}
        error={tried && !isSaid(authority) ? words.missing : undefined}
      />
      {start.error !== null && <ProblemNotice error={start.error} />}
      <div>
        <Button kind="primary" type="submit" busy={start.isPending}>
          {say(words.start)}
        </Button>
      </div>
    </form>
  );
}

function Filed() {
  const say = useText();
  const filed = useQuery({
    queryKey: ['applications', 'filed'],
    queryFn: () => call('listApplications', { query: {} }),
  });
  return (
    <section className="stack" aria-labelledby="filed-title">
      <h2 id="filed-title">{say(words.filed)}</h2>
      <Loaded query={filed} waiting={<Skeleton lines={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{say(words.none)}</p>
          ) : (
            <ul className="plain-list stack">
              {items.map(({ caseId, programme, enterpriseName, status }) => (
                <li key={caseId}>
                  <Link
                    href={status === 'draft' ? `/applications/${caseId}/edit` : `/applications/${caseId}`}
                  >
                    {say(programme.title)}
                  </Link>{' '}
                  <span lang="zh-CN">{enterpriseName}</span>{' '}
                  <span className="small soft numbers">{caseId}</span> <StatusBadge status={status} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
