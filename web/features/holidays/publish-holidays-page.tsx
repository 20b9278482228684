import './holidays.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { yearOf } from '../../../shared/calendar/date.ts';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';
import type { PublishedYear } from '../../../shared/calendar/published-years.ts';
import { type ReadNotice, readNotice } from '../../../shared/calendar/read-notice.ts';
import { fill } from '../../../shared/language/text.ts';
import { Button } from '../../components/button/button.tsx';
import { FileButton } from '../../components/button/file-button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { FieldFrame } from '../../components/form/field-frame.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page/page.tsx';
import { announce } from '../../lib/announce.ts';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { forgetKept, useKept } from '../../lib/use-kept.ts';
import { yearsKey } from './queries.ts';
import { words } from './words.ts';
import { type Checked, YearProposal } from './year-proposal.tsx';

const kept = 'holidays:';

export function PublishHolidaysPage() {
  const say = useText();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const ids = { year: useId(), source: useId(), notice: useId() };
  const [thisYear] = useState(() => yearOf(dateInShanghai(new Date().toISOString())));
  const [year, setYear] = useKept(`${kept}year`, String(thisYear + 1));
  const [source, setSource] = useKept(`${kept}source`, fill(words.sourceOf, { year: thisYear + 1 }).zh);
  const [notice, setNotice] = useKept(`${kept}notice`, '');
  const [tried, setTried] = useState(false);

  const check = useMutation({
    mutationFn: async ({
      read,
      published,
    }: {
      read: ReadNotice;
      published: PublishedYear;
    }): Promise<Checked> => ({
      published,
      misread: read.misread,
      ...(await call('previewCalendarYear', { body: published })),
    }),
  });
  const publish = useAct(
    (commandId, published: PublishedYear) =>
      call('publishCalendarYear', { body: { commandId, ...published } }),
    async ({ year: done, inForceFrom }) => {
      forgetKept(kept);
      announce(fill(words.published, { year: done, at: dateInShanghai(inForceFrom) }));
      await queries.invalidateQueries({ queryKey: yearsKey });
      go('/holidays');
    },
  );
  const read = readNotice(notice, Number(year));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (source.trim() === '' || read.holidays.length === 0) return;
    const { holidays, makeUpWorkdays } = read;
    check.mutate({
      read,
      published: {
        year: Number(year),
        source: source.trim(),
        holidays: [...holidays],
        makeUpWorkdays: [...makeUpWorkdays],
      },
    });
  };
  /** What was checked is not what is written any more. */
  const change = (apply: () => void) => {
    apply();
    check.reset();
    publish.reset();
  };
  const chooseYear = (next: string) =>
    change(() => {
      if (source === fill(words.sourceOf, { year }).zh) setSource(fill(words.sourceOf, { year: next }).zh);
      setYear(next);
    });
  const noticeError = notice.trim() === '' ? words.needNotice : words.nothingRead;
  return (
    <Page
      title={say(words.publishTitle)}
      intro={say(words.publishIntro)}
      back={{ to: '/holidays', label: say(words.title) }}
    >
      <form className="sheet stack" noValidate onSubmit={submit}>
        <FieldFrame id={ids.year} label={say(words.year)}>
          {() => (
            <select
              id={ids.year}
              className="control control-short"
              value={year}
              onChange={({ target }) => chooseYear(target.value)}
            >
              {[thisYear, thisYear + 1, thisYear + 2].map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          )}
        </FieldFrame>
        <FieldFrame
          id={ids.source}
          label={say(words.sourceLabel)}
          error={tried && source.trim() === '' ? words.needSource : undefined}
        >
          {({ describedBy, invalid }) => (
            <input
              id={ids.source}
              className="control"
              maxLength={200}
              value={source}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
              onChange={({ target }) => change(() => setSource(target.value))}
            />
          )}
        </FieldFrame>
        <FieldFrame
          id={ids.notice}
          label={say(words.notice)}
          hint={say(words.noticeHint)}
          error={tried && read.holidays.length === 0 ? noticeError : undefined}
        >
          {({ describedBy, invalid }) => (
            <textarea
              id={ids.notice}
              className="control notice-text"
              maxLength={20_000}
              lang="zh-CN"
              value={notice}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
              onChange={({ target }) => change(() => setNotice(target.value))}
            />
          )}
        </FieldFrame>
        <div className="row">
          <Button kind="primary" type="submit" busy={check.isPending}>
            {say(words.check)}
          </Button>
          <FileButton
            accept=".txt,.csv,text/plain,text/csv"
            onFiles={([file]) => file?.text().then((content) => change(() => setNotice(content)))}
          >
            <Icon name="upload" />
            {say(words.file)}
          </FileButton>
        </div>
      </form>
      {check.error !== null && <ProblemNotice error={check.error} />}
      {check.data && (
        <YearProposal
          checked={check.data}
          busy={publish.isPending}
          onPublish={() => publish.mutate(check.data.published)}
        />
      )}
      {publish.error !== null && (
        <Notice tone="bad" urgent>
          <ProblemNotice error={publish.error} />
        </Notice>
      )}
    </Page>
  );
}
