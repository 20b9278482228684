import type { Answers, RowAnswer } from '../../../shared/forms/answers.ts';
import { countyCode } from '../../../shared/identity/town.ts';
import {
  equipmentWorth,
  type PremisesWanted,
  rentFreeAnswers,
  startupGrantAnswers,
  trainingAnswers,
  yearlySupportAnswers,
} from './applications.ts';
import { type Factory, siteIn } from './factory.ts';
import { fictionalAccount, fictionalCreditCode } from './fictional-enterprise.ts';
import { fictionalPerson } from './fictional-person.ts';
import { traineeRows } from './rosters.ts';

/**
 * The glove maker of the county's own report: registered in December 2015, a head office and eleven branches
 * in ten towns, 450 workers of whom 103 from poor households. The figures are the record's; every person,
 * number and account is invented.
 */
export const gloveMaker: Factory = {
  enterpriseName: '平利县嘉鸿手套制品有限公司（演示）',
  creditCode: fictionalCreditCode(1),
  establishedOn: '2015-12-08',
  legalRepresentative: fictionalPerson(1),
  cameBackFrom: '广东东莞',
  returnedOn: '2015-03-01',
  town: `${countyCode}100`,
  community: '药妇沟社区',
  site: '工业园区 3 号厂房',
  industry: 'gloves-knitting',
  workers: 70,
  poorWorkers: 24,
  bank: '平利农商银行城关支行',
  account: fictionalAccount(1),
};

/** Eleven branches in ten towns: 城关 has two, 正阳 none. */
export const gloveMakerBranches: readonly Factory[] = [
  100, 100, 101, 102, 103, 104, 105, 106, 107, 108, 110,
].map((suffix, index) => ({
  ...gloveMaker,
  ...siteIn(`${countyCode}${suffix}`, index),
  workers: index < 6 ? 35 : 34,
  poorWorkers: index < 2 ? 8 : 7,
}));

/** Three years rent-free, in full, for 2,000 m². */
export const gloveMakerPremises = (premises: string, today: string, site = gloveMaker): Answers => {
  const wanted: PremisesWanted = {
    premises,
    area: 2_000_00,
    months: 36,
    share: 100_00,
    jobs: 70,
    poorJobs: 24,
  };
  return rentFreeAnswers(site, wanted, today);
};

/** 100,000 元 on two legal bases, with invoices for 240,000 元. */
export const gloveMakerGrant = (): Answers =>
  startupGrantAnswers(gloveMaker, {
    requested: 10_000_000,
    equipment: equipmentWorth(24_000_000, '26612000'),
    citedBases: ['interim-measures', 'investment-agreement'],
    firstWorker: 100,
  });

/** The four technicians whom the partner sent from Hong Kong. */
const technicians: readonly RowAnswer[] = ['缝制工艺', '裁剪与排料', '绣花与丝印', '质量与包装'].map(
  (subject, index) => ({
    name: fictionalPerson(90 + index).name,
    subject,
    qualification: '高级技师',
    hours: 90,
  }),
);

/** 雨露计划: 200 people from poor households. */
export const gloveMakerRainDew = (): Answers =>
  trainingAnswers(gloveMaker, {
    stream: 'rain-dew',
    occupation: 'glove-maker',
    sessionNumber: '2026 年第 1 期',
    startsOn: '2026-03-02',
    endsOn: '2026-05-29',
    teachers: technicians,
    trainees: traineeRows({
      first: 1000,
      qualified: 200,
      contractedOn: '2026-03-02',
      poor: true,
      certificates: 'YL2026',
    }),
  });

/** Skills training: 175 other people. */
export const gloveMakerSkills = (): Answers =>
  trainingAnswers(gloveMaker, {
    stream: 'skills',
    occupation: 'glove-maker',
    sessionNumber: '2026 年第 2 期',
    startsOn: '2026-06-01',
    endsOn: '2026-08-28',
    teachers: technicians,
    trainees: traineeRows({
      first: 2000,
      qualified: 175,
      contractedOn: '2026-06-01',
      poor: false,
      certificates: 'JN2026',
    }),
  });

/** The yearly support of the town of its 广佛 branch. */
export const gloveMakerYearlySupport = (today: string): Answers => {
  const branch = gloveMakerBranches.find(({ town }) => town === `${countyCode}106`);
  if (branch === undefined) throw new Error('the glove maker has a branch in that town');
  return yearlySupportAnswers(branch, today);
};
