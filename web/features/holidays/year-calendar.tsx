import './holidays.css';
import { dateOf, dayNumber, isWeekend, yearOf } from '../../../shared/calendar/date.ts';
import type { PublishedYear } from '../../../shared/calendar/published-years.ts';
import { useLocale } from '../../lib/i18n/locale.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

type YearCalendarProps = { readonly year: Pick<PublishedYear, 'year' | 'holidays' | 'makeUpWorkdays'> };

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** The days of a month in weeks from Monday; undefined before its first and after its last. */
function weeksOf(year: number, month: number): readonly (readonly (string | undefined)[])[] {
  const first = dayNumber(`${year}-${String(month).padStart(2, '0')}-01`);
  const next = dayNumber(
    month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`,
  );
  const lead = new Date(dateOf(first)).getUTCDay();
  const cells = [
    ...Array.from({ length: (lead + 6) % 7 }, () => undefined),
    ...Array.from({ length: next - first }, (_, index) => dateOf(first + index)),
  ];
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => cells[week * 7 + day]),
  ).filter((week) => week.some((day) => day !== undefined));
}

/** Working days within the year itself. */
export const workingDaysOf = ({ year, holidays, makeUpWorkdays }: YearCalendarProps['year']): number => {
  const [off, work] = [new Set(holidays), new Set(makeUpWorkdays)];
  const days = Array.from({ length: dayNumber(`${year + 1}-01-01`) - dayNumber(`${year}-01-01`) }, (_, n) =>
    dateOf(dayNumber(`${year}-01-01`) + n),
  );
  return days.filter((day) => work.has(day) || !(off.has(day) || isWeekend(dayNumber(day)))).length;
};

/** A year at a glance: days off and make-up workdays marked by a word as well as by colour. */
export function YearCalendar({ year: published }: YearCalendarProps) {
  const say = useText();
  const format = useFormat();
  const locale = useLocale();
  const { year, holidays, makeUpWorkdays } = published;
  const [off, work] = [new Set(holidays), new Set(makeUpWorkdays)];
  const outside = [
    ...holidays.map((date) => ({ date, words: words.offOn })),
    ...makeUpWorkdays.map((date) => ({ date, words: words.workOn })),
  ].filter(({ date }) => yearOf(date) !== year);
  const kindOf = (date: string) => {
    if (off.has(date)) return { className: 'day day-off', mark: words.off };
    if (work.has(date)) return { className: 'day day-work', mark: words.work };
    return { className: isWeekend(dayNumber(date)) ? 'day day-weekend' : 'day' };
  };
  return (
    <div className="stack">
      <p className="year-legend small">
        <span className="day day-off">
          <span className="day-mark">{say(words.off)}</span> {say(words.legendOff)}
        </span>
        <span className="day day-work">
          <span className="day-mark">{say(words.work)}</span> {say(words.legendWork)}
        </span>
        <span className="day day-weekend">{say(words.legendWeekend)}</span>
      </p>
      {outside.length > 0 && (
        <p className="small">
          {say(words.around, {
            days: outside
              .map(({ date, words: sentence }) => say(sentence, { date: format.date(date) }))
              .join(say(words.comma)),
          })}
        </p>
      )}
      <div className="year">
        {months.map((month) => (
          <table key={month} className="month">
            <caption>{say(words.month, { n: month })}</caption>
            <thead>
              <tr>
                {words.weekdays[locale].map((name, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the days of a week never move
                  <th key={index} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(year, month).map((week, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the weeks of a month never move
                <tr key={index}>
                  {week.map((date, at) => {
                    // biome-ignore lint/suspicious/noArrayIndexKey: the days of a week never move
                    if (date === undefined) return <td key={at} />;
                    const { className, mark } = kindOf(date);
                    return (
                      <td key={date}>
                        <span className={className}>
                          {Number(date.slice(8))}
                          {mark && <span className="day-mark">{say(mark)}</span>}
                        </span>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </div>
  );
}
