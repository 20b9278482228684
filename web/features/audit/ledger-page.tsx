import './audit.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button/button.tsx';
import { FileButton } from '../../components/button/file-button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Labelled } from '../../components/form/labelled.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page/page.tsx';
import { call } from '../../lib/api/call.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { saveFile } from '../../lib/save-file.ts';
import type { CheckedGrowth } from './kept-checkpoint.ts';
import { ledgerWords as words } from './ledger-words.ts';

/** How far sealing has come, and whether what an auditor kept from before still holds. */
export function LedgerPage() {
  const say = useText();
  const format = useFormat();
  const status = useQuery({
    queryKey: ['ledger-status'],
    queryFn: ({ signal }) => call('ledgerStatus', { signal }),
  });
  return (
    <Page title={say(words.title)} intro={say(words.intro)}>
      <div className="stack-loose">
        <section className="sheet stack" aria-labelledby="sealing-title">
          <h2 id="sealing-title">{say(words.sealing)}</h2>
          <Loaded query={status} waiting={<Skeleton lines={4} />}>
            {({ origin, size, sealedAt, unsealed, unindexed }) => (
              <>
                <p>{say(words.size, { n: format.count(size), origin })}</p>
                {sealedAt && <p>{say(words.sealedAt, { at: format.instant(sealedAt) })}</p>}
                <p>
                  {unsealed.count === 0
                    ? say(words.nothingWaits)
                    : say(unsealed.atLeast ? words.manyWait : words.someWait, {
                        n: unsealed.count,
                        at: unsealed.oldest ? format.instant(unsealed.oldest) : '',
                      })}
                </p>
                {unindexed > 0 && <p>{say(words.unindexed, { n: format.count(unindexed) })}</p>}
                {size > 0 && (
                  <p className="not-printed">
                    <a href="/api/ledger/checkpoint" download="checkpoint.txt">
                      {say(words.saveNewest)}
                    </a>
                  </p>
                )}
              </>
            )}
          </Loaded>
        </section>
        <KeptCheckpoint />
      </div>
    </Page>
  );
}

function KeptCheckpoint() {
  const say = useText();
  const [older, setOlder] = useState('');
  const check = useMutation({
    mutationFn: async (note: string) => {
      // The verifier comes with the page that needs it.
      const { checkKept } = await import('./kept-checkpoint.ts');
      return checkKept(note);
    },
  });
  return (
    <section className="sheet stack" aria-labelledby="kept-title">
      <h2 id="kept-title">{say(words.kept)}</h2>
      <p className="soft">{say(words.keptHint)}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          check.mutate(older);
        }}
      >
        <Labelled label={say(words.older)}>
          {(id) => (
            <textarea
              id={id}
              className="control numbers"
              rows={6}
              spellCheck={false}
              value={older}
              onChange={({ target }) => setOlder(target.value)}
              required
            />
          )}
        </Labelled>
        <div className="row">
          <Button kind="primary" type="submit" busy={check.isPending}>
            {say(words.check)}
          </Button>
          <FileButton
            accept=".txt,text/plain"
            onFiles={async ([file]) => file && setOlder(await file.text())}
          >
            {say(words.fromFile)}
          </FileButton>
        </div>
      </form>
      <div role="status" className="stack">
        {check.data && <Answer checked={check.data} />}
      </div>
      {check.error && <ProblemNotice error={check.error} />}
    </section>
  );
}

function Answer({ checked: { report, file } }: { readonly checked: CheckedGrowth }) {
  const say = useText();
  const { ok, firstBad, notes } = report;
  return (
    <>
      <Notice tone={ok ? 'good' : 'bad'} title={say(ok ? words.holds : words.fails)}>
        {firstBad && <p>{say(firstBad.reason)}</p>}
        {notes.map((note) => (
          <p key={note.en}>{say(note)}</p>
        ))}
      </Notice>
      <div className="row not-printed">
        {file && (
          <Button onClick={() => saveFile('log-growth.json', file)}>
            <Icon name="download" /> {say(words.saveProof)}
          </Button>
        )}
      </div>
    </>
  );
}
