import { type Answers, isRows } from '../../../shared/forms/answers.ts';
import type { Field } from '../../../shared/forms/field.ts';
import { text } from '../../../shared/language/text.ts';
import type { Site, SiteFacts } from '../../../shared/premises/site.ts';
import { counted, said } from '../../lib/answered.ts';
import { words } from './words.ts';

export const siteFields: readonly Field[] = [
  {
    type: 'text',
    id: 'name',
    label: text('厂区名称', 'Name of the site'),
    hint: text('例如：标准化厂房、药妇沟社区工厂。', 'As people in the town call it.'),
    required: true,
    maxLength: 60,
  },
  { type: 'text', id: 'community', label: words.community, required: true, maxLength: 60 },
  { type: 'text', id: 'address', label: words.address, required: true, minLength: 2, maxLength: 120 },
  {
    type: 'table',
    id: 'buildings',
    label: words.buildings,
    hint: text('至少一栋。房源登记在楼栋的某一层。', 'At least one. Units lie on a floor of a building.'),
    required: true,
    minRows: 1,
    maxRows: 60,
    uniqueBy: ['name'],
    columns: [
      { type: 'text', id: 'name', label: text('楼栋', 'Building'), required: true, maxLength: 60 },
      {
        type: 'integer',
        id: 'floors',
        label: text('地上层数', 'Floors'),
        required: true,
        min: 1,
        max: 40,
      },
      {
        type: 'integer',
        id: 'basements',
        label: text('地下层数', 'Basements'),
        required: true,
        min: 0,
        max: 4,
      },
    ],
  },
];

export const answersOfSite = ({ name, community, address, buildings }: Site): Answers => ({
  name,
  community,
  address,
  buildings,
});

export const siteFactsOf = (answers: Answers): SiteFacts => {
  const { buildings } = answers;
  return {
    name: said(answers, 'name'),
    community: said(answers, 'community'),
    address: said(answers, 'address'),
    buildings: (isRows(buildings) ? buildings : []).map((row) => ({
      name: said(row, 'name'),
      floors: counted(row, 'floors'),
      basements: counted(row, 'basements'),
    })),
  };
};
