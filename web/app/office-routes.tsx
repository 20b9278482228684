import { Route, Switch } from 'wouter';
import type { Role } from '../../shared/identity/actor.ts';
import { later } from '../components/later.tsx';
import { type PageRoute, routesOf } from './page-route.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';

const officials: readonly Role[] = ['reviewer', 'supervisor', 'leader'];
const fundReaders: readonly Role[] = ['finance', 'leader', 'supervisor', 'auditor', 'policy'];

const pages: readonly PageRoute[] = [
  {
    path: '/overview',
    page: later(async () => (await import('../features/overview/overview-page.tsx')).OverviewPage).Component,
    roles: ['policy', 'leader', 'auditor'],
  },
  {
    path: '/awards',
    page: later(async () => (await import('../features/awards/awards-page.tsx')).AwardsPage).Component,
    roles: [...officials, 'finance'],
  },
  {
    path: '/awards/bank-return',
    page: later(async () => (await import('../features/awards/bank-return/return-page.tsx')).ReturnPage)
      .Component,
    roles: [...officials, 'finance'],
  },
  {
    path: '/awards/:caseId',
    page: later(async () => (await import('../features/awards/award-page.tsx')).AwardPage).Component,
    roles: [...officials, 'finance'],
  },
  {
    path: '/keep-premises',
    page: later(async () => (await import('../features/premises/keep-page.tsx')).KeepPage).Component,
    roles: ['reviewer', 'supervisor'],
  },
  {
    path: '/keep-premises/sites/:site',
    page: later(async () => (await import('../features/premises/site-form-page.tsx')).SiteFormPage).Component,
    roles: ['reviewer', 'supervisor'],
  },
  {
    path: '/keep-premises/units/:unit',
    page: later(async () => (await import('../features/premises/unit-form-page.tsx')).UnitFormPage).Component,
    roles: ['reviewer', 'supervisor'],
  },
  {
    path: '/funds',
    page: later(async () => (await import('../features/funds/funds-page.tsx')).FundsPage).Component,
    roles: fundReaders,
  },
  {
    path: '/funds/new',
    page: later(async () => (await import('../features/funds/open-fund-page.tsx')).OpenFundPage).Component,
    roles: ['finance'],
  },
  {
    path: '/funds/:fund',
    page: later(async () => (await import('../features/funds/fund-page.tsx')).FundPage).Component,
    roles: fundReaders,
  },
  {
    path: '/profile-requests',
    page: later(async () => (await import('../features/enterprises/requests-page.tsx')).RequestsPage)
      .Component,
    roles: ['reviewer', 'supervisor'],
  },
  {
    path: '/profile-requests/:enterprise',
    page: later(async () => (await import('../features/enterprises/request-page.tsx')).RequestPage).Component,
    roles: ['reviewer', 'supervisor'],
  },
  {
    path: '/helpers',
    page: later(async () => (await import('../features/helpers/helpers-page.tsx')).HelpersPage).Component,
    roles: officials,
  },
  {
    path: '/helpers/:town/:enterprise',
    page: later(async () => (await import('../features/helpers/helped-page.tsx')).HelpedPage).Component,
    roles: officials,
  },
  {
    path: '/cases/:caseId/helper',
    page: later(async () => (await import('../features/helpers/assign-helper-page.tsx')).AssignHelperPage)
      .Component,
    roles: ['supervisor'],
  },
  {
    path: '/employees',
    page: later(async () => (await import('../features/employees/employees-page.tsx')).EmployeesPage)
      .Component,
    roles: officials,
  },
  {
    path: '/outcomes',
    page: later(async () => (await import('../features/outcomes/outcomes-page.tsx')).OutcomesPage).Component,
    roles: [...officials, 'finance', 'auditor', 'policy'],
  },
  {
    path: '/worklist',
    page: later(async () => (await import('../features/worklist/worklist-page.tsx')).WorklistPage).Component,
    roles: officials,
  },
  {
    path: '/cases/:caseId',
    page: later(async () => (await import('../features/review/case-page.tsx')).CasePage).Component,
    roles: officials,
  },
  {
    path: '/cases/:caseId/alike/:other',
    page: later(async () => (await import('../features/duplicates/compare-page.tsx')).ComparePage).Component,
    roles: officials,
  },
  {
    path: '/cases/:caseId/letters/:seq',
    page: later(async () => (await import('../features/review/letter-page.tsx')).CaseLetterPage).Component,
    roles: officials,
  },
  {
    path: '/objections',
    page: later(
      async () => (await import('../features/objections/open-objections-page.tsx')).OpenObjectionsPage,
    ).Component,
    roles: officials,
  },
  {
    path: '/assist',
    page: later(async () => (await import('../features/assist/assist-page.tsx')).AssistPage).Component,
    roles: ['reviewer'],
  },
  {
    path: '/decisions',
    page: later(async () => (await import('../features/decisions/decisions-page.tsx')).DecisionsPage)
      .Component,
    roles: ['auditor'],
  },
  {
    path: '/statistics',
    page: later(async () => (await import('../features/audit/statistics-page.tsx')).StatisticsPage).Component,
    roles: ['auditor', 'leader', 'policy'],
  },
  {
    path: '/ledger',
    page: later(async () => (await import('../features/audit/ledger-page.tsx')).LedgerPage).Component,
    roles: ['auditor'],
  },
  {
    path: '/dossiers/:caseId',
    page: later(async () => (await import('../features/audit/dossier-page.tsx')).DossierPage).Component,
    roles: ['auditor'],
  },
  {
    path: '/policy',
    page: later(async () => (await import('../features/policy/policy-page.tsx')).PolicyPage).Component,
    roles: [...officials, 'policy', 'auditor', 'finance'],
  },
  {
    path: '/policy/programmes/:programmeId',
    page: later(async () => (await import('../features/policy/versions-page.tsx')).VersionsPage).Component,
    roles: [...officials, 'policy', 'auditor', 'finance'],
  },
  {
    path: '/holidays',
    page: later(async () => (await import('../features/holidays/holidays-page.tsx')).HolidaysPage).Component,
    roles: [...officials, 'policy', 'auditor', 'finance'],
  },
  {
    path: '/holidays/publish',
    page: later(
      async () => (await import('../features/holidays/publish-holidays-page.tsx')).PublishHolidaysPage,
    ).Component,
    roles: ['policy'],
  },
  {
    path: '/policy/publish',
    page: later(async () => (await import('../features/policy/publish-page.tsx')).PublishPage).Component,
    roles: ['policy'],
  },
];

/** What only people in office see, kept apart so that an applicant's first page does not carry its table. */
export const OfficeRoutes = () => (
  <Switch>
    {routesOf(pages)}
    <Route>
      <NotFoundPage />
    </Route>
  </Switch>
);
