import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Member, Profile } from '../../../shared/enterprises/profile.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { Invite } from './invite.tsx';
import { useProfileAct } from './use-profile-act.ts';
import { words } from './words.ts';

type PeoplePartProps = { readonly profile: Profile; readonly creditCode: string | undefined };

/** Who may act for the enterprise, who asks to, and the way to ask a colleague in. */
export function PeoplePart({ profile, creditCode }: PeoplePartProps) {
  const say = useText();
  const waiting = profile.members.filter(({ state }) => state === 'asked');
  const acting = profile.members.filter(({ state }) => state === 'confirmed');
  return (
    <section className="sheet stack" aria-labelledby="enterprise-people">
      <h2 id="enterprise-people">{say(words.people)}</h2>
      <p className="soft">{say(words.peopleHint)}</p>
      <ul className="enterprise-lines">
        {[...waiting, ...acting].map((member) => (
          <Person key={member.account} member={member} profile={profile} alone={acting.length === 1} />
        ))}
      </ul>
      {creditCode !== undefined && <Invite invitation={{ ...profile, creditCode }} />}
    </section>
  );
}

type PersonProps = {
  readonly member: Member;
  readonly profile: Profile;
  /** Nobody else may act. */
  readonly alone: boolean;
};

function Person({ member, profile, alone }: PersonProps) {
  const say = useText();
  const format = useFormat();
  const [, go] = useLocation();
  const { data: me } = useMe();
  const [ending, setEnding] = useState(false);
  const { account, name, state, at } = member;
  const isMe = me?.id === account;
  const { act, busy, error } = useProfileAct(profile, () => {
    if (ending && isMe) go('/enterprises');
    setEnding(false);
  });
  const end = () => act({ command: { type: 'remove-member', account }, done: words.ended });
  return (
    <li>
      <span>
        <strong lang="zh-CN">{name}</strong>
        {isMe && say(words.you)}{' '}
        {state === 'asked' && (
          <span className="small soft">{say(words.waits, { date: format.date(at.slice(0, 10)) })}</span>
        )}
      </span>
      <span className="row">
        {state === 'asked' ? (
          <>
            <Button
              kind="primary"
              busy={busy}
              onClick={() => act({ command: { type: 'confirm-member', account }, done: words.agreed })}
            >
              {say(words.agree)}
              <span className="only-heard">{name}</span>
            </Button>
            <Button kind="quiet" busy={busy} onClick={end}>
              {say(words.disagree)}
              <span className="only-heard">{name}</span>
            </Button>
          </>
        ) : (
          <Button kind="quiet" onClick={() => setEnding(true)}>
            {say(isMe ? words.leave : words.end)}
            <span className="only-heard">{name}</span>
          </Button>
        )}
      </span>
      {error !== null && !ending && <ProblemNotice error={error} />}
      {ending && (
        <Dialog
          title={say(isMe ? words.leaveTitle : words.endTitle, { name })}
          onClose={() => setEnding(false)}
        >
          <p>{say(isMe && alone ? words.last : isMe ? words.leaveHint : words.endHint)}</p>
          {error !== null && <ProblemNotice error={error} />}
          <DialogActions>
            {!(isMe && alone) && (
              <Button kind="danger" busy={busy} onClick={end}>
                {say(isMe ? words.leave : words.end)}
              </Button>
            )}
            <Button onClick={() => setEnding(false)}>{say(isMe ? words.stay : words.keep)}</Button>
          </DialogActions>
        </Dialog>
      )}
    </li>
  );
}
