import { addCalendarDays } from '../../../shared/calendar/date.ts';
import type { WorkingCalendar } from '../../../shared/calendar/working-calendar.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import { countyCode } from '../../../shared/identity/town.ts';
import {
  equipmentWorth,
  rentFreeAnswers,
  startupGrantAnswers,
  trainingAnswers,
  yearlySupportAnswers,
} from './applications.ts';
import type { CasePlan, Ending } from './case-life.ts';
import { type Factory, fictionalFactory, siteIn } from './factory.ts';
import { gloveMakerGrant, gloveMakerPremises, gloveMakerRainDew, gloveMakerSkills } from './glove-maker.ts';
import { demoUnits } from './premises.ts';
import { traineeRows } from './rosters.ts';

/** Towns whose desks have demo people. */
const chengguan = `${countyCode}100`;
const laoxian = `${countyCode}102`;
const guangfo = `${countyCode}106`;
const changan = `${countyCode}108`;

/** The unit that applicants of a town ask for. */
function unitIn(town: string): string {
  const unit = demoUnits.find((one) => one.town === town)?.unit;
  if (unit === undefined) throw new Error(`no premises in ${town}`);
  return unit;
}

type Programme = 'rent' | 'grant' | 'rain-dew' | 'skills' | 'town-cash';
/** Working days ago, programme, town, applicant, ending. */
type Line = readonly [number, Programme, string, string, Ending];

/**
 * Some three dozen believable cases: finished ones for the history, open ones on every desk and in every
 * stage, and one of each way to end.
 */
const lines: readonly Line[] = [
  [60, 'grant', laoxian, 'electronics', 'decided'],
  [58, 'skills', chengguan, 'toys', 'decided'],
  [56, 'rent', chengguan, 'tea', 'decided'],
  [52, 'grant', guangfo, 'tea', 'refused'],
  [50, 'town-cash', guangfo, 'toys', 'decided'],
  [48, 'rain-dew', laoxian, 'tea', 'decided'],
  [45, 'grant', changan, 'toys', 'corrected'],
  [44, 'rent', laoxian, 'electronics', 'lapsed'],
  [42, 'rent', changan, 'electronics', 'decided'],
  [40, 'skills', guangfo, 'electronics', 'decided'],
  [38, 'grant', laoxian, 'toys', 'withdrawn'],
  [36, 'town-cash', guangfo, 'electronics', 'decided'],
  [34, 'rent', guangfo, 'toys', 'refused'],
  [32, 'grant', changan, 'tea', 'decided'],
  [30, 'rain-dew', changan, 'toys', 'not-accepted'],
  [28, 'grant', guangfo, 'electronics', 'decided'],
  [26, 'rent', chengguan, 'toys', 'corrected'],
  [24, 'skills', laoxian, 'tea', 'decided'],
  [22, 'rent', laoxian, 'tea', 'decided'],
  [18, 'grant', chengguan, 'electronics', 'decided'],
  [17, 'rent', changan, 'toys', 'decided'],
  [15, 'grant', chengguan, 'tea', 'recommended'],
  [14, 'skills', changan, 'electronics', 'recommended'],
  [13, 'rent', guangfo, 'tea', 'recommended'],
  [12, 'rain-dew', chengguan, 'electronics', 'recommended'],
  [11, 'grant', laoxian, 'tea', 'visited'],
  [11, 'rent', chengguan, 'tea', 'decided'],
  [10, 'skills', chengguan, 'toys', 'decided'],
  [10, 'grant', laoxian, 'electronics', 'decided'],
  [9, 'grant', changan, 'tea', 'decided'],
  [9, 'rent', laoxian, 'toys', 'accepted'],
  [8, 'skills', guangfo, 'toys', 'accepted'],
  [7, 'town-cash', guangfo, 'tea', 'accepted'],
  [6, 'grant', changan, 'electronics', 'returned'],
  [5, 'rent', chengguan, 'electronics', 'returned'],
  [4, 'skills', laoxian, 'electronics', 'submitted'],
  [3, 'rain-dew', guangfo, 'tea', 'submitted'],
  [2, 'rent', changan, 'tea', 'submitted'],
  [1, 'grant', guangfo, 'toys', 'submitted'],
  [1, 'skills', chengguan, 'tea', 'draft'],
];

