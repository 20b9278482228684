import type { FieldError } from '../api/errors.ts';
import { type Text, text } from '../language/text.ts';
import { dayNumber, isWeekend, yearOf } from './date.ts';
import type { PublishedYear } from './published-years.ts';

const faults = {
  'outside-year': text('日期应在该年度或其前后一个月内。', 'Must lie within the year or a month around it.'),
  'not-a-weekend': text('调休上班日应为周六或周日。', 'People work instead on a Saturday or Sunday only.'),
  'day-twice': text('同一日期只能出现一次。', 'A day can appear only once.'),
  'too-few': text(
    '至少应有 11 个放假日（法定节假日）。',
    'At least the eleven statutory days off are needed.',
  ),
} as const satisfies Record<string, Text>;

/** 全年节及纪念日放假办法 gives thirteen days since 2025, eleven before. */
const fewestHolidays = 11;

/** A notice may reach into the weeks before and after its year. */
function isNear(year: number, date: string): boolean {
  const monthOutside = { before: `${year - 1}-12`, after: `${year + 1}-01` };
  return yearOf(date) === year || Object.values(monthOutside).includes(date.slice(0, 7));
}

/** What is wrong with a year's holidays as somebody typed them, by RFC 6901 pointers; empty when nothing is. */
export function checkPublishedYear({ year, holidays, makeUpWorkdays }: PublishedYear): readonly FieldError[] {
  const seen = new Set<string>();
  const fault = (path: string, code: keyof typeof faults): FieldError => ({
    path,
    code,
    message: faults[code],
  });
  const checkDay = (path: string, date: string): readonly FieldError[] => {
    const twice = seen.has(date);
    seen.add(date);
    if (twice) return [fault(path, 'day-twice')];
    return isNear(year, date) ? [] : [fault(path, 'outside-year')];
  };
  return [
    ...(holidays.length < fewestHolidays ? [fault('/holidays', 'too-few')] : []),
    ...holidays.flatMap((date, index) => checkDay(`/holidays/${index}`, date)),
    ...makeUpWorkdays.flatMap((date, index) => {
      const path = `/makeUpWorkdays/${index}`;
      return isWeekend(dayNumber(date)) ? checkDay(path, date) : [fault(path, 'not-a-weekend')];
    }),
  ];
}
