import type { UnitDto } from '../../../shared/api/dto/premises.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import type { Field } from '../../../shared/forms/field.ts';
import { text } from '../../../shared/language/text.ts';
import type { Site } from '../../../shared/premises/site.ts';
import { offers, readinessLevels, type UnitFacts } from '../../../shared/premises/unit.ts';
import { counted, said } from '../../lib/answered.ts';
import { words } from './words.ts';

/** A building of one of the town's sites, as one choice: nobody picks a building that is not in the site. */
type Place = {
  readonly value: string;
  readonly site: string;
  readonly building: string;
  readonly label: string;
};

export const placesOf = (sites: readonly Site[]): readonly Place[] =>
  sites.flatMap(({ site, name, buildings }, index) =>
    buildings.map((building, place) => ({
      value: `p${index}-${place}`,
      site,
      building: building.name,
      label: `${name} ${building.name}`,
    })),
  );

/** The town's own number of a site or unit; asked once. */
export const numberField: Field = {
  type: 'text',
  id: 'number',
  label: words.number,
  hint: text(
    '本镇台账里的编号，用字母、数字和短横线，登记后不能改。',
    'As in the books of the town: letters, digits and hyphens. It cannot be changed later.',
  ),
  required: true,
  maxLength: 24,
};

export const unitFields = (places: readonly Place[]): readonly Field[] => [
  {
    type: 'choice',
    id: 'building',
    label: text('厂区和楼栋', 'Site and building'),
    required: true,
    options: places.map(({ value, label }) => ({ value, label: text(label, label) })),
  },
  {
    type: 'integer',
    id: 'floor',
    label: text('楼层', 'Floor'),
    hint: text('一层填 1，地下一层填 -1。', '1 is the ground floor, -1 the first basement.'),
    required: true,
    min: -4,
    max: 40,
  },
  {
    type: 'text',
    id: 'room',
    label: text('房间或区域', 'Room or part'),
    hint: text('同一层分开出租的填写，例如：东侧。', 'Where a floor is let in parts, e.g. east side.'),
    required: false,
    maxLength: 40,
  },
  {
    type: 'area',
    id: 'area',
    label: words.area,
    required: true,
    min: 1,
    max: 10_000_000,
  },
  {
    type: 'integer',
    id: 'power',
    label: text('供电容量', 'Power'),
    required: true,
    min: 0,
    max: 100_000,
    unit: text('千瓦', 'kW'),
  },
  {
    type: 'choice',
    id: 'readiness',
    label: words.readiness,
    required: true,
    options: readinessLevels.map((value) => ({ value, label: words.readinessLevels[value] })),
  },
  {
    type: 'money',
    id: 'referenceRent',
    label: text('参考租金（每平方米每月）', 'Reference rent per m² and month'),
    required: true,
    min: 0,
    max: 1_000_000,
  },
  {
    type: 'text',
    id: 'rentSource',
    label: words.rentSource,
    hint: text('谁在什么时候定的，例如：县发改局 2026 年参考租金。', 'Who set it, and when.'),
    required: true,
    minLength: 2,
    maxLength: 120,
  },
  {
    type: 'choice',
    id: 'offer',
    label: words.state,
    hint: text('“已出租”由系统按租期自动显示。', 'That it is let shows by itself.'),
    required: true,
    options: offers.map((value) => ({ value, label: words.states[value] })),
  },
  { type: 'long-text', id: 'note', label: words.note, required: false, maxLength: 500 },
];

export const newUnit: Answers = { readiness: 'ready', offer: 'offered' };

export const answersOfUnit = (
  { site, building, floor, room, area, power, readiness, referenceRent, rentSource, offer, note }: UnitDto,
  places: readonly Place[],
): Answers => {
  const place = places.find((one) => one.site === site && one.building === building);
  return {
    ...(place && { building: place.value }),
    floor,
    ...(room !== undefined && { room }),
    area,
    power,
    readiness,
    referenceRent,
    rentSource,
    offer,
    ...(note !== undefined && { note }),
  };
};

/** Complete answers as what the API takes. Photographs are seen to beside the form. */
export function factsOf(answers: Answers, places: readonly Place[], photos: readonly string[]): UnitFacts {
  const place = places.find(({ value }) => value === answers.building);
  const room = said(answers, 'room');
  const note = said(answers, 'note');
  return {
    site: place?.site ?? '',
    building: place?.building ?? '',
    floor: counted(answers, 'floor'),
    ...(room !== '' && { room }),
    area: counted(answers, 'area'),
    power: counted(answers, 'power'),
    readiness: readinessLevels.find((level) => level === answers.readiness) ?? 'ready',
    photos: [...photos],
    referenceRent: counted(answers, 'referenceRent'),
    rentSource: said(answers, 'rentSource'),
    offer: offers.find((offer) => offer === answers.offer) ?? 'free',
    ...(note !== '' && { note }),
  };
}
