import { Suspense, useEffect, useState } from 'react';
import type { Branch, Profile } from '../../../shared/enterprises/profile.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Icon } from '../../components/icon.tsx';
import { later } from '../../components/later.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { useProfileAct } from './use-profile-act.ts';
import { words } from './words.ts';

const branchForm = later(async () => (await import('./branch-form.tsx')).BranchForm);

/** The branches of an enterprise, each in its town. */
export function SitesPart({ profile }: { readonly profile: Profile }) {
  const say = useText();
  const [adding, setAdding] = useState(false);
  useEffect(branchForm.fetchAhead, []);
  return (
    <section className="sheet stack" aria-labelledby="enterprise-sites">
      <h2 id="enterprise-sites">{say(words.branches)}</h2>
      <p className="soft">{say(words.branchesHint)}</p>
      <ul className="enterprise-lines">
        {profile.branches.map((branch) => (
          <Site key={branch.id} branch={branch} profile={profile} />
        ))}
      </ul>
      {adding ? (
        <Suspense fallback={<Skeleton lines={6} />}>
          <branchForm.Component profile={profile} onClose={() => setAdding(false)} />
        </Suspense>
      ) : (
        <div>
          <Button onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {say(words.addBranch)}
          </Button>
        </div>
      )}
    </section>
  );
}

function Site({ branch, profile }: { readonly branch: Branch; readonly profile: Profile }) {
  const say = useText();
  const { townName } = useCounty();
  const [removing, setRemoving] = useState(false);
  const { act, busy, error } = useProfileAct(profile, () => setRemoving(false));
  const { id, name, town, address, state } = branch;
  const said = { town: say(townName(town)) };
  return (
    <li>
      <span>
        <strong lang="zh-CN">{name}</strong>
        <span className="enterprise-note small">
          {said.town} · <span lang="zh-CN">{address}</span>
        </span>
        {state !== 'named' && (
          <span className="enterprise-note small soft">{say(words.branchState[state], said)}</span>
        )}
      </span>
      {state !== 'confirmed' && (
        <Button kind="quiet" onClick={() => setRemoving(true)}>
          {say(words.removeBranch)}
          <span className="only-heard">{name}</span>
        </Button>
      )}
      {removing && (
        <Dialog title={say(words.removeBranchTitle, { name })} onClose={() => setRemoving(false)}>
          <p>{say(words.removeBranchHint)}</p>
          {error !== null && <ProblemNotice error={error} />}
          <DialogActions>
            <Button
              kind="danger"
              busy={busy}
              onClick={() =>
                act({ command: { type: 'remove-branch', branch: id }, done: words.branchRemoved })
              }
            >
              {say(words.removeBranch)}
            </Button>
            <Button onClick={() => setRemoving(false)}>{say(words.keepBranch)}</Button>
          </DialogActions>
        </Dialog>
      )}
    </li>
  );
}
