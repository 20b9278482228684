import { addCalendarDays, calendarDaysBetween, dayNumber, isDate, weekdayOf } from './date.ts';

/** What a notice says of its days; `misread` are those whose weekday in brackets is not the calendar's. */
export type ReadNotice = {
  readonly holidays: readonly string[];
  readonly makeUpWorkdays: readonly string[];
  readonly misread: readonly { readonly date: string; readonly said: string }[];
};

const weekdays = '日一二三四五六';
/** The longest stretch of days off there ever was has nine; more is a slip of the pen. */
const longest = 31;

const token =
  /(?:(?<year>\d{4})\s*[年/-]\s*)?(?<month>\d{1,2})\s*[月/-]\s*(?<day>\d{1,2})\s*日?|(?<=[至—–～~]\s*)(?<until>\d{1,2})\s*日|(?<to>[至—–～~])|[（(](?<note>[^（()）]*)[)）]|(?<off>放假|休息|公休)|(?<work>上班)|(?<end>[。；;\n])/g;

const written = (year: number, month: string | number, day: string): string =>
  `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;

/**
 * Reads the State Council's notice as it is printed: `1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。`,
 * or one day a line, `2027-01-09 上班`. Days are of `year` unless they name another. Whatever stands between is
 * passed over; what days there must be is for `checkPublishedYear` to say.
 */
export function readNotice(notice: string, year: number): ReadNotice {
  const holidays = new Set<string>();
  const makeUpWorkdays = new Set<string>();
  const misread: { date: string; said: string }[] = [];
  let waiting: string[] = [];
  let last: string | undefined;
  let open = false;
  const take = (date: string): void => {
    if (!isDate(date)) return;
    const length = last === undefined ? 0 : calendarDaysBetween(last, date);
    const from = open && last !== undefined && length > 0 && length < longest ? last : date;
    for (let day = from; day <= date; day = addCalendarDays(day, 1)) waiting.push(day);
    last = date;
    open = false;
  };
  for (const { groups = {} } of notice.matchAll(token)) {
    const { month, day, until, to, note, off, work } = groups;
    if (month !== undefined && day !== undefined)
      take(
        written(
          groups.year === undefined ? yearFor(month, last, open, year) : Number(groups.year),
          month,
          day,
        ),
      );
    else if (until !== undefined && last !== undefined) take(`${last.slice(0, 8)}${until.padStart(2, '0')}`);
    else if (to !== undefined) open = true;
    else if (note !== undefined) {
      const said = /(?:周|星期)([日一二三四五六天])/.exec(note)?.[1]?.replace('天', '日');
      if (said !== undefined && last !== undefined && weekdays[weekdayOf(dayNumber(last))] !== said)
        misread.push({ date: last, said });
    } else if (off !== undefined || work !== undefined) {
      for (const date of waiting) (off === undefined ? makeUpWorkdays : holidays).add(date);
      waiting = [];
    } else {
      waiting = [];
      last = undefined;
      open = false;
    }
  }
  return { holidays: [...holidays].sort(), makeUpWorkdays: [...makeUpWorkdays].sort(), misread };
}

/** `12月30日至1月2日` runs into the next year. */
const yearFor = (month: string, last: string | undefined, open: boolean, year: number): number => {
  if (!open || last === undefined) return year;
  const lastYear = Number(last.slice(0, 4));
  return Number(month) < Number(last.slice(5, 7)) ? lastYear + 1 : lastYear;
};
