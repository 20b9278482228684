import type { Profile } from '../../../shared/enterprises/profile.ts';
import { ShortForm } from '../../components/form/short-form.tsx';
import { said } from '../../lib/answered.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { profileFields } from './profile-fields.ts';
import { useProfileAct } from './use-profile-act.ts';
import { words } from './words.ts';

type RestateFormProps = { readonly profile: Profile; readonly onClose: () => void };

/** A new name, or the head office has moved. */
export function RestateForm({ profile, onClose }: RestateFormProps) {
  const say = useText();
  const { act, busy, error } = useProfileAct(profile, onClose);
  return (
    <ShortForm
      fields={profileFields}
      initial={{ name: profile.name, town: profile.town }}
      keptAs={`enterprise:${profile.enterprise}:${profile.version}`}
      submit={say(words.save)}
      busy={busy}
      error={error}
      within="/command"
      onSubmit={(answers, forget) => {
        forget();
        act({
          command: { type: 'restate', name: said(answers, 'name'), town: said(answers, 'town') },
          done: words.saved,
        });
      }}
      onCancel={onClose}
    />
  );
}
