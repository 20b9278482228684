import { useId, useState } from 'react';
import { Button } from '../../components/button/button.tsx';
import { FieldFrame } from '../../components/form/field-frame.tsx';
import { announce } from '../../lib/announce.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { type Invitation, invitationLink } from './invitation.ts';
import { words } from './words.ts';

/** A link to send to a colleague by whatever they talk with. */
export function Invite({ invitation }: { readonly invitation: Invitation }) {
  const say = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const link = invitationLink(location.origin, invitation);
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{say(words.invite)}</Button>
      </div>
    );
  }
  const copy = () => {
    navigator.clipboard.writeText(link).then(
      () => announce(words.copied),
      () => announce(words.notCopied, 'bad'),
    );
  };
  return (
    <div className="stack">
      <FieldFrame id={id} label={say(words.link)} hint={say(words.inviteHint)}>
        {({ describedBy }) => (
          <input
            id={id}
            className="control"
            readOnly
            value={link}
            aria-describedby={describedBy}
            onFocus={({ target }) => target.select()}
          />
        )}
      </FieldFrame>
      <div>
        <Button kind="primary" onClick={copy}>
          {say(words.copy)}
        </Button>
      </div>
    </div>
  );
}