/** The county's record and some three dozen other cases, by the day on which each begins. */
export function countyStory(
  today: string,
  calendar: WorkingCalendar,
): readonly { readonly startsOn: string; readonly plan: CasePlan }[] {
  const ago = (days: number): string => calendar.addWorkingDays(today, -days).date;
  return [
    ...gloveMakerPlans().map((plan, index) => ({ startsOn: ago(55 - index), plan })),
    ...lines.map(([days, programme, town, applicant, ending], index) => ({
      startsOn: ago(days),
      plan: planOf(index + 1, programme, town, applicant, ending),
    })),
  ];
}

const gloveMakerPlans = (): readonly CasePlan[] => {
  const common = { applicant: 'applicant-gloves', ending: 'decided' } as const;
  return [
    {
      ...common,
      number: 101,
      programme: 'rent-free-premises',
      answers: (today) => gloveMakerPremises(unitIn(chengguan), today),
    },
    { ...common, number: 102, programme: 'startup-grant', answers: gloveMakerGrant },
    { ...common, number: 103, programme: 'training-subsidy', answers: gloveMakerRainDew },
    { ...common, number: 104, programme: 'training-subsidy', answers: gloveMakerSkills },
  ];
};

function planOf(
  number: number,
  programme: Programme,
  town: string,
  applicant: string,
  ending: Ending,
): CasePlan {
  const factory: Factory = { ...fictionalFactory(number), ...siteIn(town, number) };
  return {
    number,
    applicant: `applicant-${applicant}`,
    ending,
    ...filings[programme](factory, number),
  };
}

type Filing = Pick<CasePlan, 'programme' | 'answers'>;

const training = (stream: 'rain-dew' | 'skills', factory: Factory, number: number): Filing => ({
  programme: 'training-subsidy',
  answers: (today) =>
    trainingAnswers(factory, {
      stream,
      occupation: 'glove-maker',
      sessionNumber: `2026 年第 ${number} 期`,
      startsOn: addCalendarDays(today, -80),
      endsOn: addCalendarDays(today, -10),
      teachers: [{ name: '王师傅', subject: '缝制工艺', qualification: '高级技师', hours: 120 }],
      trainees: traineeRows({
        first: 10_000 + number * 100,
        qualified: 18 + (number % 5) * 6,
        contractedOn: addCalendarDays(today, -80),
        poor: stream === 'rain-dew',
        certificates: `${stream === 'rain-dew' ? 'YL' : 'JN'}${number}`,
      }),
    }),
});

const filings: Readonly<Record<Programme, (factory: Factory, number: number) => Filing>> = {
  rent: (factory, number) => ({
    programme: 'rent-free-premises',
    answers: (today) =>
      rentFreeAnswers(
        factory,
        {
          premises: unitIn(factory.town),
          area: (180 + (number % 5) * 40) * 100,
          months: number % 3 === 0 ? 24 : 36,
          share: 100_00,
          jobs: 18 + (number % 20),
          // One case falls short of the third, and is approved all the same: something for an auditor to find.
          poorJobs: number === 17 ? 9 : Math.ceil((18 + (number % 20)) / 3) + (number % 4),
        },
        today,
      ),
  }),
  grant: (factory, number) => ({
    programme: 'startup-grant',
    answers: () =>
      startupGrantAnswers(factory, {
        requested: (2 + (number % 7)) * 1_000_000,
        equipment: equipmentWorth((5 + (number % 12)) * 1_500_000, `2661${String(number).padStart(4, '0')}`),
        citedBases: ['interim-measures'],
        firstWorker: 20_000 + number * 100,
      }),
  }),
  'rain-dew': (factory, number) => training('rain-dew', factory, number),
  skills: (factory, number) => training('skills', factory, number),
  'town-cash': (factory) => ({
    programme: 'town-cash-support',
    answers: (today): Answers => yearlySupportAnswers(factory, today),
  }),
};
