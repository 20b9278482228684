import type { ApplicationDto } from '../../../shared/api/dto/case.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { letterWords } from '../../components/case/status-words.ts';
import { Notice } from '../../components/feedback/notice.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

type Ending = keyof typeof words.ended;

/** Statuses in which a case is over and nothing was granted. */
export const isEnding = (status: string): status is Ending => Object.hasOwn(words.ended, status);

type EndedProps = { readonly application: ApplicationDto; readonly ending: Ending };

/** How it ended, where the reasons and remedies are written, and the way to begin again. */
export function Ended({ application: { caseId, letters, programme }, ending }: EndedProps) {
  const say = useText();
  const letter = letters.findLast(({ kind }) => kind === 'refused' || kind === 'not-accepted');
  const { title, hint } = words.ended[ending];
  return (
    <Notice tone="attention" title={say(title)}>
      <p>{say(hint)}</p>
      <div className="row">
        {letter && (
          <LinkButton to={`/applications/${caseId}/letters/${letter.seq}`} kind="primary">
            {say(letterWords[letter.kind])}
          </LinkButton>
        )}
        <LinkButton to={`/apply/${programme.id}`}>{say(words.applyAgain)}</LinkButton>
      </div>
    </Notice>
  );
}
