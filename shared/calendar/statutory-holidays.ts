import { dayNumber, isWeekend } from './date.ts';

/**
 * The days the law ties to the moon and the sun: Spring Festival (1st of the 1st lunar month), Qingming,
 * Dragon Boat (5th of the 5th), Mid-Autumn (15th of the 8th), month-day. Taken from the lunar tables of
 * chinese-days, once: its functions and the runtime's own `chinese` calendar both err by a day now and then
 * (the new moon of 2027-02-06 is four minutes before midnight in Beijing).
 */
const movingDays: Readonly<Record<number, readonly [string, string, string, string]>> = {
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
  2037: ['02-15', '04-04', '06-18', '09-24'],
  2038: ['02-04', '04-05', '06-07', '09-13'],
};

/**
 * The days off that the law itself fixes (全国年节及纪念日放假办法, in force since 2025-01-01): New Year 1,
 * Spring Festival 4 from its eve, Qingming 1, Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3.
 * Beyond the table above only those with a fixed date are known.
 */
function statutoryDays(year: number): readonly number[] {
  const on = (monthDay: string): number => dayNumber(`${year}-${monthDay}`);
  const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map(on);
  const moving = movingDays[year]?.map(on);
  if (moving === undefined) return fixed;
  const [springFestival = 0, ...others] = moving;
  return [...fixed, ...others, ...[-1, 0, 1, 2].map((offset) => springFestival + offset)];
}

/**
 * What can be known of a year before its notice is published, as day numbers: the statutory days, and for
 * each that falls on a weekend, or coincides with another, the next working day off (art. 6 of the same
 * rule). Bridging days and the make-up workdays that pay for them cannot be known, so whatever is reckoned
 * with this is marked as extrapolated.
 */
export function extrapolatedHolidays(year: number): ReadonlySet<number> {
  const statutory = statutoryDays(year);
  const off = new Set(statutory);
  for (const [index, day] of statutory.entries()) {
    if (!isWeekend(day) && statutory.indexOf(day) === index) continue;
    let substitute = day;
    while (isWeekend(substitute) || off.has(substitute)) substitute += 1;
    off.add(substitute);
  }
  return off;
}
