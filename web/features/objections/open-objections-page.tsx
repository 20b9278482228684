import { Link } from 'wouter';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page/page.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { TableSheet } from '../../components/table-sheet.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useObjectionsToAnswer } from '../../lib/use-objections-to-answer.ts';
import { words } from './words.ts';

/** What the caller's office has to answer; the answer itself is given on the case. */
export function OpenObjectionsPage() {
  const say = useText();
  const format = useFormat();
  const objections = useObjectionsToAnswer();
  return (
    <Page
      title={say(words.openTitle)}
      intro={say(words.openIntro)}
      back={{ to: '/worklist', label: say(words.worklist) }}
    >
      <Loaded query={objections} waiting={<Skeleton lines={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p role="status">{say(words.none)}</p>
          ) : (
            <TableSheet label={say(words.openTitle)}>
              <table className="cards-on-phone">
                <TableHead
                  columns={[words.applicant, words.programme, words.waiting, words.since, words.closes]}
                />
                <tbody>
                  {items.map(({ caseId, enterpriseName, programme, open, since, due }) => (
                    <tr key={caseId}>
                      <th scope="row">
                        <Link href={`/cases/${caseId}`} lang="zh-CN">
                          {enterpriseName}
                        </Link>
                      </th>
                      <td data-label={say(words.programme)}>{say(programme.title)}</td>
                      <td data-label={say(words.waiting)}>{say(words.count, { n: open })}</td>
                      <td data-label={say(words.since)} className="numbers">
                        {format.instant(since)}
                      </td>
                      <td data-label={say(words.closes)} className="numbers">
                        {due && format.date(due)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableSheet>
          )
        }
      </Loaded>
    </Page>
  );
}
