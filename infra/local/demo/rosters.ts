import type { RowAnswer } from '../../../shared/forms/answers.ts';
import { fictionalPerson } from './fictional-person.ts';

/** Worker rows of fictional people numbered from `first`; the first `poor` of them are from poor households. */
export const workerRows = (
  first: number,
  count: number,
  poor: number,
  startedOn: string,
): readonly RowAnswer[] =>
  Array.from({ length: count }, (_, index) => {
    const { name, residentId } = fictionalPerson(first + index);
    return {
      name,
      residentId,
      startedOn,
      contractMonths: 12 * (1 + (index % 3)),
      wage: 180_000 + (index % 8) * 10_000,
      poorHousehold: index < poor,
    };
  });

export type TraineeRows = {
  /** Numbers of the fictional people: from this one on. */
  readonly first: number;
  readonly qualified: number;
  readonly contractedOn: string;
  readonly poor: boolean;
  /** Written before the certificate's running number. */
  readonly certificates: string;
};

const homes = ['城关镇', '老县镇', '长安镇', '大贵镇', '广佛镇', '兴隆镇', '洛河镇', '八仙镇'];

/** Trainee rows that meet every condition: attendance from 80 % up, passed, with contract and certificate. */
export const traineeRows = ({
  first,
  qualified,
  contractedOn,
  poor,
  certificates,
}: TraineeRows): readonly RowAnswer[] =>
  Array.from({ length: qualified }, (_, index) => {
    const { name, residentId, mobile } = fictionalPerson(first + index);
    return {
      name,
      residentId,
      mobile,
      homeTown: homes[index % homes.length] ?? '城关镇',
      poorHousehold: poor || index % 4 === 0,
      contractedOn,
      attendance: 80_00 + (index % 11) * 200,
      result: 'passed',
      certificateNumber: `${certificates}-${String(index + 1).padStart(3, '0')}`,
    };
  });
