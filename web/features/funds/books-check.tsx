import { useMutation } from '@tanstack/react-query';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { call } from '../../lib/api/call.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

/** Checks a fund against the journal when asked. */
export function BooksCheck({ fund }: { readonly fund: string }) {
  const say = useText();
  const format = useFormat();
  const check = useMutation({ mutationFn: () => call('auditFund', { params: { fund } }) });
  const { data, error, isPending } = check;
  return (
    <section className="stack" aria-label={say(words.audit)}>
      <div className="row">
        <Button busy={isPending} onClick={() => check.mutate()}>
          {say(words.audit)}
        </Button>
        <span className="small soft">{say(words.auditHint)}</span>
      </div>
      <div role="status">
        {data?.faults.length === 0 && (
          <Notice tone="good">
            {say(words.right, { movements: data.movements, cases: data.cases, at: format.instant(data.at) })}
          </Notice>
        )}
      </div>
      {data && data.faults.length > 0 && (
        <Notice tone="bad" title={say(words.wrong)} urgent>
          <ul>
            {data.faults.map(({ code, message }) => (
              <li key={`${code} ${message.en}`}>{say(message)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {error !== null && <ProblemNotice error={error} />}
    </section>
  );
}
