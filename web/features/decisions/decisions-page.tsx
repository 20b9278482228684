import './decisions.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button/button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page/page.tsx';
import { UnreadCases } from '../../components/unread-cases.tsx';
import { call } from '../../lib/api/call.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { DecisionFilters } from './decision-filters.tsx';
import { DecisionTable } from './decision-table.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { exportWords } from './export-words.ts';
import { useDecisionFilter } from './use-decision-filter.ts';
import { words } from './words.ts';

export function DecisionsPage() {
  const say = useText();
  const format = useFormat();
  const filter = useDecisionFilter();
  const [exporting, setExporting] = useState(false);
  const decisions = useInfiniteQuery({
    queryKey: ['decisions', filter.query],
    queryFn: ({ pageParam, signal }) =>
      call('listDecisions', { query: { ...filter.query, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Page
      title={say(words.title)}
      intro={say(words.intro)}
      width="wide"
      actions={
        <Button onClick={() => setExporting(true)}>
          <Icon name="download" /> {say(exportWords.open)}
        </Button>
      }
    >
      {exporting && <ExportDialog query={filter.query} onClose={() => setExporting(false)} />}
      <div className="stack">
        <DecisionFilters filter={filter} />
        <Loaded query={decisions} waiting={<Skeleton lines={12} />}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            const through = pages.at(-1)?.indexedThrough;
            return (
              <>
                <UnreadCases unread={pages.at(-1)?.unread} />
                {through && (
                  <p className="small soft">{say(words.indexed, { at: format.instant(through) })}</p>
                )}
                {items.length === 0 ? (
                  <p role="status">{say(words.nothing)}</p>
                ) : (
                  <DecisionTable items={items} />
                )}
              </>
            );
          }}
        </Loaded>
        {decisions.hasNextPage && (
          <div>
            <Button busy={decisions.isFetchingNextPage} onClick={() => decisions.fetchNextPage()}>
              {say(words.continue)}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}
