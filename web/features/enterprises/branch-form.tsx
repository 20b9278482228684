import type { Profile } from '../../../shared/enterprises/profile.ts';
import { ShortForm } from '../../components/form/short-form.tsx';
import { said } from '../../lib/answered.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { branchFields } from './profile-fields.ts';
import { useProfileAct } from './use-profile-act.ts';
import { words } from './words.ts';

type BranchFormProps = { readonly profile: Profile; readonly onClose: () => void };

/** Names a branch in a town. */
export function BranchForm({ profile, onClose }: BranchFormProps) {
  const say = useText();
  const { act, busy, error } = useProfileAct(profile, onClose);
  return (
    <ShortForm
      fields={branchFields}
      initial={{}}
      keptAs={`branch:${profile.enterprise}:${profile.branches.length}`}
      submit={say(words.addBranch)}
      busy={busy}
      error={error}
      within="/command"
      onSubmit={(answers) => {
        const creditCode = said(answers, 'creditCode');
        act({
          command: {
            type: 'add-branch',
            name: said(answers, 'name'),
            town: said(answers, 'town'),
            address: said(answers, 'address'),
            ...(creditCode !== '' && { creditCode }),
          },
          done: words.branchAdded,
        });
      }}
      onCancel={onClose}
    />
  );
}
