import { type ComponentType, lazy } from 'react';
import { Route, Switch } from 'wouter';
import type { Role } from '../../shared/identity/actor.ts';
import { HomePage } from '../features/home/home-page.tsx';
import { signInDonePath } from '../lib/auth/sign-in.ts';
import { Gate } from './shell/gate.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';

type PageRoute = {
  readonly path: string;
  readonly page: ComponentType;
  /** Who it is for; anyone when absent. */
  readonly roles?: readonly Role[];
};

/** A page that loads with its first visit. */
const later = (load: () => Promise<ComponentType>): ComponentType =>
  lazy(async () => ({ default: await load() }));

const officials: readonly Role[] = ['reviewer', 'supervisor', 'leader'];
const fundReaders: readonly Role[] = ['finance', 'leader', 'supervisor', 'auditor', 'policy'];

const pages: readonly PageRoute[] = [
  { path: '/', page: HomePage },
  {
    path: '/programmes/:programmeId',
    page: later(async () => (await import('../features/guide/guide-page.tsx')).GuidePage),
  },
  {
    path: '/what-could-i-get',
    page: later(async () => (await import('../features/precheck/precheck-page.tsx')).PrecheckPage),
  },
  {
    path: '/applications',
    page: later(async () => (await import('../features/follow/applications-page.tsx')).ApplicationsPage),
    roles: ['applicant', 'reviewer'],
  },
  {
    path: '/applications/:caseId',
    page: later(async () => (await import('../features/follow/application-page.tsx')).ApplicationPage),
    roles: ['applicant', 'reviewer'],
  },
  {
    path: '/applications/:caseId/receipt',
    page: later(async () => (await import('../features/follow/receipt-page.tsx')).ReceiptPage),
    roles: ['applicant', 'reviewer'],
  },
  {
    path: '/applications/:caseId/letters/:seq',
    page: later(async () => (await import('../features/follow/letter-page.tsx')).LetterPage),
    roles: ['applicant', 'reviewer'],
  },
  {
    path: '/apply/:programmeId',
    page: later(async () => (await import('../features/apply/start-page.tsx')).StartPage),
    roles: ['applicant'],
  },
  {
    path: '/applications/:caseId/edit/:step?',
    page: later(async () => (await import('../features/apply/edit-page.tsx')).EditPage),
    roles: ['applicant', 'reviewer'],
  },
  {
    path: '/applications/:caseId/award',
    page: later(async () => (await import('../features/awards/own-award-page.tsx')).OwnAwardPage),
    roles: ['applicant', 'reviewer'],
  },
  {
    path: '/applications/:caseId/award/reports/:obligation',
    page: later(async () => (await import('../features/awards/report-page.tsx')).ReportPage),
    roles: ['applicant', 'reviewer'],
  },
  {
    path: '/awards',
    page: later(async () => (await import('../features/awards/awards-page.tsx')).AwardsPage),
    roles: [...officials, 'finance'],
  },
  {
    path: '/awards/:caseId',
    page: later(async () => (await import('../features/awards/award-page.tsx')).AwardPage),
    roles: [...officials, 'finance'],
  },
  {
    path: '/courses',
    page: later(async () => (await import('../features/courses/courses-page.tsx')).CoursesPage),
  },
  {
    path: '/premises',
    page: later(async () => (await import('../features/premises/premises-page.tsx')).PremisesPage),
  },
  {
    path: '/premises/:unit',
    page: later(async () => (await import('../features/premises/unit-page.tsx')).UnitPage),
  },
  {
    path: '/keep-premises',
    page: later(async () => (await import('../features/premises/keep-page.tsx')).KeepPage),
    roles: ['reviewer', 'supervisor'],
  },
  {
    path: '/keep-premises/sites/:site',
    page: later(async () => (await import('../features/premises/site-form-page.tsx')).SiteFormPage),
    roles: ['reviewer', 'supervisor'],
  },
  {
    path: '/keep-premises/units/:unit',
    page: later(async () => (await import('../features/premises/unit-form-page.tsx')).UnitFormPage),
    roles: ['reviewer', 'supervisor'],
  },
  {
    path: '/funds',
    page: later(async () => (await import('../features/funds/funds-page.tsx')).FundsPage),
    roles: fundReaders,
  },
  {
    path: '/funds/new',
    page: later(async () => (await import('../features/funds/open-fund-page.tsx')).OpenFundPage),
    roles: ['finance'],
  },
  {
    path: '/funds/:fund',
    page: later(async () => (await import('../features/funds/fund-page.tsx')).FundPage),
    roles: fundReaders,
  },
  {
    path: '/helpers',
    page: later(async () => (await import('../features/helpers/helpers-page.tsx')).HelpersPage),
    roles: officials,
  },
  {
    path: '/helpers/:town/:enterprise',
    page: later(async () => (await import('../features/helpers/helped-page.tsx')).HelpedPage),
    roles: officials,
  },
  {
    path: '/cases/:caseId/helper',
    page: later(async () => (await import('../features/helpers/assign-helper-page.tsx')).AssignHelperPage),
    roles: ['supervisor'],
  },
  {
    path: '/employees',
    page: later(async () => (await import('../features/employees/employees-page.tsx')).EmployeesPage),
    roles: officials,
  },
  {
    path: '/outcomes',
    page: later(async () => (await import('../features/outcomes/outcomes-page.tsx')).OutcomesPage),
    roles: [...officials, 'finance', 'auditor', 'policy'],
  },
  {
    path: '/worklist',
    page: later(async () => (await import('../features/worklist/worklist-page.tsx')).WorklistPage),
    roles: officials,
  },
  {
    path: '/cases/:caseId',
    page: later(async () => (await import('../features/review/case-page.tsx')).CasePage),
    roles: officials,
  },
  {
    path: '/cases/:caseId/letters/:seq',
    page: later(async () => (await import('../features/review/letter-page.tsx')).CaseLetterPage),
    roles: officials,
  },
  {
    path: '/assist',
    page: later(async () => (await import('../features/assist/assist-page.tsx')).AssistPage),
    roles: ['reviewer'],
  },
  {
    path: '/decisions',
    page: later(async () => (await import('../features/decisions/decisions-page.tsx')).DecisionsPage),
    roles: ['auditor'],
  },
  {
    path: '/statistics',
    page: later(async () => (await import('../features/audit/statistics-page.tsx')).StatisticsPage),
    roles: ['auditor', 'leader', 'policy'],
  },
  {
    path: '/dossiers/:caseId',
    page: later(async () => (await import('../features/audit/dossier-page.tsx')).DossierPage),
    roles: ['auditor'],
  },
  {
    path: '/policy',
    page: later(async () => (await import('../features/policy/policy-page.tsx')).PolicyPage),
    roles: [...officials, 'policy', 'auditor', 'finance'],
  },
  {
    path: '/policy/programmes/:programmeId',
    page: later(async () => (await import('../features/policy/versions-page.tsx')).VersionsPage),
    roles: [...officials, 'policy', 'auditor', 'finance'],
  },
  {
    path: '/policy/publish',
    page: later(async () => (await import('../features/policy/publish-page.tsx')).PublishPage),
    roles: ['policy'],
  },
  {
    path: '/inbox',
    page: later(async () => (await import('../features/inbox/inbox-page.tsx')).InboxPage),
    roles: ['applicant', ...officials, 'finance', 'auditor', 'policy'],
  },
  {
    path: signInDonePath,
    page: later(async () => (await import('../features/sign-in/sign-in-done-page.tsx')).SignInDonePage),
  },
];

export const Routes = () => (
  <Switch>
    {pages.map(({ path, page: PageOfRoute, roles }) => (
      <Route key={path} path={path}>
        {roles ? (
          <Gate roles={roles}>
            <PageOfRoute />
          </Gate>
        ) : (
          <PageOfRoute />
        )}
      </Route>
    ))}
    <Route>
      <NotFoundPage />
    </Route>
  </Switch>
);
