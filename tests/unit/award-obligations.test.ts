import { describe, expect, test } from 'vitest';
import { firstRounds, roundAfter } from '../../shared/workflow/award/schedule.ts';
import { cases, people } from '../support/case-desk.ts';
import { aProgramme, theObligations } from '../support/programme-builder.ts';

const programme = aProgramme({ obligations: theObligations });
const morning = (date: string) => `${date}T01:00:00.000Z`;
const report = (obligation: string) => ({ type: 'submit-report', obligation }) as const;
const assess = (obligation: string, verdict: 'kept' | 'incomplete' | 'breached') =>
  ({ type: 'assess-report', obligation, verdict, findings: '经现场核查' }) as const;

/** Paid on Tuesday 10 March 2026. */
const paid = () => cases.paid(programme);

describe('the schedule', () => {
  test('counts days and months from the delivery, and ends where the programme says', () => {
    const delivered = { deliveredOn: '2026-08-31' };
    expect(firstRounds(programme, delivered)).toEqual([
      { id: 'start-production', round: 1, due: '2026-11-29' },
      { id: 'keep-jobs', round: 1, due: '2027-02-28' },
      { id: 'no-sublet', round: 1, due: '2027-08-31' },
    ]);
    expect(roundAfter(programme, { id: 'keep-jobs', round: 1 }, delivered)).toEqual({
      id: 'keep-jobs',
      round: 2,
      due: '2027-08-31',
    });
    expect(roundAfter(programme, { id: 'keep-jobs', round: 2 }, delivered)).toBeUndefined();
    expect(roundAfter(programme, { id: 'no-sublet', round: 1 }, delivered)).toBeUndefined();
  });

  test('nothing falls due after the lease', () => {
    const delivered = { deliveredOn: '2026-03-10', endsOn: '2026-12-31' };
    expect(firstRounds(programme, delivered).map(({ id }) => id)).toEqual(['start-production', 'keep-jobs']);
    expect(roundAfter(programme, { id: 'keep-jobs', round: 1 }, delivered)).toBeUndefined();
  });
});

describe('a report', () => {
  test('is handed in by the applicant’s side, numbered and named by its digest', () => {
    const desk = paid();
    expect(desk.try(people.otherApplicant, report('keep-jobs'))).toBe('not-permitted');
    desk.do(people.partner, report('keep-jobs'));
    expect(desk.events.at(-1)).toMatchObject({
      data: { obligation: 'keep-jobs', round: 1, report: { number: 1, documents: [] }, kept: 'yes' },
    });
    expect(desk.try(people.partner, report('keep-jobs'))).toBe('invalid-input');
    desk.do(people.partner, report('start-production'));
    expect(desk.case).toMatchObject({ reports: 2 });
    expect(desk.try(people.partner, report('no-sublet'))).toBe('action-not-allowed');
  });

  test('that is in order brings the next round, which opens when this one is due', () => {
    const desk = paid()
      .do(people.applicant, report('keep-jobs'))
      .do(people.townA, assess('keep-jobs', 'kept'));
    expect(desk.case).toMatchObject({
      duties: expect.arrayContaining([{ id: 'keep-jobs', round: 2, due: '2027-03-10' }]),
    });
    expect(desk.at(morning('2026-09-09')).try(people.applicant, report('keep-jobs'))).toBe('invalid-input');
    expect(desk.at(morning('2026-09-10')).try(people.applicant, report('keep-jobs'))).toBeUndefined();
  });

  test('that is incomplete comes back and can be handed in again', () => {
    const desk = paid().do(people.applicant, report('keep-jobs'));
    desk.do(people.townA, assess('keep-jobs', 'incomplete'));
    expect(desk.try(people.townA, assess('keep-jobs', 'kept'))).toBe('action-not-allowed');
    expect(desk.try(people.applicant, report('keep-jobs'))).toBeUndefined();
    expect(desk.case).toMatchObject({ reports: 2 });
  });

  test('is assessed by the town of the case, by someone without an interest', () => {
    const desk = paid().do(people.applicant, report('keep-jobs')).actsForEnterprise(people.townC);
    expect(desk.try(people.bureauA, assess('keep-jobs', 'kept'))).toBe('outside-your-office');
    expect(desk.try(people.otherTown, assess('keep-jobs', 'kept'))).toBe('outside-your-office');
    expect(desk.try(people.townC, assess('keep-jobs', 'kept'))).toBe('conflict-of-interest');
  });

  test('that does not come is noted once a round, after its last day', () => {
    const overdue = { type: 'mark-report-overdue' } as const;
    const desk = paid();
    expect(desk.at('2026-06-08T15:59:59.999Z').try(people.clock, overdue)).toBe('too-early');
    desk.at('2026-06-08T16:00:00.000Z').do(people.clock, overdue);
    expect(desk.events.at(-1)).toMatchObject({ data: { obligation: 'start-production', round: 1 } });
    expect(desk.try(people.clock, overdue)).toBe('too-early');
    expect(desk.try(people.applicant, report('start-production'))).toBeUndefined();
  });
});

test('an obligation without a report is assessed by what the town sees', () => {
  const desk = paid();
  expect(desk.try(people.townA, assess('no-sublet', 'kept'))).toBe('action-not-allowed');
  desk.at(morning('2027-03-10'));
  expect(desk.try(people.townA, assess('no-sublet', 'incomplete'))).toBe('invalid-input');
  desk.do(people.townA, assess('no-sublet', 'kept'));
  expect(desk.case).not.toMatchObject({
    duties: expect.arrayContaining([expect.objectContaining({ id: 'no-sublet' })]),
  });
});

test('an award closes by itself when everything is paid and kept', () => {
  const close = { type: 'close-award' } as const;
  const desk = paid();
  expect(desk.try(people.clock, close)).toBe('action-not-allowed');
  desk.do(people.applicant, report('start-production')).do(people.townA, assess('start-production', 'kept'));
  desk.do(people.applicant, report('keep-jobs')).do(people.townA, assess('keep-jobs', 'kept'));
  desk.at(morning('2027-03-10')).do(people.townA, assess('no-sublet', 'kept'));
  desk.do(people.applicant, report('keep-jobs')).do(people.townA, assess('keep-jobs', 'kept'));
  desk.do(people.clock, close);
  expect(desk.case).toMatchObject({ award: 'closed' });
  expect(desk.case).not.toHaveProperty('due');
});
