import { ApiProblem } from '../../../shared/api/client.ts';
import { problemText } from '../../lib/api/problem-text.ts';
import { signInAgain } from '../../lib/auth/sign-in-again.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { Button } from '../button/button.tsx';
import { words } from '../words.ts';
import { Notice } from './notice.tsx';

type ProblemNoticeProps = { readonly error: unknown; readonly onRetry?: () => void };

export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const say = useText();
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  return (
    <Notice tone="bad" title={say(problemText(error))} urgent>
      {problem?.requestId && <p className="small">{say(words.reference, { id: problem.requestId })}</p>}
      {problem?.errors && (
        <ul>
          {problem.errors.map(({ path, message }) => (
            <li key={path}>{say(message)}</li>
          ))}
        </ul>
      )}
      {problem?.status === 401 && <Button onClick={signInAgain}>{say(words.signInAgain)}</Button>}
      {onRetry && problem?.status !== 401 && <Button onClick={onRetry}>{say(words.retry)}</Button>}
    </Notice>
  );
}
