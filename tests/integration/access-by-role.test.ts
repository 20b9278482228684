import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProblemSchema } from '../../shared/api/errors.ts';
import type { RouteName } from '../../shared/api/routes.ts';
import { routes } from '../../shared/api/routes.ts';
import { type Actor, type Role, roles } from '../../shared/identity/actor.ts';
import { type InProcess, startInProcess } from '../support/in-process.ts';

/**
 * Who may knock at which door: every role at every route, and nobody. What is behind the door is the
 * workflow's to say, so a caller who may pass meets any other answer but these.
 */
const officials: readonly Role[] = ['reviewer', 'supervisor', 'leader'];
const everyone = roles.filter((role) => role !== 'system');
const mayCall: Readonly<Record<RouteName, readonly Role[] | 'anyone'>> = {
  health: 'anyone',
  openapi: 'anyone',
  docs: 'anyone',
  portalConfig: 'anyone',
  listProgrammes: 'anyone',
  getProgramme: 'anyone',
  checkEligibility: 'anyone',
  startApplication: ['applicant', 'reviewer'],
  listApplications: ['applicant', 'reviewer'],
  getApplication: ['applicant', 'reviewer'],
  saveDraft: ['applicant', 'reviewer'],
  discardDraft: ['applicant', 'reviewer'],
  checkDraft: ['applicant', 'reviewer'],
  getReportDraft: ['applicant', 'reviewer'],
  saveReportDraft: ['applicant', 'reviewer'],
  actOnApplication: ['applicant', 'reviewer'],
  getMe: everyone,
  listCalendarYears: everyone,
  previewCalendarYear: ['policy'],
  publishCalendarYear: ['policy'],
  requestUpload: ['applicant', 'reviewer'],
  confirmUpload: ['applicant', 'reviewer'],
  removeDocument: ['applicant', 'reviewer'],
  documentLink: everyone,
  worklist: officials,
  getCase: officials,
  actOnCase: officials,
  actOnCases: officials,
  revealAnswer: [...officials, 'auditor', 'finance'],
  listColleagues: officials,
  listDecisions: ['auditor'],
  statistics: ['auditor', 'leader', 'policy'],
  countOpenCases: ['auditor', 'leader', 'policy'],
  findings: ['auditor'],
  ledgerStatus: ['auditor', 'leader', 'policy'],
  getDossier: ['auditor'],
  getDossierFile: ['auditor'],
  replayCase: ['auditor'],
  ledgerKeys: 'anyone',
  ledgerCheckpoint: 'anyone',
  ledgerTile: 'anyone',
  startExport: ['auditor'],
  listExports: ['auditor'],
  getExport: ['auditor'],
  getInbox: everyone,
  countUnread: everyone,
  markInboxRead: everyone,
  checkProgramme: ['policy'],
  publishProgramme: ['policy'],
  listProgrammeVersions: ['policy', 'auditor', 'finance', ...officials],
  listPremises: 'anyone',
  getPremises: 'anyone',
  enterSite: ['reviewer', 'supervisor'],
  changeSite: ['reviewer', 'supervisor'],
  enterUnit: ['reviewer', 'supervisor'],
  changeUnit: ['reviewer', 'supervisor'],
  unitTenants: [...officials, 'finance', 'auditor'],
  unitHistory: [...officials, 'finance', 'auditor'],
  requestPhotoUpload: ['reviewer', 'supervisor'],
  confirmPhotoUpload: ['reviewer', 'supervisor'],
  photoLink: 'anyone',
  listFunds: ['finance', 'leader', 'supervisor', 'auditor', 'policy'],
  openFund: ['finance'],
  getFund: ['finance', 'leader', 'supervisor', 'auditor', 'policy'],
  changeAllocation: ['finance'],
  fundMovements: ['finance', 'leader', 'supervisor', 'auditor', 'policy'],
  auditFund: ['auditor', 'finance'],
  getOwnAward: ['applicant', 'reviewer'],
  actOnOwnAward: ['applicant', 'reviewer'],
  listAwards: [...officials, 'finance'],
  getAward: [...officials, 'finance'],
  actOnPayment: [...officials, 'finance'],
  superviseAward: officials,
  listEmployees: officials,
  noteEmployee: ['reviewer', 'supervisor'],
  listOutcomes: [...officials, 'finance', 'auditor', 'policy'],
  listHelpers: officials,
  assignHelper: ['supervisor'],
  getHelped: officials,
  recordFactoryVisit: ['reviewer', 'supervisor'],
  getOwnHelper: ['applicant', 'reviewer'],
  courseMenu: 'anyone',
  wishForCourse: 'anyone',
  courseApplications: ['reviewer', 'supervisor'],
  planCourse: ['reviewer', 'supervisor'],
  makePaymentBatch: [...officials, 'finance'],
  checkPaymentReturn: [...officials, 'finance'],
  recordPaymentReturn: [...officials, 'finance'],
  listNotices: 'anyone',
  getNotice: 'anyone',
  fileObjection: 'anyone',
  objectionStatus: 'anyone',
  openObjections: officials,
  caseObjections: [...officials, 'auditor'],
  myEnterprises: ['applicant'],
  enterEnterprise: ['applicant'],
  actOnEnterprise: ['applicant'],
  enterpriseCases: ['applicant'],
  profileRequests: ['reviewer', 'supervisor'],
  getProfile: [...officials, 'auditor'],
  decideOnProfile: ['reviewer', 'supervisor'],
  listDuplicates: [...officials, 'auditor'],
  compareDuplicate: [...officials, 'auditor'],
  decideOnDuplicate: ['reviewer', 'supervisor'],
};

