import type { InputOf } from '../../shared/api/client.ts';
import type { RouteName } from '../../shared/api/routes.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { person } from './in-process.ts';

/**
 * Everybody who could ask for a case of 城关镇 under a programme of the human-resources bureau, by what they have
 * to do with it.
 */
export const relations = {
  nobody: undefined,
  'the applicant': person('applicant-gloves'),
  'another applicant': person('applicant-toys'),
  'its town': person('chengguan-reviewer-2'),
  'head of its town': person('chengguan-supervisor'),
  'another town': person('guangfo-reviewer-1'),
  'head of another town': person('guangfo-supervisor'),
  'its bureau': person('human-resources-reviewer-2'),
  'head of its bureau': person('human-resources-supervisor'),
  'another bureau': person('poverty-relief-reviewer-1'),
  'head of another bureau': person('poverty-relief-supervisor'),
  'county office': person('county-reviewer-1'),
  'county leader': person('county-leader'),
  'a reviewer of no office': { id: 'stray', roles: ['reviewer'], displayName: '无单位' },
  finance: person('finance-officer-1'),
  auditor: person('auditor'),
  policy: person('policy-officer'),
  'the clock, by a token': { id: 'clock', roles: ['system'], displayName: '时钟' },
} as const satisfies Record<string, Actor | undefined>;

export type Relation = keyof typeof relations;
export const relationNames = Object.keys(relations) as Relation[];

const offices: readonly Relation[] = [
  'its town',
  'head of its town',
  'its bureau',
  'head of its bureau',
  'county office',
  'county leader',
];
const own: readonly Relation[] = ['the applicant'];
const audit: readonly Relation[] = ['auditor'];
const pay: readonly Relation[] = ['finance'];

/** Before the decision, while the public may object, and when money or floor was granted. */
export const moments = ['under review', 'in notice', 'approved'] as const;
export type Moment = (typeof moments)[number];

type Rule = {
  /** Who learns anything of the case by this route, at which moments; all when not said. */
  readonly may: readonly Relation[] | Readonly<Record<Moment, readonly Relation[]>>;
  /** A request that would change nothing even if it were let through. */
  readonly ask: (caseId: string) => unknown;
};

const params = (caseId: string) => ({ params: { caseId } });
const reportOn = (caseId: string) => ({ params: { caseId, obligation: 'keep-operating' } });
/** A version no case has: whoever may act is told that it is stale. */
const act = (command: object) => (caseId: string) => ({
  params: { caseId },
  body: { commandId: crypto.randomUUID(), version: 9999, command },
});
const document = (caseId: string) => ({ params: { caseId, documentId: 'none' } });
/** Beside a case that is not like it. */
const pair = (caseId: string) => ({ params: { caseId, other: 'PL-00000-00000' } });
const always = (may: readonly Relation[]) => ({ 'under review': may, 'in notice': may, approved: may });

/** The policy: every route that names a case, and who gets past it. */
export const accessPolicy = {
  getApplication: { may: own, ask: params },
  saveDraft: {
    may: own,
    ask: (caseId) => ({ params: { caseId }, body: { draftVersion: 9999, answers: {} } }),
  },
  discardDraft: { may: own, ask: params },
  getReportDraft: { may: own, ask: reportOn },
  saveReportDraft: {
    may: own,
    ask: (caseId) => ({ ...reportOn(caseId), body: { draftVersion: 9999, answers: {} } }),
  },
  checkDraft: { may: own, ask: params },
  actOnApplication: { may: own, ask: act({ type: 'withdraw' }) },
  requestUpload: {
    may: own,
    ask: (caseId) => ({
      params: { caseId },
      body: { slot: 'none', name: 'a.pdf', type: 'application/pdf', size: 1 },
    }),
  },
  confirmUpload: { may: own, ask: document },
  removeDocument: { may: own, ask: document },
  documentLink: {
    may: {
      ...always([...own, ...offices, ...audit]),
      approved: [...own, ...offices, ...audit, ...pay],
    },
    ask: document,
  },
  getCase: { may: offices, ask: params },
  actOnCase: { may: offices, ask: act({ type: 'claim' }) },
  revealAnswer: {
    may: { ...always([...offices, ...audit]), approved: [...offices, ...audit, ...pay] },
    ask: (caseId) => ({ params: { caseId }, body: { path: '/none', reason: '核对原件。' } }),
  },
  caseObjections: { may: [...offices, ...audit], ask: params },
  getOwnAward: { may: { ...always([]), approved: own }, ask: params },
  actOnOwnAward: { may: own, ask: act({ type: 'supply-documents' }) },
  getAward: { may: { ...always([]), approved: [...offices, ...pay] }, ask: params },
  actOnPayment: {
    may: { ...always(offices), approved: [...offices, ...pay] },
    ask: act({ type: 'approve-payment' }),
  },
  superviseAward: { may: offices, ask: act({ type: 'release-unpaid', reason: '不再需要。' }) },
  getDossier: { may: audit, ask: params },
  getDossierFile: { may: audit, ask: params },
  replayCase: { may: audit, ask: (caseId) => ({ params: { caseId }, query: {} }) },
  listDuplicates: { may: [...offices, ...audit], ask: params },
  compareDuplicate: { may: [...offices, ...audit], ask: pair },
  decideOnDuplicate: {
    may: offices,
    ask: (caseId) => ({
      ...pair(caseId),
      body: { commandId: crypto.randomUUID(), version: 9999, verdict: 'unrelated', findings: '不是同一家。' },
    }),
  },
  assignHelper: {
    may: offices,
    ask: (caseId) => ({
      params: { caseId },
      body: { commandId: crypto.randomUUID(), version: 9999, officer: 'nobody' },
    }),
  },
  getOwnHelper: { may: own, ask: params },
  getNotice: { may: { ...always([]), 'in notice': relationNames }, ask: params },
} as const satisfies Partial<Record<RouteName, Rule>>;

/** Anyone may object to what is in notice; before and after there is nothing to object to. */
export const openToThePublic: readonly RouteName[] = ['fileObjection'];

export type CaseRoute = keyof typeof accessPolicy;
export const caseRoutes = Object.keys(accessPolicy) as CaseRoute[];

export const mayLearn = (route: CaseRoute, moment: Moment): readonly Relation[] => {
  const { may }: Rule = accessPolicy[route];
  return 'approved' in may ? may[moment] : may;
};

export const askFor = (route: CaseRoute, caseId: string): InputOf<CaseRoute> =>
  accessPolicy[route].ask(caseId) as InputOf<CaseRoute>;
