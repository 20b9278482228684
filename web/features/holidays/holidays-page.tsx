import '../../components/table.css';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/api/client.ts';
import { yearOf } from '../../../shared/calendar/date.ts';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Page } from '../../components/page/page.tsx';
import { figures, TableHead } from '../../components/table-head.tsx';
import { hasRole, useMe } from '../../lib/auth/use-me.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useYears } from './queries.ts';
import { words } from './words.ts';
import { workingDaysOf, YearCalendar } from './year-calendar.tsx';

type Year = OutputOf<'listCalendarYears'>['items'][number];

/** Every publication of a year is a line of its own: the later one is in force. */
const keyOf = ({ year, inForceFrom = '' }: Year): string => `${year} ${inForceFrom}`;

export function HolidaysPage() {
  const say = useText();
  const { data: me } = useMe();
  const years = useYears();
  return (
    <Page
      title={say(words.title)}
      intro={say(words.intro)}
      width="wide"
      actions={
        hasRole(me, 'policy') && (
          <LinkButton to="/holidays/publish" kind="primary">
            {say(words.publish)}
          </LinkButton>
        )
      }
    >
      <Loaded query={years}>{({ items }) => <Years items={items} />}</Loaded>
    </Page>
  );
}

/** The years since the county began; those before matter to nobody. */
const shownYears = 6;

function Years({ items }: { readonly items: readonly Year[] }) {
  const say = useText();
  const [thisYear] = useState(() => yearOf(dateInShanghai(new Date().toISOString())));
  const now = items.filter(({ year }) => year <= thisYear)[0] ?? items[0];
  const [chosen, setChosen] = useState(now && keyOf(now));
  const shown = items.find((item) => keyOf(item) === chosen);
  return (
    <div className="stack-loose">
      <YearTable
        items={items.filter(({ year }) => year > thisYear - shownYears)}
        chosen={chosen}
        onChoose={setChosen}
      />
      {shown && (
        <section className="stack" aria-labelledby="year-title">
          <h2 id="year-title">{say(words.calendarOf, { year: shown.year })}</h2>
          <YearCalendar year={shown} />
        </section>
      )}
    </div>
  );
}

type YearTableProps = {
  readonly items: readonly Year[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
};

function YearTable({ items, chosen, onChoose }: YearTableProps) {
  const say = useText();
  const format = useFormat();
  return (
    <div className="table-sheet">
      <table className="lined cards-on-phone holiday-years">
        <caption className="only-heard">{say(words.years)}</caption>
        <TableHead
          columns={[
            words.year,
            words.source,
            figures(words.daysOff),
            figures(words.makeUp),
            figures(words.workdays),
            words.publishedAt,
            words.inForce,
            words.look,
          ]}
        />
        <tbody>
          {items.map((item) => {
            const { year, source, holidays, makeUpWorkdays, inForceFrom } = item;
            const { publishedAt, publishedBy, publisherName } = item;
            const count = (label: typeof words.daysOff, n: number) => (
              <td data-label={say(label)} className="number">
                {say(words.days, { n })}
              </td>
            );
            return (
              <tr key={keyOf(item)}>
                <th scope="row" className="numbers">
                  {year}
                </th>
                <td data-label={say(words.source)} lang="zh-CN">
                  {publishedAt ? source : say(words.dataSet, { name: source })}
                </td>
                {count(words.daysOff, holidays.length)}
                {count(words.makeUp, makeUpWorkdays.length)}
                {count(words.workdays, workingDaysOf(item))}
                <td data-label={say(words.publishedAt)} className="numbers">
                  {publishedAt && publishedBy
                    ? say(words.publishedBy, {
                        at: format.instant(publishedAt),
                        by: publisherName ?? publishedBy,
                      })
                    : say(words.fromDataSet)}
                </td>
                <td data-label={say(words.inForce)} className="numbers">
                  {inForceFrom && format.instant(inForceFrom)}
                </td>
                <td>
                  {keyOf(item) === chosen ? (
                    say(words.shown)
                  ) : (
                    <Button kind="quiet" onClick={() => onChoose(keyOf(item))}>
                      {say(words.look)}
                      <span className="only-heard">{year}</span>
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
