import './awards.css';
import { useState } from 'react';
import { Link } from 'wouter';
import type { AwardStepDto, AwardSummaryDto } from '../../../shared/api/dto/award.ts';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { LateBadge } from '../../components/case/badges.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { stepNames } from './act-names.ts';
import { BatchDialog } from './batch-dialog.tsx';
import { useAwards } from './queries.ts';
import { words } from './words.ts';

/** The awards that wait at this office, by what has to be done next. */
export function AwardsPage() {
  const say = useText();
  const [step, setStep] = useState<AwardStepDto>();
  const [batching, setBatching] = useState(false);
  const awards = useAwards(step);
  const counts = awards.data?.pages[0]?.counts ?? [];
  const atBank = counts.some((one) => one.step === 'at-bank');
  const { data: me } = useMe();
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <Page
      title={say(words.listTitle)}
      intro={say(words.listIntro)}
      width="wide"
      actions={
        <>
          {atBank && <Button onClick={() => setBatching(true)}>{say(words.batch)}</Button>}
          {(atBank || hasRole(me, 'finance')) && (
            <LinkButton to="/awards/bank-return">{say(words.bankReturn)}</LinkButton>
          )}
        </>
      }
    >
      <div className="stack">
        <div className="row">
          <Button aria-pressed={step === undefined} onClick={() => setStep(undefined)}>
            {say(words.all, { n: all })}
          </Button>
          {counts.map((one) => (
            <Button key={one.step} aria-pressed={step === one.step} onClick={() => setStep(one.step)}>
              {say(words.stepCount, { step: say(stepNames[one.step]), n: one.count })}
            </Button>
          ))}
        </div>
        <Loaded query={awards}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            return items.length === 0 ? (
              <p role="status">{say(words.nothing)}</p>
            ) : (
              <AwardTable items={items} />
            );
          }}
        </Loaded>
        {awards.hasNextPage && (
          <div>
            <Button busy={awards.isFetchingNextPage} onClick={() => awards.fetchNextPage()}>
              {say(words.more)}
            </Button>
          </div>
        )}
      </div>
      {batching && <BatchDialog onClose={() => setBatching(false)} />}
    </Page>
  );
}

function AwardTable({ items }: { readonly items: readonly AwardSummaryDto[] }) {
  const say = useText();
  const format = useFormat();
  const { townName } = useCounty();
  return (
    <div className="table-sheet">
      <table className="lined cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{say(words.due)}</th>
            <th scope="col">{say(words.enterprise)}</th>
            <th scope="col">{say(words.programme)}</th>
            <th scope="col">{say(words.next)}</th>
            <th scope="col">{say(words.town)}</th>
            <th scope="col" className="number">
              {say(words.approved)}
            </th>
            <th scope="col" className="number">
              {say(words.unpaid)}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.caseId}>
              <td data-label={say(words.due)} className="numbers">
                {item.due && format.date(item.due)} {item.late && <LateBadge late={item.late} />}
              </td>
              <th scope="row">
                <Link href={`/awards/${item.caseId}`} lang="zh-CN">
                  {item.enterpriseName}
                </Link>
                <span className="small soft numbers award-line">{item.caseId}</span>
              </th>
              <td data-label={say(words.programme)}>{say(item.programme.title)}</td>
              <td data-label={say(words.next)}>{say(stepNames[item.step])}</td>
              <td data-label={say(words.town)}>{say(townName(item.town))}</td>
              <td data-label={say(words.approved)} className="number">
                {format.money(item.amount)}
              </td>
              <td data-label={say(words.unpaid)} className="number">
                {item.gives === 'money' && format.money(item.unpaid)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
