import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCalendarDays } from '../../shared/calendar/date.ts';
import { readNotice } from '../../shared/calendar/read-notice.ts';
import { notice2026 } from '../support/simulated-year/holidays.ts';

/** The days of the notice for 2026, in the wording of every such notice. */
const printed = `国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
国务院办公厅
2025年11月4日`;

describe('a notice of holidays', () => {
  test('is read as it is printed', () => {
    expect(readNotice(printed, 2026)).toEqual({ ...notice2026, misread: [] });
  });

  test('names the days whose weekday is not the calendar’s', () => {
    const wrong = printed.replace('5月9日（周六）', '5月10日（周六）');
    expect(readNotice(wrong, 2026).misread).toEqual([{ date: '2026-05-10', said: '六' }]);
  });

  test('is read one day a line, as from a spreadsheet, with days of the year before', () => {
    expect(readNotice('2026-12-26,上班\n2027/1/1 放假\n1月2日 休息', 2027)).toEqual({
      holidays: ['2027-01-01', '2027-01-02'],
      makeUpWorkdays: ['2026-12-26'],
      misread: [],
    });
  });

  test('runs over months and over the year’s end', () => {
    const { holidays } = readNotice('1月30日至2月2日放假。12月30日至1月1日放假。', 2027);
    expect(holidays).toEqual([
      ...['2027-01-30', '2027-01-31', '2027-02-01', '2027-02-02'],
      ...['2027-12-30', '2027-12-31', '2028-01-01'],
    ]);
  });

  test('takes no day that is not, and none of which it is not said what it is', () => {
    expect(readNotice('2月30日放假。3月1日至2日，共2天。2027年4月1日', 2027)).toEqual({
      holidays: [],
      makeUpWorkdays: [],
      misread: [],
    });
  });

  test('never takes long over anything, and gives sorted days of which each is there once', () => {
    const piece = fc.constantFrom(
      '1月',
      '3日',
      '至',
      '（周一）',
      '放假',
      '上班',
      '。',
      '2027年',
      '-',
      '12',
      '、',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { holidays, makeUpWorkdays } = readNotice(pieces.join(''), 2027);
        for (const days of [holidays, makeUpWorkdays]) {
          expect(days).toEqual([...new Set(days)].sort());
          for (const day of days) expect(addCalendarDays(day, 0)).toBe(day);
        }
      }),
    );
  });
});
