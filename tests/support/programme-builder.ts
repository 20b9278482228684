import type { Obligation, Programme, Stage } from '../../shared/programmes/programme.ts';

const said = (words: string) => ({ zh: words, en: words });
const reportForm: Programme['form'] = {
  sections: [
    {
      id: 'report',
      title: said('报告'),
      fields: [{ type: 'integer', id: 'workers', label: said('人数'), required: true }],
    },
  ],
};
const office = (id: string) => ({ kind: 'office', office: id }) as const;
export const townOfCase = { kind: 'town-of-case' } as const;
export const bureau = office('human-resources-bureau');
export const county = office('county-office');

export const aStage = (stage: Partial<Stage> & Pick<Stage, 'id' | 'kind'>): Stage => ({
  title: said(stage.id),
  office: townOfCase,
  officers: 1,
  siteVisit: false,
  workingDays: 5,
  onSilence: 'escalate',
  checklist: [{ id: 'checked', label: said('checked') }],
  basis: 'measures',
  ...stage,
});

export const theStages = {
  acceptance: aStage({ id: 'acceptance', kind: 'acceptance', onSilence: 'accept' }),
  townReview: aStage({
    id: 'town-review',
    kind: 'recommendation',
    officers: 2,
    siteVisit: true,
    workingDays: 7,
  }),
  bureauReview: aStage({ id: 'bureau-review', kind: 'decision', office: bureau, workingDays: 10 }),
  jointMeeting: aStage({
    id: 'joint-meeting',
    kind: 'joint-meeting',
    office: county,
    when: 'amount > 3000000',
  }),
};

const anObligation = (obligation: Partial<Obligation> & Pick<Obligation, 'id'>): Obligation => ({
  title: said(obligation.id),
  kind: 'report',
  firstDue: { count: 6, unit: 'months' },
  mendWorkingDays: 20,
  basis: 'measures',
  ...obligation,
});

/** Production within 90 days, a report every half year for a year, and no subletting, which the town checks. */
export const theObligations: Programme['obligations'] = [
  anObligation({
    id: 'start-production',
    kind: 'start-production',
    firstDue: { count: 90, unit: 'days' },
    form: reportForm,
  }),
  anObligation({
    id: 'keep-jobs',
    kind: 'keep-jobs',
    every: { count: 6, unit: 'months', until: 12 },
    form: reportForm,
  }),
  anObligation({ id: 'no-sublet', kind: 'no-sublet', firstDue: { count: 12, unit: 'months' } }),
];

export const premisesBenefit: Programme['benefit'] = {
  kind: 'premises',
  amount: 'value',
  months: 'months',
  area: 'area',
  share: 'share',
  unit: 'unit',
  startsOn: 'startsOn',
};

/** Above it the joint meeting decides too, in fen. */
export const jointMeetingAbove = 3_000_000;

/**
 * A small but whole programme: the town accepts and recommends, the bureau decides, the joint meeting above
 * 30,000 元, five working days of notice, paid by finance. A test changes what it is about.
 */
export const aProgramme = (changes: Partial<Programme> = {}): Programme => ({
  id: 'test-grant',
  version: 1,
  title: said('测试补助'),
  summary: said('测试'),
  owner: bureau,
  effectiveFrom: '2026-01-01',
  legalBases: [
    { id: 'measures', title: said('办法'), clause: said('第一条'), standing: 'default' },
    { id: 'agreement', title: said('协议'), clause: said('第二条'), standing: 'stated' },
  ],
  parameters: [{ name: 'cap', label: said('上限'), unit: 'fen', value: 20_000_000, basis: 'measures' }],
  guide: {
    whoCanApply: said('谁'),
    conditions: [said('条件')],
    whatYouGet: said('补助'),
    fee: said('不收费'),
    window: { office: said('窗口'), address: said('地址'), phone: '0915-8421234', hours: said('工作日') },
    remedies: [said('复核')],
    questions: [],
  },
  precheck: { rules: [], amount: '0', amountNote: said('说明') },
  form: {
    sections: [
      {
        id: 'all',
        title: said('全部'),
        fields: [
          { type: 'town', id: 'town', label: said('镇'), required: true },
          { type: 'text', id: 'site', label: said('地点'), required: true },
          { type: 'text', id: 'enterpriseName', label: said('名称'), required: true },
          { type: 'credit-code', id: 'creditCode', label: said('代码'), required: true },
          { type: 'resident-id', id: 'legalId', label: said('证件'), required: true },
          { type: 'text', id: 'industry', label: said('行业'), required: true },
        ],
      },
    ],
  },
  keys: {
    town: 'town',
    site: 'site',
    enterpriseName: 'enterpriseName',
    creditCode: 'creditCode',
    legalRepresentativeId: 'legalId',
    industry: 'industry',
  },
  declaration: { version: '2026-1', text: said('承诺') },
  documents: [],
  terms: [{ name: 'grant', label: said('金额'), unit: 'fen', expression: '10000000' }],
  rules: [
    {
      id: 'open',
      label: said('可申请'),
      expression: 'true',
      weight: 'must',
      basis: 'measures',
      failure: said('不可'),
    },
  ],
  benefit: {
    kind: 'money',
    amount: 'grant',
    fund: { funder: 'county', programme: 'test-grant' },
    recurs: 'once',
    cap: 'cap',
  },
  onceOnly: [],
  stages: Object.values(theStages),
  correction: { workingDays: 15, basis: 'measures' },
  extension: { workingDays: 10, basis: 'measures' },
  expedite: { share: 5000, basis: 'measures' },
  notice: { days: 5, count: 'working', office: county, basis: 'measures' },
  delivery: { workingDays: 15, office: office('finance-bureau'), basis: 'measures' },
  internalReview: { workingDays: 10, office: county, basis: 'measures' },
  refusalRemedies: [said('可以申请复核')],
  obligations: [],
  ...changes,
});
