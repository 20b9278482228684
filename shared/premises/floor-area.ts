import type { Allotment, Unit, UnitState } from './unit.ts';

type Floor = Pick<Unit, 'area' | 'allotments'>;

/** The most that is allotted on any single day from `from` to `to`, both inclusive, in 0.01 m². */
export function mostAllotted(allotments: readonly Allotment[], from: string, to: string): number {
  const during = allotments.filter((one) => one.from <= to && one.to >= from);
  // What is taken only grows on a day on which an allotment begins, so those days are all that matter.
  const days = [from, ...during.map((one) => one.from).filter((day) => day > from)];
  const takenOn = (day: string): number =>
    during.filter((one) => one.from <= day && day <= one.to).reduce((sum, one) => sum + one.area, 0);
  return Math.max(...days.map(takenOn));
}

/** Area in 0.01 m² that stays free on every single day from `from` to `to`, both inclusive. */
export const freeArea = ({ area, allotments }: Floor, from: string, to: string): number =>
  Math.max(0, area - mostAllotted(allotments, from, to));

/** Floor that may be given over these days: what is free of a unit that is in use. */
export const areaToGive = (unit: Floor & Pick<Unit, 'offer'>, from: string, to: string): number =>
  unit.offer === 'out-of-use' ? 0 : freeArea(unit, from, to);

/** With one allotment more. Those that are over by `today` are dropped: the list stays as short as its tenants. */
export const withAllotment = (
  allotments: readonly Allotment[],
  one: Allotment,
  today: string,
): readonly Allotment[] => [...allotments.filter(({ to }) => to >= today), one];

/** Without what the case had. */
export const withoutCase = (allotments: readonly Allotment[], caseId: string): readonly Allotment[] =>
  allotments.filter((one) => one.caseId !== caseId);

/** How a unit stands on a day: let once no floor is left; else what its town says. */
export function stateOn(unit: Floor & Pick<Unit, 'offer'>, day: string): UnitState {
  if (unit.offer === 'out-of-use') return 'out-of-use';
  return freeArea(unit, day, day) === 0 ? 'let' : unit.offer;
}
