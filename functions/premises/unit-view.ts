import type { UnitDto } from '../../shared/api/dto/premises.ts';
import { freeArea, stateOn } from '../../shared/premises/floor-area.ts';
import type { Unit } from '../../shared/premises/unit.ts';

/** How a unit stands on a day (Asia/Shanghai), without saying who has it. */
export const unitView = ({ allotments, ...facts }: Unit, today: string): UnitDto => ({
  ...facts,
  photos: [...facts.photos],
  state: stateOn({ ...facts, allotments }, today),
  freeArea: freeArea({ area: facts.area, allotments }, today, today),
  taken: allotments
    .filter(({ to }) => to >= today)
    .map(({ area, from, to }) => ({ area, from, to }))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1)),
});
