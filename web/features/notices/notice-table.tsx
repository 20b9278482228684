import { Link } from 'wouter';
import type { NoticeLineDto } from '../../../shared/api/routes/notices.ts';
import { figures, TableHead } from '../../components/table-head.tsx';
import { TableSheet } from '../../components/table-sheet.tsx';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { useBenefit } from './use-benefit.ts';
import { words } from './words.ts';

export function NoticeTable({ items }: { readonly items: readonly NoticeLineDto[] }) {
  const say = useText();
  const format = useFormat();
  const { townName } = useCounty();
  const benefit = useBenefit();
  return (
    <TableSheet label={say(words.title)}>
      <table className="cards-on-phone">
        <TableHead
          columns={[words.enterprise, words.programme, words.town, figures(words.amount), words.lastDay]}
        />
        <tbody>
          {items.map((notice) => (
            <tr key={notice.caseId}>
              <th scope="row">
                <Link href={`/notices/${notice.caseId}`} lang="zh-CN">
                  {notice.enterpriseName}
                </Link>
              </th>
              <td data-label={say(words.programme)}>{say(notice.programme.title)}</td>
              <td data-label={say(words.town)}>{say(townName(notice.town))}</td>
              <td className="number" data-label={say(words.amount)}>
                {benefit(notice)}
              </td>
              <td className="numbers" data-label={say(words.lastDay)}>
                {format.date(notice.closesOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableSheet>
  );
}
