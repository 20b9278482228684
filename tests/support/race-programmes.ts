import type { Programme } from '../../shared/programmes/programme.ts';
import { aProgramme, theStages } from './programme-builder.ts';

const said = (words: string) => ({ zh: words, en: words });
const [section] = aProgramme().form.sections;
type Fields = NonNullable<typeof section>['fields'];

/** Accepted and decided by one officer each, so that hundreds of cases stand before their last decision soon. */
const quick = (changes: Partial<Programme> & { readonly fields: Fields }): Programme => {
  const { fields, ...rest } = changes;
  const { notice: _, ...base } = aProgramme();
  return {
    ...base,
    stages: [theStages.acceptance, theStages.bureauReview],
    form: { sections: [{ ...section!, fields: [...(section?.fields ?? []), ...fields] }] },
    ...rest,
  };
};

/** What is asked for is what is given; at most 200,000 元 to one enterprise; people on the roster once. */
export const raceGrant: Programme = quick({
  id: 'race-grant',
  fields: [
    {
      type: 'money',
      id: 'wanted',
      label: said('申请金额'),
      required: true,
      min: 1,
      max: 100_000_000,
    },
    {
      type: 'table',
      id: 'people',
      label: said('名单'),
      required: false,
      minRows: 0,
      maxRows: 500,
      columns: [{ type: 'resident-id', id: 'personId', label: said('证件'), required: true }],
    },
  ],
  terms: [{ name: 'grant', label: said('金额'), unit: 'fen', expression: 'wanted' }],
  benefit: {
    kind: 'money',
    amount: 'grant',
    fund: { funder: 'county', programme: 'race-grant' },
    recurs: 'once',
    cap: 'cap',
  },
  rules: [
    {
      id: 'person-free',
      label: said('名单中无人领过'),
      expression: 'facts.taken["person"] == 0',
      // Only pointed out: whether it holds at the moment of approval is the store's to say.
      weight: 'attention',
      basis: 'measures',
      failure: said('有人领过'),
    },
  ],
  onceOnly: [
    { id: 'person', label: said('一人一次'), scope: 'race-person', each: 'people', key: ['personId'] },
  ],
});

/** The same with five working days of public notice. */
export const raceNotice: Programme = {
  ...raceGrant,
  id: 'race-notice',
  benefit: {
    ...raceGrant.benefit,
    kind: 'money',
    amount: 'grant',
    recurs: 'once',
    fund: { funder: 'county', programme: 'race-grant' },
  },
  notice: aProgramme().notice,
};

/** Floor for as many months as are asked for, from the day that is asked for. */
export const raceRent: Programme = quick({
  id: 'race-rent',
  parameters: [],
  fields: [
    { type: 'premises', id: 'premises', label: said('厂房'), required: true },
    { type: 'area', id: 'areaWanted', label: said('面积'), required: true, min: 1, max: 10_000_000 },
    { type: 'integer', id: 'monthsWanted', label: said('月数'), required: true, min: 1, max: 36 },
    { type: 'date', id: 'startsOn', label: said('开始'), required: true },
  ],
  terms: [
    { name: 'area', label: said('面积'), unit: 'area', expression: 'areaWanted' },
    { name: 'months', label: said('月数'), unit: 'months', expression: 'monthsWanted' },
    { name: 'share', label: said('比例'), unit: 'percent', expression: '10000' },
    { name: 'value', label: said('价值'), unit: 'fen', expression: 'area * months' },
  ],
  benefit: {
    kind: 'premises',
    amount: 'value',
    months: 'months',
    area: 'area',
    share: 'share',
    unit: 'premises',
    startsOn: 'startsOn',
  },
});