let county: InProcess;
beforeAll(async () => {
  county = await startInProcess();
});
afterAll(() => county.stop());

const slots: Readonly<Record<string, string>> = {
  caseId: 'PL-00000-00000',
  person: 'AAAAAAAAAAAAAAAAAAAAAA',
  documentId: randomUUID(),
  programmeId: 'startup-grant',
  unit: '610926108-none',
  site: '610926108-none',
  photo: randomUUID(),
  receipt: randomUUID(),
  enterprise: '91610926MA0000007W',
  other: 'PL-00000-00001',
  fund: 'county:none:2026',
};
const names = Object.keys(mayCall) as RouteName[];

/** What the door says: 401, 403 `not-permitted`, or undefined when it lets through to whatever is behind. */
async function door(name: RouteName, actor?: Actor): Promise<number | undefined> {
  const { method, path } = routes[name];
  const address = path.replaceAll(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? slot);
  const answer = await county.raw(actor)(address, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(method !== 'GET' && { body: '{}' }),
  });
  if (answer.status !== 401 && answer.status !== 403) return undefined;
  const { code } = ProblemSchema.parse(await answer.json());
  expect(code).toBe(answer.status === 401 ? 'not-signed-in' : 'not-permitted');
  return answer.status;
}

test('the table knows every route', () => {
  expect(names.toSorted()).toEqual(Object.keys(routes).toSorted());
});

describe.each(names)('%s', (name) => {
  const allowed = mayCall[name];

  test('without signing in', async () => {
    expect(await door(name)).toBe(allowed === 'anyone' ? undefined : 401);
  });

  test.each(everyone)('as %s', async (role) => {
    const actor: Actor = {
      id: `some-${role}`,
      roles: [role],
      displayName: 'Somebody',
      office: 'county-office',
    };
    const open = allowed === 'anyone' || allowed.includes(role);
    expect(await door(name, actor)).toBe(open ? undefined : 403);
  });

  test('with a token that claims to be the clock, or has no role of ours', async () => {
    const clock: Actor = { id: 'clock', roles: ['system'], displayName: 'Clock' };
    expect(await door(name, clock)).toBe(allowed === 'anyone' ? undefined : 403);
  });
});
