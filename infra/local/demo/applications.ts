import { addCalendarDays, yearOf } from '../../../shared/calendar/date.ts';
import type { Answers, RowAnswer } from '../../../shared/forms/answers.ts';
import { applicantAnswers, bankAnswers, type Factory } from './factory.ts';
import { workerRows } from './rosters.ts';

/**
 * Complete answers to each programme's form. They lack the uploaded documents: add the document ids under
 * the ids of their slots.
 */

export type PremisesWanted = {
  /** Id of a unit of the inventory. */
  readonly premises: string;
  /** 0.01 m². */
  readonly area: number;
  readonly months: number;
  /** 0.01 %. */
  readonly share: number;
  readonly jobs: number;
  readonly poorJobs: number;
};

export const rentFreeAnswers = (factory: Factory, wanted: PremisesWanted, today: string): Answers => ({
  ...applicantAnswers(factory),
  registersInCounty: true,
  premises: wanted.premises,
  areaWanted: wanted.area,
  monthsWanted: wanted.months,
  shareWanted: wanted.share,
  startsOn: addCalendarDays(today, 60),
  powerLoad: 80,
  plannedInvestment: 60_000_000,
  plannedJobs: wanted.jobs,
  plannedPoorJobs: wanted.poorJobs,
  restrictedTrade: false,
  fireStatus: 'in-progress',
  environmentStatus: 'exempt',
});

export type GrantWanted = {
  /** Fen. */
  readonly requested: number;
  readonly equipment: readonly RowAnswer[];
  readonly citedBases: readonly string[];
  /** Number of the first fictional worker on the roster. */
  readonly firstWorker: number;
};

export const startupGrantAnswers = (factory: Factory, wanted: GrantWanted): Answers => ({
  ...applicantAnswers(factory),
  firstFounding: true,
  workers: factory.workers,
  poorWorkers: factory.poorWorkers,
  roster: workerRows(wanted.firstWorker, factory.workers, factory.poorWorkers, '2026-03-02'),
  citedBases: wanted.citedBases,
  actualInvestment: totalOf(wanted.equipment) + 12_000_000,
  equipment: wanted.equipment,
  amountRequested: wanted.requested,
  hasEarlierSubsidies: false,
  ...bankAnswers(factory),
});

const totalOf = (equipment: readonly RowAnswer[]): number =>
  equipment.reduce((sum, { quantity, unitPrice }) => sum + Number(quantity) * Number(unitPrice), 0);

/** Equipment whose invoices come to a little more than `fen`; invoice numbers begin with `invoices`. */
export const equipmentWorth = (fen: number, invoices: string): readonly RowAnswer[] =>
  ['电脑手套机', '四线包缝机', '自动裁床', '空压机'].map((name, index) => ({
    name,
    quantity: 4,
    unitPrice: Math.ceil(fen / 16 / 100) * 100,
    invoiceNumber: `${invoices}${String(index + 1).padStart(4, '0')}`,
  }));

export type TrainingHeld = {
  readonly stream: 'rain-dew' | 'skills';
  readonly occupation: string;
  readonly sessionNumber: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly teachers: readonly RowAnswer[];
  readonly trainees: readonly RowAnswer[];
};

export const trainingAnswers = (factory: Factory, held: TrainingHeld): Answers => ({
  ...applicantAnswers(factory),
  stream: held.stream,
  occupation: held.occupation,
  level: 'entry',
  sessionNumber: held.sessionNumber,
  startsOn: held.startsOn,
  endsOn: held.endsOn,
  hours: 360,
  probationWage: 230_000,
  trainingBody: '平利县移民技术学校（演示）',
  teachers: held.teachers,
  plannedTrainees: held.trainees.length,
  actualTrainees: held.trainees.length,
  trainees: held.trainees,
  ...bankAnswers(factory),
});

/** A town's yearly cash support; the factory should lie in that town. */
export const yearlySupportAnswers = (factory: Factory, today: string): Answers => ({
  ...applicantAnswers(factory),
  supportYear: yearOf(today),
  workers: factory.workers,
  poorWorkers: factory.poorWorkers,
  annualOutput: 300_000_000,
  plannedUse: '添置缝纫设备，扩大生产。',
  ...bankAnswers(factory),
});
