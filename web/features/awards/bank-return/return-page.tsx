import '../awards.css';
import { useState } from 'react';
import { Button } from '../../../components/button/button.tsx';
import { FileButton } from '../../../components/button/file-button.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../../components/feedback/problem-notice.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Page } from '../../../components/page/page.tsx';
import { useFormat } from '../../../lib/i18n/use-format.ts';
import { useText } from '../../../lib/i18n/use-text.ts';
import { ReturnLines } from './return-lines.tsx';
import { type ReturnRow, useBankReturn } from './use-bank-return.ts';
import { words } from './words.ts';

/** What the bank sent back for a payment file: read, checked line by line, then recorded. */
export function ReturnPage() {
  const say = useText();
  const { opened, unreadable, open, check, record } = useBankReturn();
  return (
    <Page
      title={say(words.title)}
      intro={say(words.intro)}
      back={{ to: '/awards', label: say(words.toList) }}
      width="wide"
    >
      <div className="stack">
        <div className="row">
          <FileButton accept=".xlsx,.csv,.txt" onFiles={([file]) => file && void open(file)}>
            <Icon name="upload" />
            {say(opened ? words.chooseOther : words.choose)}
          </FileButton>
          {opened && <span className="small soft">{opened.name}</span>}
        </div>
        {!opened && <p className="small soft">{say(words.formats)}</p>}
        {unreadable && <Notice tone="bad" title={say(words.unreadable[unreadable])} urgent />}
        {check.error !== null && (
          <>
            <ProblemNotice error={check.error} />
            <div>
              <Button onClick={() => opened && check.mutate(opened)}>{say(words.again)}</Button>
            </div>
          </>
        )}
        {check.isPending && <p role="status">{say(words.checking)}</p>}
        {opened && check.isSuccess && (
          <Checked
            rows={opened.rows}
            busy={record.isPending}
            error={record.error}
            onRecord={() => record.mutate(opened)}
          />
        )}
      </div>
    </Page>
  );
}

type CheckedProps = {
  readonly rows: readonly ReturnRow[];
  readonly busy: boolean;
  readonly error: unknown;
  readonly onRecord: () => void;
};

function Checked({ rows, busy, error, onRecord }: CheckedProps) {
  const say = useText();
  const format = useFormat();
  const [onlyWrong, setOnlyWrong] = useState(false);
  const of = (verdict: ReturnRow['verdict']) => rows.filter((row) => row.verdict === verdict);
  const [ready, wrong, done] = [of('to-record'), of('wrong'), of('done')];
  const sum = (result: 'paid' | 'failed' | 'returned') =>
    format.money(
      ready
        .filter(({ line }) => line.result === result)
        .reduce((total, { line }) => total + (line.amount ?? 0), 0),
    );
  return (
    <>
      <Notice
        tone={wrong.length > 0 ? 'attention' : 'good'}
        title={say(words.summary, {
          n: rows.length,
          ready: ready.length,
          before: of('recorded').length,
          wrong: wrong.length,
        })}
      >
        {ready.length > 0 && (
          <p>{say(words.sums, { paid: sum('paid'), failed: sum('failed'), returned: sum('returned') })}</p>
        )}
        {done.length > 0 && <p role="status">{say(words.doneSoFar, { n: done.length })}</p>}
      </Notice>
      {error !== null && (
        <>
          <ProblemNotice error={error} />
          <p>{say(words.interrupted)}</p>
        </>
      )}
      {ready.length > 0 && (
        <div>
          <Button kind="primary" busy={busy} onClick={onRecord}>
            {say(done.length > 0 ? words.goOn : words.record, { n: ready.length })}
          </Button>
        </div>
      )}
      {wrong.length > 0 && (
        <label className="row">
          <input type="checkbox" checked={onlyWrong} onChange={() => setOnlyWrong(!onlyWrong)} />
          {say(words.onlyWrong, { n: wrong.length })}
        </label>
      )}
      <ReturnLines rows={onlyWrong ? wrong : rows} />
    </>
  );
}
