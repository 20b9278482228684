import './worklist.css';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { CaseSummaryDto } from '../../../shared/api/dto/case.ts';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { Page } from '../../components/page/page.tsx';
import { ShortcutsDialog } from '../../components/shortcuts-dialog.tsx';
import { words as common } from '../../components/words.ts';
import { useMe } from '../../lib/auth/use-me.ts';
import { keepCaseOrder } from '../../lib/case-order.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { useObjectionsToAnswer } from '../../lib/use-objections-to-answer.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { BulkBar } from './bulk-bar.tsx';
import { BulkResult, useBulk } from './bulk-result.tsx';
import { Filters } from './filters.tsx';
import { useWorklist } from './queries.ts';
import { RecommendDialog } from './recommend-dialog.tsx';
import { useFilter } from './use-filter.ts';
import { words } from './words.ts';
import { WorklistTable } from './worklist-table.tsx';

const help = [
  ['j', words.help.next],
  ['k', words.help.previous],
  ['o', words.help.open],
  ['x', words.help.select],
  ['c', words.help.claim],
  ['?', words.help.help],
] as const;

export function WorklistPage() {
  const say = useText();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const { data: me } = useMe();
  const { officeName } = useCounty();
  const filter = useFilter();
  const { data: objections } = useObjectionsToAnswer();
  const worklist = useWorklist(filter.filter);
  const items = useMemo(() => worklist.data?.pages.flatMap((page) => page.items) ?? [], [worklist.data]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState(0);
  const [dialog, setDialog] = useState<'help' | 'recommend'>();
  const table = useRef<HTMLTableElement>(null);
  const bulk = useBulk(() => queries.invalidateQueries({ queryKey: ['worklist'] }));

  useEffect(() => keepCaseOrder(items.map(({ caseId }) => caseId)), [items]);
  const picked = items.filter(({ caseId }) => chosen.has(caseId));
  const toggle = ({ caseId }: CaseSummaryDto) =>
    setChosen((before) =>
      before.has(caseId) ? new Set([...before].filter((id) => id !== caseId)) : new Set([...before, caseId]),
    );
  const move = (to: number) => {
    const place = Math.max(0, Math.min(items.length - 1, to));
    setActive(place);
    table.current?.querySelectorAll<HTMLElement>('tbody a')[place]?.focus();
  };
  const here = items[active];
  const claim = (cases: readonly CaseSummaryDto[]) =>
    bulk.act(cases.map(({ caseId, version }) => ({ caseId, version, command: { type: 'claim' } })));
  useShortcuts({
    j: () => move(table.current?.contains(document.activeElement) ? active + 1 : active),
    k: () => move(active - 1),
    o: () => here && go(`/cases/${here.caseId}`),
    x: () => here && toggle(here),
    c: () => here && claim([here]),
    '?': () => setDialog('help'),
  });

  return (
    <Page
      title={say(words.title)}
      intro={me?.office && say(words.intro, { office: say(officeName(me.office)) })}
      width="wide"
      actions={
        <>
          <LinkButton to="/objections">
            {say(words.objections)}{' '}
            {objections && <span className="filters-count numbers">{objections.items.length}</span>}
          </LinkButton>
          <span className="keys-only">
            <Button kind="quiet" onClick={() => setDialog('help')}>
              {say(words.shortcuts)} <kbd>?</kbd>
            </Button>
          </span>
        </>
      }
    >
      <div className="stack">
        <Filters filter={filter} counts={worklist.data?.pages.at(-1)?.counts} />
        <BulkBar
          count={picked.length}
          busy={bulk.isPending}
          onClaim={() => claim(picked)}
          onRecommend={() => setDialog('recommend')}
        />
        <Loaded query={worklist} waiting={<Skeleton lines={12} />}>
          {() =>
            items.length === 0 ? (
              <p>{say(words.nothing)}</p>
            ) : (
              <WorklistTable
                ref={table}
                items={items}
                chosen={chosen}
                onToggle={toggle}
                onToggleAll={(all) => setChosen(new Set(all ? items.map(({ caseId }) => caseId) : []))}
                onFocus={setActive}
              />
            )
          }
        </Loaded>
        {worklist.hasNextPage && (
          <div>
            <Button busy={worklist.isFetchingNextPage} onClick={() => worklist.fetchNextPage()}>
              {say(common.more)}
            </Button>
          </div>
        )}
      </div>
      {dialog === 'help' && <ShortcutsDialog help={help} onClose={() => setDialog(undefined)} />}
      {dialog === 'recommend' && (
        <RecommendDialog
          cases={picked}
          busy={bulk.isPending}
          onAct={(acts) => {
            setDialog(undefined);
            bulk.act(acts);
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
      <BulkResult bulk={bulk} items={items} onClose={() => setChosen(new Set())} />
    </Page>
  );
}
