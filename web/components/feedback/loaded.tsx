import type { ReactNode } from 'react';
import { text } from '../../../shared/language/text.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { Page } from '../page/page.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { PageSkeleton } from './skeleton.tsx';

const failed = text('没有打开这一页', 'This page could not be opened');

type LoadedProps<T> = {
  readonly query: {
    readonly data: T | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly children: (data: T) => ReactNode;
  /** What holds the place within a page. Without it, all of the page waits. */
  readonly waiting?: ReactNode;
};

/** What was asked of the API: its place while waiting, the problem when it failed, else the answer. */
export function Loaded<T>({ query, children, waiting }: LoadedProps<T>) {
  const say = useText();
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return waiting ?? <PageSkeleton />;
  const notice = <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (waiting !== undefined) return notice;
  return (
    <Page title={say(failed)} width="reading">
      {notice}
    </Page>
  );
}
