import type { Ref } from 'react';
import { Link } from 'wouter';
import type { CaseSummaryDto } from '../../../shared/api/dto/case.ts';
import { LateBadge, StatusBadge } from '../../components/case/badges.tsx';
import { useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { useColleagues } from './queries.ts';
import { words } from './words.ts';

type WorklistTableProps = {
  readonly ref: Ref<HTMLTableElement>;
  readonly items: readonly CaseSummaryDto[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (item: CaseSummaryDto) => void;
  readonly onToggleAll: (all: boolean) => void;
  /** A row has got the keyboard's focus. */
  readonly onFocus: (place: number) => void;
};

export function WorklistTable({ ref, items, chosen, onToggle, onToggleAll, onFocus }: WorklistTableProps) {
  const say = useText();
  const format = useFormat();
  const { townName } = useCounty();
  const officerName = useOfficerName();
  return (
    <div className="table-sheet">
      <table ref={ref} className="lined cards-on-phone worklist-table">
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={say(words.selectAll)}
                checked={items.every(({ caseId }) => chosen.has(caseId))}
                onChange={(event) => onToggleAll(event.target.checked)}
              />
            </th>
            <th scope="col">{say(words.due)}</th>
            <th scope="col">{say(words.applicant)}</th>
            <th scope="col">{say(words.programme)}</th>
            <th scope="col">{say(words.stage)}</th>
            <th scope="col">{say(words.town)}</th>
            <th scope="col">{say(words.officer)}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, place) => (
            <tr key={item.caseId} onFocus={() => onFocus(place)}>
              <td>
                <input
                  type="checkbox"
                  aria-label={say(words.select, { id: item.caseId })}
                  checked={chosen.has(item.caseId)}
                  onChange={() => onToggle(item)}
                />
              </td>
              <td data-label={say(words.due)} className="numbers worklist-short">
                {item.due && format.date(item.due)} {item.late && <LateBadge late={item.late} />}
              </td>
              <th scope="row">
                <Link href={`/cases/${item.caseId}`} lang="zh-CN">
                  {item.enterpriseName}
                </Link>
                <span className="small soft numbers worklist-number">{item.caseId}</span>
              </th>
              <td data-label={say(words.programme)}>{say(item.programme.title)}</td>
              <td data-label={say(words.stage)}>
                {item.stage && say(item.stage)}{' '}
                {item.status !== 'under-review' && <StatusBadge status={item.status} />}
                {item.expedited && <span className="badge badge-attention">{say(words.expedited)}</span>}
              </td>
              <td data-label={say(words.town)} className="worklist-short">
                {say(townName(item.town))}
              </td>
              <td
                data-label={say(words.officer)}
                className={item.officer ? 'worklist-short' : 'worklist-short soft'}
              >
                {officerName(item.officer)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useOfficerName(): (id: string | undefined) => string {
  const say = useText();
  const { data: me } = useMe();
  const { data: colleagues } = useColleagues();
  return (id) => {
    if (id === undefined) return say(words.nobody);
    if (id === me?.id) return say(words.me);
    return colleagues?.items.find((one) => one.id === id)?.name ?? say(words.other);
  };
}
