import './outcomes.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { yearOf } from '../../../shared/calendar/date.ts';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';
import { type Outcome, totalOf } from '../../../shared/outcomes/outcome.ts';
import { Button } from '../../components/button/button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Filter } from '../../components/form/filter.tsx';
import { TownFilter } from '../../components/form/town-filter.tsx';
import { Page } from '../../components/page/page.tsx';
import { TableSheet } from '../../components/table-sheet.tsx';
import { call } from '../../lib/api/call.ts';
import { useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { saveFile } from '../../lib/save-file.ts';
import { useCounty } from '../../lib/use-county.ts';
import { JobsPlot } from './jobs-plot.tsx';
import { columns, type Figures, type Line, linesOf, outcomeCsv } from './outcome-lines.ts';
import { words } from './words.ts';

const firstYear = 2016;

/** 成效: the table the towns' reports print by hand, as page, plot and export. */
export function OutcomesPage() {
  const say = useText();
  const { data: me } = useMe();
  const [thisYear] = useState(() => yearOf(dateInShanghai(new Date().toISOString())));
  const [year, setYear] = useState(thisYear);
  const [town, setTown] = useState('');
  const [by, setBy] = useState<'factory' | 'town'>('factory');
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, index) => thisYear - index);
  const outcomes = useQuery({
    queryKey: ['outcomes', year, town],
    queryFn: ({ signal }) =>
      call('listOutcomes', { query: { year: String(year), ...(town !== '' && { town }) }, signal }),
  });
  return (
    <Page title={say(words.title)} intro={say(words.intro)} width="wide">
      <div className="stack">
        <div className="row">
          <Filter
            label={words.year}
            value={String(year)}
            options={years.map((one) => [String(one), String(one)])}
            onChange={(value) => setYear(Number(value))}
          />
          {me && me.town === undefined && <TownFilter value={town} all={words.allTowns} onChange={setTown} />}
          <Filter
            label={words.by}
            value={by}
            options={[
              ['factory', say(words.byFactory)],
              ['town', say(words.byTown)],
            ]}
            onChange={(value) => setBy(value === 'town' ? 'town' : 'factory')}
          />
        </div>
        <Loaded query={outcomes}>
          {({ items }) =>
            items.length === 0 ? (
              <p role="status">{say(words.nothing)}</p>
            ) : (
              <OutcomeFigures items={items} by={by} year={year} />
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

type OutcomeFiguresProps = {
  readonly items: readonly Outcome[];
  readonly by: 'factory' | 'town';
  readonly year: number;
};

function OutcomeFigures({ items, by, year }: OutcomeFiguresProps) {
  const say = useText();
  const { townName } = useCounty();
  const lines = linesOf(items, by, (town) => say(townName(town)));
  return (
    <>
      <JobsPlot lines={lines} />
      <OutcomeTable lines={lines} total={totalOf(items)} />
      <div>
        <Button onClick={() => saveFile(`outcome-${year}.csv`, outcomeCsv(lines, say))}>
          {say(words.download)}
        </Button>
      </div>
    </>
  );
}

function OutcomeTable({ lines, total }: { readonly lines: readonly Line[]; readonly total: Figures }) {
  const say = useText();
  const cells = (figures: Figures) =>
    columns.map(({ label, unit, value }) => (
      <Figure key={label.en} label={say(label)} unit={unit} value={value(figures)} />
    ));
  return (
    <TableSheet label={say(words.title)}>
      <table className="lined cards-on-phone outcome-table">
        <thead>
          <tr>
            <th scope="col">{say(words.factory)}</th>
            {columns.map(({ label }) => (
              <th key={label.en} scope="col" className="number">
                {say(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, place, figures }) => (
            <tr key={key}>
              <th scope="row" lang="zh-CN">
                {name}
                <span className="small soft outcome-place">{place}</span>
              </th>
              {cells(figures)}
            </tr>
          ))}
          <tr className="outcome-total">
            <th scope="row">{say(words.total)}</th>
            {cells(total)}
          </tr>
        </tbody>
      </table>
    </TableSheet>
  );
}

type FigureProps = {
  readonly label: string;
  readonly unit: 'count' | 'money';
  readonly value: number | undefined;
};

function Figure({ label, unit, value }: FigureProps) {
  const say = useText();
  const format = useFormat();
  const shown =
    value === undefined ? say(words.none) : unit === 'money' ? format.money(value) : format.count(value);
  return (
    <td data-label={label} className="number">
      {shown}
    </td>
  );
}
