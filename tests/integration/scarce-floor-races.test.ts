import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readUnit } from '../../functions/persistence/premises.ts';
import { changeUnit } from '../../functions/premises/keep-unit.ts';
import { addMonths } from '../../shared/calendar/date.ts';
import { mostAllotted } from '../../shared/premises/floor-area.ts';
import { addFloor, type InProcess, person } from '../support/in-process.ts';
import {
  answerOf,
  answersOf,
  approve,
  atItsDecision,
  done,
  startRaceCounty,
  stillWaits,
} from '../support/race-county.ts';

const rounds = 120;
const area = 100_000;

vi.setConfig({ testTimeout: 300_000 });

let county: InProcess;
beforeAll(async () => {
  county = await startRaceCounty();
});
afterAll(() => county.stop());

let units = 0;
const nextUnit = (): Promise<string> => {
  units += 1;
  return addFloor(county, `race-${units}`, area);
};
let enterprises = 0;
/** Wants so much of the unit for a year. */
async function wants(unit: string, wanted: number, startsOn: string): Promise<() => Promise<string>> {
  enterprises += 1;
  const answers = answersOf(enterprises, {
    premises: unit,
    areaWanted: wanted,
    monthsWanted: 12,
    startsOn,
  });
  const caseId = await atItsDecision(county, 'race-rent', answers);
  return async () => {
    const answer = answerOf(await approve(county.system, caseId, wanted * 12));
    if (answer !== 'done') expect(await stillWaits(county, caseId)).toBe(true);
    return answer;
  };
}
const at = async (...approvals: readonly (() => Promise<string>)[]) =>
  (await Promise.all(approvals.map((send) => send()))).toSorted();
const starts = '2026-12-01';
const nextYear = addMonths(starts, 12);
const lastDay = '2027-11-30';

test('two approvals for the last floor: exactly one is given it', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const unit = await nextUnit();
    const approvals = [await wants(unit, area, starts), await wants(unit, area, starts)];
    expect(await at(...approvals)).toEqual(['done', 'premises-taken']);
  }
});

test('leases that overlap by one day: exactly one; leases that follow each other: both', async () => {
  for (let round = 0; round < rounds / 3; round += 1) {
    const unit = await nextUnit();
    const overlapping = [await wants(unit, area, starts), await wants(unit, area, lastDay)];
    expect(await at(...overlapping)).toEqual(['done', 'premises-taken']);

    const other = await nextUnit();
    const following = [await wants(other, area, starts), await wants(other, area, nextYear)];
    expect(await at(...following)).toEqual(['done', 'done']);
  }
});

test('many want parts of a floor: as many get theirs as fit, on no day more than there is', async () => {
  for (let round = 0; round < rounds / 10; round += 1) {
    const unit = await nextUnit();
    const approvals = await Promise.all(
      [30_000, 30_000, 30_000, 30_000, 20_000].map((wanted, index) =>
        wants(unit, wanted, index % 2 ? starts : '2027-02-01'),
      ),
    );
    const answers = await at(...approvals);
    expect(answers.every((answer) => ['done', 'premises-taken'].includes(answer))).toBe(true);
    const { allotments } = (await readUnit(county.tables, unit))!.unit;
    expect(mostAllotted(allotments, starts, '2099-12-31')).toBeLessThanOrEqual(area);
    expect(allotments).toHaveLength(answers.filter((answer) => answer === 'done').length);
    expect(allotments.length).toBeGreaterThanOrEqual(3);
  }
});

test('a floor made smaller while the last of it is given: either, never both', async () => {
  const officer = person('changan-reviewer-1');
  for (let round = 0; round < rounds / 3; round += 1) {
    const unit = await nextUnit();
    const approval = await wants(unit, area, starts);
    const {
      unit: _,
      town: __,
      version,
      allotments: ___,
      ...facts
    } = (await readUnit(county.tables, unit))!.unit;
    const smaller = async () =>
      answerOf(
        await changeUnit(county.system, officer, unit, {
          commandId: randomUUID(),
          version,
          facts: { ...facts, area: area - 1 },
        }),
      );
    const answers = await at(approval, smaller);
    expect([
      ['done', 'premises-in-use'],
      ['done', 'premises-taken'],
    ]).toContainEqual(answers);
    const kept = (await readUnit(county.tables, unit))!.unit;
    expect(mostAllotted(kept.allotments, starts, lastDay)).toBeLessThanOrEqual(kept.area);
  }
});

test('two officers change one unit: the second looks at what the first wrote', async () => {
  const unit = await nextUnit();
  for (let round = 0; round < 25; round += 1) {
    const {
      unit: _,
      town: __,
      version,
      allotments: ___,
      ...facts
    } = (await readUnit(county.tables, unit))!.unit;
    const change = (who: string, power: number) =>
      changeUnit(county.system, person(who), unit, {
        commandId: randomUUID(),
        version,
        facts: { ...facts, power },
      });
    const outcomes = await Promise.all([
      change('changan-reviewer-1', round),
      change('changan-reviewer-2', round + 1000),
    ]);
    expect(outcomes.map(answerOf).toSorted()).toEqual(['done', 'stale-version']);
    expect((await readUnit(county.tables, unit))!.unit).toEqual(done(outcomes.find(({ ok }) => ok)!));
  }
});
