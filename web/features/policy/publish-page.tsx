import './policy.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { OutputOf } from '../../../shared/api/client.ts';
import { isObject } from '../../../shared/forms/value-shape.ts';
import { fill } from '../../../shared/language/text.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { Button } from '../../components/button/button.tsx';
import { FileButton } from '../../components/button/file-button.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page/page.tsx';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { ProgrammeDiff } from './programme-diff.tsx';
import { useVersions, versionsKey } from './queries.ts';
import { words } from './words.ts';

type Checked = OutputOf<'checkProgramme'> & { readonly document: unknown };

/** A document that has passed the API's checks is a programme; before that it is anything. */
function isChecked(checked: Checked): checked is Checked & { readonly document: Programme } {
  return checked.ok && isObject(checked.document);
}

export function PublishPage() {
  const say = useText();
  const [notJson, setNotJson] = useState(false);
  const check = useMutation({
    mutationFn: async (document: unknown): Promise<Checked> => ({
      ...(await call('checkProgramme', { body: { document } })),
      document,
    }),
  });
  const take = async ([file]: readonly File[]) => {
    if (!file) return;
    const content = await file.text();
    try {
      const document: unknown = JSON.parse(content);
      setNotJson(false);
      check.mutate(document);
    } catch {
      check.reset();
      setNotJson(true);
    }
  };
  return (
    <Page
      title={say(words.publishTitle)}
      intro={say(words.publishIntro)}
      back={{ to: '/policy', label: say(words.title) }}
    >
      <div className="stack-loose">
        <div>
          <FileButton accept=".json,application/json" onFiles={take}>
            <Icon name="upload" />
            {say(words.file)}
          </FileButton>
        </div>
        {notJson && <Notice tone="bad" title={say(words.notJson)} urgent />}
        {check.error !== null && <ProblemNotice error={check.error} />}
        {check.data && !check.data.ok && <Faults errors={check.data.errors} />}
        {check.data && isChecked(check.data) && <Proposal programme={check.data.document} />}
      </div>
    </Page>
  );
}

function Faults({ errors }: { readonly errors: OutputOf<'checkProgramme'>['errors'] }) {
  const say = useText();
  return (
    <Notice tone="bad" title={say(words.faults, { n: errors.length })} urgent>
      <ul className="fault-list">
        {errors.map(({ path, code, message }) => (
          <li key={`${path} ${code} ${message.en}`}>
            <code>{path}</code> {say(message)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What publishing would change, and the button. */
function Proposal({ programme }: { readonly programme: Programme }) {
  const say = useText();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [confirming, setConfirming] = useState(false);
  const versions = useVersions(programme.id);
  const current = versions.data?.items[0];
  const publish = useMutation({
    mutationFn: () => call('publishProgramme', { body: { document: programme } }),
    onSuccess: async ({ programmeId, version }) => {
      await queries.invalidateQueries({ queryKey: versionsKey(programmeId) });
      await queries.invalidateQueries({ queryKey: ['programmes'] });
      announce(fill(words.published, { title: say(programme.title), n: version }));
      go(`/policy/programmes/${programmeId}`);
    },
    onSettled: () => setConfirming(false),
  });
  return (
    <section className="stack">
      <Notice tone="good" title={say(words.checked)} urgent>
        <p>{say(words.willBe, { title: say(programme.title), n: programme.version })}</p>
      </Notice>
      {current ? (
        <>
          <h2>{say(words.changesFrom, { n: current.version })}</h2>
          <ProgrammeDiff before={current.document} after={programme} />
        </>
      ) : (
        versions.isFetched && <p>{say(words.newProgramme)}</p>
      )}
      {publish.error !== null && <ProblemNotice error={publish.error} />}
      <div>
        <Button kind="primary" onClick={() => setConfirming(true)}>
          {say(words.doPublish)}
        </Button>
      </div>
      {confirming && (
        <Dialog title={say(words.confirmTitle)} onClose={() => setConfirming(false)}>
          <p>{say(words.willBe, { title: say(programme.title), n: programme.version })}</p>
          <p>{say(words.confirmHint)}</p>
          <DialogActions>
            <Button kind="primary" busy={publish.isPending} onClick={() => publish.mutate()}>
              {say(words.doPublish)}
            </Button>
            <Button onClick={() => setConfirming(false)}>{say(words.goBack)}</Button>
          </DialogActions>
        </Dialog>
      )}
    </section>
  );
}
