import { describe, expect, test } from 'vitest';
import {
  gloveMakerGrant,
  gloveMakerRainDew,
  gloveMakerYearlySupport,
} from '../../infra/local/demo/glove-maker.ts';
import type { Answers, RowAnswer } from '../../shared/forms/answers.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { townCashSupport } from '../../shared/programmes/county/town-cash-support.ts';
import { trainingSubsidy } from '../../shared/programmes/county/training-subsidy.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { onceOnlyKeys } from '../../shared/rules/once-only-keys.ts';
import { protectedView, someDay } from '../support/evaluate.ts';

/** The text that would be hashed, to see what is in it. */
const plainKeys = (programme: Programme, answers: Answers, id: string): readonly string[] =>
  onceOnlyKeys(programme, protectedView(programme, answers), someDay, (said) => said).find(
    (one) => one.id === id,
  )?.keys ?? [];

const training = gloveMakerRainDew();
const [trainee] = training.trainees as readonly [RowAnswer];
const only = (row: RowAnswer, more: Answers = {}): Answers => ({ ...training, ...more, trainees: [row] });

describe('a trainee is paid for once', () => {
  const personKey = (answers: Answers) => plainKeys(trainingSubsidy, answers, 'person-once');

  test('per occupation and level', () => {
    const [key] = personKey(only(trainee));
    expect(personKey(only(trainee, { stream: 'skills', sessionNumber: '别的班' }))).toEqual([key]);
    expect(personKey(only(trainee, { occupation: 'knitter' }))).not.toEqual([key]);
    expect(personKey(only(trainee, { level: 'level-5' }))).not.toEqual([key]);
  });

  test('if qualified; the others stay free', () => {
    expect(personKey(only({ ...trainee, attendance: 79_99 }))).toEqual([]);
    expect(personKey(only({ ...trainee, poorHousehold: false }))).toEqual([]);
    expect(personKey(only({ ...trainee, poorHousehold: false }, { stream: 'skills' }))).toHaveLength(1);
  });

  test('200 trainees make 200 different keys', () => {
    expect(new Set(personKey(training)).size).toBe(200);
  });
});

describe('the hours of a trainee are paid for once', () => {
  const hourKeys = (answers: Answers) => plainKeys(trainingSubsidy, answers, 'hours-once');

  test('a key for each month of the session', () => {
    expect(hourKeys(only(trainee)).map((key) => JSON.parse(key).at(-1))).toEqual([
      '2026-03',
      '2026-04',
      '2026-05',
    ]);
  });

  test('sessions of two streams that share a month share its key, whatever is taught', () => {
    const other = only(trainee, {
      stream: 'skills',
      occupation: 'knitter',
      startsOn: '2026-05-30',
      endsOn: '2026-07-01',
    });
    const shared = hourKeys(only(trainee)).filter((key) => hourKeys(other).includes(key));
    expect(shared.map((key) => JSON.parse(key).at(-1))).toEqual(['2026-05']);
  });

  test('across the turn of a year', () => {
    const winter = only(trainee, { startsOn: '2025-12-31', endsOn: '2026-01-01' });
    expect(hourKeys(winter).map((key) => JSON.parse(key).at(-1))).toEqual(['2025-12', '2026-01']);
  });

  test('a mistyped year makes no keys without end, no dates none', () => {
    expect(hourKeys(only(trainee, { startsOn: '1026-03-02' }))).toHaveLength(18);
    const { startsOn: _, ...undated } = only(trainee);
    expect(hourKeys(undated)).toEqual([]);
  });
});

describe('keys', () => {
  test('hold nothing personal, only what stands for it', () => {
    const keys = onceOnlyKeys(
      trainingSubsidy,
      protectedView(trainingSubsidy, training),
      someDay,
      (said) => said,
    );
    const said = JSON.stringify(keys);
    for (const { residentId, name, mobile } of training.trainees as readonly RowAnswer[])
      for (const secret of [residentId, name, mobile]) expect(said).not.toContain(secret);
  });

  test('say whether people or things are counted', () => {
    const about = (programme: Programme, answers: Answers) =>
      onceOnlyKeys(programme, protectedView(programme, answers), someDay, (said) => said).map(
        (one) => one.about,
      );
    expect(about(trainingSubsidy, training)).toEqual(['person', 'person']);
    expect(about(startupGrant, gloveMakerGrant())).toEqual(['item']);
  });

  test('an invoice listed in two rows is one key, however it is typed; equipment without one has none', () => {
    const machine = (invoiceNumber?: string) => ({
      name: '机',
      quantity: 1,
      unitPrice: 1,
      ...(invoiceNumber && { invoiceNumber }),
    });
    const answers = {
      ...gloveMakerGrant(),
      equipment: [machine('ab123456'), machine('AB123456 '), machine()],
    };
    expect(plainKeys(startupGrant, answers, 'invoice-once')).toHaveLength(1);
  });

  test('a site has its yearly support once a year', () => {
    const answers = gloveMakerYearlySupport(someDay);
    const [key] = plainKeys(townCashSupport, answers, 'factory-year');
    expect(key).toBeDefined();
    expect(plainKeys(townCashSupport, { ...answers, supportYear: 2027 }, 'factory-year')).not.toEqual([key]);
    expect(plainKeys(townCashSupport, { ...answers, site: '别处' }, 'factory-year')).not.toEqual([key]);
  });

  test('a condition that fails counts every row, so that nothing is given twice', () => {
    const failing = {
      ...startupGrant,
      onceOnly: startupGrant.onceOnly.map((once) => ({
        ...once,
        where: 'row.quantity / (workers - workers) > 0',
      })),
    };
    expect(plainKeys(failing, gloveMakerGrant(), 'invoice-once')).toHaveLength(4);
  });

  test('without all of its answers there is no key', () => {
    const { creditCode: _, ...unregistered } = gloveMakerYearlySupport(someDay);
    expect(plainKeys(townCashSupport, unregistered, 'factory-year')).toEqual([]);
  });
});
