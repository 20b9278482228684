import type { ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.tsx';
import { PageSkeleton } from './skeleton.tsx';

type LoadedProps<T> = {
  readonly query: {
    readonly data: T | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly children: (data: T) => ReactNode;
  readonly waiting?: ReactNode;
};

/** What was asked of the API: its place while waiting, the problem when it failed, else the answer. */
export function Loaded<T>({ query, children, waiting = <PageSkeleton /> }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return waiting;
  return (
    <div className="page page-reading">
      <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
    </div>
  );
}
