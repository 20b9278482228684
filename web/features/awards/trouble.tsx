import type { AwardDto } from '../../../shared/api/dto/award.ts';
import { Notice } from '../../components/feedback/notice.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

/** A breach to be mended, or money to be paid back: before anything else. */
export function Trouble({ award: { breach, recovery } }: { readonly award: AwardDto }) {
  const say = useText();
  const format = useFormat();
  return (
    <>
      {breach && (
        <Notice
          tone={breach.over ? 'bad' : 'attention'}
          title={say(breach.over ? words.breachOver : words.breachTitle, {
            date: format.date(breach.mendBy),
            title: say(breach.title),
          })}
        >
          <p lang="zh-CN">{breach.facts}</p>
          {breach.recoverable !== undefined && (
            <p>{say(words.recoverable, { amount: format.money(breach.recoverable) })}</p>
          )}
        </Notice>
      )}
      {recovery && (
        <Notice
          tone="bad"
          title={say(words.recoveryTitle, {
            amount: format.money(recovery.amount),
            repaid: format.money(recovery.repaid),
          })}
        />
      )}
    </>
  );
}
