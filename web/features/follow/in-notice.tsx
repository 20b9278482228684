import type { ApplicationDto } from '../../../shared/api/dto/case.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { openObjections } from '../../lib/open-objections.ts';
import { words } from './words.ts';

/** Approved and in public notice: until when, and whether somebody has objected. */
export function InNotice({ application }: { readonly application: ApplicationDto }) {
  const say = useText();
  const format = useFormat();
  const { caseId, due, history } = application;
  const open = openObjections(history).length;
  return (
    <Notice
      tone={open === 0 ? 'good' : 'attention'}
      title={due === undefined ? say(words.notice) : say(words.inNotice, { date: format.date(due) })}
    >
      <p>{say(open === 0 ? words.inNoticeHint : words.objected, { n: open })}</p>
      {open > 0 && <p>{say(words.objectedHint)}</p>}
      <LinkButton to={`/notices/${caseId}`}>{say(words.toNotice)}</LinkButton>
    </Notice>
  );
}
