import { useMutation } from '@tanstack/react-query';
import type { InputOf } from '../../../shared/api/client.ts';
import type { CaseSummaryDto } from '../../../shared/api/dto/case.ts';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { Icon } from '../../components/icon.tsx';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

type Item = NonNullable<InputOf<'actOnCases'>['body']>['items'][number];
/** One act on one case; its commandId is made once, here. */
export type BulkAct = Omit<Item, 'commandId'>;

export function useBulk(onDone: () => void) {
  const mutation = useMutation({
    mutationFn: (items: Item[]) => call('actOnCases', { body: { items } }),
    onSettled: onDone,
  });
  return {
    ...mutation,
    act: (acts: readonly BulkAct[]) =>
      mutation.mutate(acts.map((act) => ({ ...act, commandId: crypto.randomUUID() }))),
  };
}

type BulkResultProps = {
  readonly bulk: ReturnType<typeof useBulk>;
  readonly items: readonly CaseSummaryDto[];
  readonly onClose: () => void;
};

/** What became of each case: done, or why not. */
export function BulkResult({ bulk, items, onClose }: BulkResultProps) {
  const say = useText();
  if (!bulk.data && bulk.error === null) return null;
  const results = bulk.data?.results ?? [];
  const done = results.filter(({ result }) => result !== undefined).length;
  const close = () => {
    bulk.reset();
    onClose();
  };
  return (
    <Dialog title={say(words.resultTitle)} onClose={close} wide>
      {bulk.error !== null && <ProblemNotice error={bulk.error} />}
      {bulk.data && <p role="status">{say(words.doneCount, { done, failed: results.length - done })}</p>}
      <ul className="bulk-results">
        {results.map(({ caseId, problem }) => (
          <li key={caseId}>
            <Icon name={problem ? 'alert' : 'check'} />
            <span>
              <strong>{say(problem ? words.notDone : words.done)}</strong>{' '}
              <span lang="zh-CN">{items.find((item) => item.caseId === caseId)?.enterpriseName}</span>{' '}
              <span className="small soft numbers">{caseId}</span>
              {problem && <span className="bulk-problem">{say(problem.message)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
