import './enterprises.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { InputOf, OutputOf } from '../../../shared/api/client.ts';
import type { Text } from '../../../shared/language/text.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { type Fact, Facts } from '../../components/facts/facts.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { ShortForm } from '../../components/form/short-form.tsx';
import { Page } from '../../components/page/page.tsx';
import { RegisterHistory } from '../../components/registers/register-history.tsx';
import { announce } from '../../lib/announce.ts';
import { said } from '../../lib/answered.ts';
import { call } from '../../lib/api/call.ts';
import { problemCode } from '../../lib/api/problem-text.ts';
import { useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { useCounty } from '../../lib/use-county.ts';
import { findingsField } from './profile-fields.ts';
import { words } from './words.ts';

type Command = NonNullable<InputOf<'decideOnProfile'>['body']>['command'];
type Register = OutputOf<'getProfile'>;

/** Something to decide: what the dialog asks, and the command that what was found makes of it. */
type Question = { readonly title: string; readonly command: (findings: string) => Command };

const questionFields = [findingsField];

const profileKey = (enterprise: string) => ['profile', enterprise];

/** One enterprise for the town: who asks to act, which branches are claimed, and how it came about. */
export function RequestPage() {
  const { enterprise = '' } = useParams<{ enterprise: string }>();
  const register = useQuery({
    queryKey: profileKey(enterprise),
    queryFn: ({ signal }) => call('getProfile', { params: { enterprise }, signal }),
  });
  return <Loaded query={register}>{(data) => <Enterprise register={data} />}</Loaded>;
}

function Enterprise({ register: { profile, history } }: { readonly register: Register }) {
  const say = useText();
  const format = useFormat();
  const { townName } = useCounty();
  const { data: me } = useMe();
  const [question, setQuestion] = useState<Question>();
  const decide = useDecision(profile, () => setQuestion(undefined));
  const ask = (title: Text, name: string, command: Question['command']) => {
    decide.reset();
    setQuestion({ title: say(title, { name }), command });
  };
  const facts: readonly Fact[] = [
    [words.code, profile.enterprise],
    [words.headOffice, say(townName(profile.town))],
  ];
  const names = new Map(profile.members.map(({ account, name }) => [account, name]));
  return (
    <Page
      title={profile.name}
      back={{ to: '/profile-requests', label: say(words.requestsTitle) }}
      width="reading"
    >
      <div className="stack-loose">
        <section className="sheet">
          <Facts facts={facts} />
        </section>
        <section className="sheet stack" aria-labelledby="request-people">
          <h2 id="request-people">{say(words.people)}</h2>
          <ul className="enterprise-lines">
            {profile.members.map(({ account, name, state, at }) => (
              <Line
                key={account}
                name={name}
                note={say(state === 'asked' ? words.waits : words.part.acts, {
                  date: format.date(at.slice(0, 10)),
                })}
                open={state === 'asked' && profile.town === me?.town && account !== me.id}
                onConfirm={() =>
                  ask(words.confirmPerson, name, (reason) => ({ type: 'confirm-member', account, reason }))
                }
                onRefuse={() =>
                  ask(words.refusePerson, name, (reason) => ({ type: 'remove-member', account, reason }))
                }
              />
            ))}
          </ul>
        </section>
        {profile.branches.length > 0 && (
          <section className="sheet stack" aria-labelledby="request-branches">
            <h2 id="request-branches">{say(words.branches)}</h2>
            <ul className="enterprise-lines">
              {profile.branches.map(({ id, name, town, address, state, enterprise }) => (
                <Line
                  key={id}
                  name={name}
                  note={[
                    `${say(townName(town))} · ${address}`,
                    enterprise,
                    say(words.branchState[state], { town: say(townName(town)) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  open={state === 'claimed' && town === me?.town}
                  onConfirm={() =>
                    ask(words.confirmBranch, name, (findings) => ({
                      type: 'confirm-branch',
                      branch: id,
                      findings,
                    }))
                  }
                  onRefuse={() =>
                    ask(words.refuseBranch, name, (findings) => ({
                      type: 'refuse-branch',
                      branch: id,
                      findings,
                    }))
                  }
                />
              ))}
            </ul>
          </section>
        )}
        <section className="sheet stack" aria-labelledby="request-history">
          <h2 id="request-history">{say(words.history)}</h2>
          <RegisterHistory
            entries={history.map((entry) => ({
              ...entry,
              actor: { ...entry.actor, name: entry.actor.name ?? names.get(entry.actor.id ?? '') },
            }))}
            names={words.events}
            detail={({ data }) =>
              typeof data.name === 'string'
                ? data.name
                : typeof data.account === 'string'
                  ? names.get(data.account)
                  : undefined
            }
          />
        </section>
      </div>
      {question && (
        <Dialog title={question.title} onClose={() => setQuestion(undefined)}>
          <ShortForm
            fields={questionFields}
            initial={{}}
            keptAs={`profile:${profile.enterprise}:${profile.version}`}
            submit={say(words.save)}
            busy={decide.busy}
            error={decide.error}
            within="/command"
            onSubmit={(answers, forget) => decide.act(question.command(said(answers, 'findings')), forget)}
            onCancel={() => setQuestion(undefined)}
          />
        </Dialog>
      )}
    </Page>
  );
}

type LineProps = {
  readonly name: string;
  readonly note: string;
  /** Waits for this town. */
  readonly open: boolean;
  readonly onConfirm: () => void;
  readonly onRefuse: () => void;
};

function Line({ name, note, open, onConfirm, onRefuse }: LineProps) {
  const say = useText();
  return (
    <li>
      <span>
        <strong lang="zh-CN">{name}</strong>
        <span className="enterprise-note small soft">{note}</span>
      </span>
      {open && (
        <span className="row">
          <Button kind="primary" onClick={onConfirm}>
            {say(words.confirm)}
            <span className="only-heard">{name}</span>
          </Button>
          <Button onClick={onRefuse}>
            {say(words.refuse)}
            <span className="only-heard">{name}</span>
          </Button>
        </span>
      )}
    </li>
  );
}

function useDecision({ enterprise, version }: Register['profile'], onDone: () => void) {
  const queries = useQueryClient();
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: profileKey(enterprise) });
    await queries.invalidateQueries({ queryKey: ['profile-requests'] });
  };
  const decide = useAct(
    (commandId, command: Command) =>
      call('decideOnProfile', { params: { enterprise }, body: { commandId, version, command } }),
    async () => {
      announce(words.decided);
      onDone();
      await refresh();
    },
  );
  return {
    busy: decide.isPending,
    error: decide.error,
    reset: decide.reset,
    act: (command: Command, forget: () => void) =>
      decide.mutate(command, {
        onSuccess: forget,
        onError: (error) => {
          if (problemCode(error) !== 'stale-version') return;
          announce(words.changedMeanwhile, 'bad');
          void refresh();
        },
      }),
  };
}
