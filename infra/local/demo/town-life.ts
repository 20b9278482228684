import { randomUUID } from 'node:crypto';
import type { Call } from '../../../shared/api/client.ts';
import { addCalendarDays } from '../../../shared/calendar/date.ts';

/** What a town does beside its cases: courses, a helper for a factory, the register of employees. */
export type TownDesk = {
  readonly town: string;
  readonly officer: Call;
  readonly officerId: string;
  readonly head: Call;
  readonly anyone: Call;
};

const organiser = '平利县职业技术学校（演示）';

/** At the beginning, on the day `today`: one course that will have been held, one still to come. */
export async function planCourses({ town, officer }: TownDesk, today: string, until: string): Promise<void> {
  const plan = (occupation: string, startsOn: string, places: number) =>
    officer('planCourse', {
      body: { commandId: randomUUID(), town, occupation, startsOn, places, organiser },
    });
  await plan('glove-maker', addCalendarDays(today, 14), 40);
  await plan('tea-processor', addCalendarDays(until, 21), 30);
}

/** No more than one visitor may wish for within an hour. */
const wishes = ['tea-processor', 'tea-processor', 'online-seller', 'knitter', 'tea-processor'];

/** At the end: somebody looks after a factory with a roster, and knows its people. */
export async function lookAfterFactory(
  { town, officer, officerId, head, anyone }: TownDesk,
  today: string,
): Promise<void> {
  for (const occupation of wishes) {
    await anyone('wishForCourse', { body: { commandId: randomUUID(), town, occupation } });
  }
  const { items } = await officer('listEmployees', { query: { town } });
  const poor = items.filter(({ poorHousehold }) => poorHousehold);
  const [someone] = poor;
  if (someone === undefined) return;
  const helper = await head('assignHelper', {
    params: { caseId: someone.caseId },
    body: { commandId: randomUUID(), version: 0, officer: officerId },
  });
  const { enterprise, version } = helper;
  await officer('recordFactoryVisit', {
    params: { town, enterprise },
    body: {
      commandId: randomUUID(),
      version,
      visitedOn: today,
      notes: '车间开工正常，订单排到下月底；新来的两名工人还在学，已请师傅带。',
    },
  });
  const notes = [
    { household: 'registered-poor', cause: '缺技术', measures: '安排师傅一对一带教，报名技能培训' },
    { household: 'at-risk', cause: '因病', measures: '协助办理慢病报销，安排轻便岗位' },
  ] as const;
  for (const [index, note] of notes.entries()) {
    const person = poor[index]?.person;
    if (person === undefined) continue;
    await officer('noteEmployee', {
      params: { town, person },
      body: { commandId: randomUUID(), version: 0, note },
    });
  }
}
