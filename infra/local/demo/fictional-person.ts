import { addCalendarDays } from '../../../shared/calendar/date.ts';
import { residentIdFault } from '../../../shared/identity/resident-id.ts';

/** Somebody who does not exist, the same on every run. */
export type FictionalPerson = {
  readonly name: string;
  readonly residentId: string;
  readonly mobile: string;
  readonly bornOn: string;
};

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹'];
const givenNames =
  '秀英 桂兰 小燕 建国 丽华 志强 春梅 永福 玉珍 明亮 巧云 大勇 晓红 长生 翠平 文斌 金凤 学军 彩霞 有才 雪莲 兴旺 芳芳 海涛 月娥 德贵 美玲 家旺 素琴 国庆 冬梅'.split(
    ' ',
  );
const checkCharacters = [...'0123456789X'];

/** No county has the division code 610999, so none of these IDs can belong to anybody. */
const nowhere = '610999';

function residentIdOf(bornOn: string, serial: number): string {
  const body = `${nowhere}${bornOn.replaceAll('-', '')}${String(serial % 1000).padStart(3, '0')}`;
  const valid = checkCharacters.map((check) => body + check).find((id) => residentIdFault(id) === undefined);
  if (valid === undefined) throw new Error(`no check character fits ${body}`);
  return valid;
}

/**
 * The nth fictional person; any two numbers below 100,000 give different resident IDs.
 * Born between 1970 and 1999 unless a date is given.
 */
export function fictionalPerson(number: number, bornOn?: string): FictionalPerson {
  const born = bornOn ?? addCalendarDays('1970-01-01', (number * 7919) % 10_957);
  const surname = surnames[number % surnames.length] ?? '';
  const given = givenNames[(number * 11) % givenNames.length] ?? '';
  return {
    name: surname + given,
    residentId: residentIdOf(born, number),
    mobile: `1990${String(number % 10_000_000).padStart(7, '0')}`,
    bornOn: born,
  };
}
