import { Link } from 'wouter';
import type { UnreadDto } from '../../shared/api/routes/auditor.ts';
import { text } from '../../shared/language/text.ts';
import { useText } from '../lib/i18n/use-text.ts';
import { Notice } from './feedback/notice.tsx';

const words = {
  title: text(
    '以下案件的记录与封存时不符，或已经找不到，任何查询都可能缺少它们的决定',
    'Records of these cases are not what was sealed, or are gone: any search may lack their decisions',
  ),
  meaning: text(
    '账本封存过的记录中，有 {n} 条读不出来。请打开案卷核验，看是哪一个事件。',
    '{n} records that the ledger sealed could not be read. Open the dossier to see which event it is.',
  ),
  from: text('自第 {seq} 号事件起', 'from event {seq} on'),
} as const;

/** The cases that an answer out of the index cannot speak for, by name: none is ever silently missing. */
export function UnreadCases({ unread }: { readonly unread: UnreadDto | undefined }) {
  const say = useText();
  if (unread === undefined) return null;
  return (
    <Notice tone="bad" title={say(words.title)}>
      <p>{say(words.meaning, { n: unread.entries })}</p>
      <ul>
        {unread.cases.map(({ caseId, seq }) => (
          <li key={caseId}>
            <Link href={`/dossiers/${caseId}`} className="numbers">
              {caseId}
            </Link>{' '}
            {say(words.from, { seq })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
