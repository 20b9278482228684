import './follow.css';
import { Link } from 'wouter';
import type { CaseSummaryDto } from '../../../shared/api/dto/case.ts';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { LateBadge, StatusBadge } from '../../components/case/badges.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { words as common } from '../../components/words.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { useApplications } from './queries.ts';
import { words } from './words.ts';

export function ApplicationsPage() {
  const say = useText();
  const applications = useApplications();
  return (
    <Loaded query={applications}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return (
          <Page title={say(words.listTitle)}>
            {items.length === 0 ? (
              <div className="stack">
                <p>{say(words.nothing)}</p>
                <div>
                  <LinkButton to="/" kind="primary">
                    {say(words.toProgrammes)}
                  </LinkButton>
                </div>
              </div>
            ) : (
              <ul className="follow-list">
                {items.map((item) => (
                  <ApplicationCard key={item.caseId} item={item} />
                ))}
              </ul>
            )}
            {applications.hasNextPage && (
              <Button busy={applications.isFetchingNextPage} onClick={() => applications.fetchNextPage()}>
                {say(common.more)}
              </Button>
            )}
          </Page>
        );
      }}
    </Loaded>
  );
}

function ApplicationCard({ item }: { readonly item: CaseSummaryDto }) {
  const say = useText();
  const format = useFormat();
  const { officeName } = useCounty();
  const address = `/applications/${item.caseId}`;
  const toDo = { draft: words.goOn, returned: words.correct };
  const isOpen = item.status === 'draft' || item.status === 'returned';
  return (
    <li className="follow-card sheet">
      <div className="follow-card-head">
        <h2>
          <Link href={address}>{say(item.programme.title)}</Link>
        </h2>
        <StatusBadge status={item.status} />
      </div>
      <p lang="zh-CN">{item.enterpriseName || say(words.noName)}</p>
      <p className="small soft numbers">
        {item.caseId}
        {item.submittedAt && ` · ${say(words.submitted, { at: format.instant(item.submittedAt) })}`}
        {item.status === 'draft' &&
          item.updatedAt &&
          ` · ${say(words.saved, { at: format.instant(item.updatedAt) })}`}
      </p>
      {item.status === 'approved' && (
        <p>
          <Link href={`${address}/award`}>{say(words.award)}</Link>
        </p>
      )}
      {item.office && item.status !== 'draft' && item.status !== 'approved' && (
        <p className="small">
          {item.stage && `${say(item.stage)} · `}
          {say(words.atOffice, { office: say(officeName(item.office)) })}
          {item.due && ` · ${say(words.due, { date: format.date(item.due) })}`}{' '}
          {item.late && <LateBadge late={item.late} />}
        </p>
      )}
      {isOpen && (
        <div>
          <LinkButton to={`${address}/edit`} kind="primary">
            {say(item.status === 'draft' ? toDo.draft : toDo.returned)}
            <span className="only-heard">{say(item.programme.title)}</span>
          </LinkButton>
        </div>
      )}
    </li>
  );
}
