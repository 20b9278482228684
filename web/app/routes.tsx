import { Route, Switch } from 'wouter';
import { later } from '../components/later.tsx';
import { HomePage } from '../features/home/home-page.tsx';
import { signInDonePath } from '../lib/auth/sign-in.ts';
import { type PageRoute, routesOf } from './page-route.tsx';

const pages: readonly PageRoute[] = [
  { path: '/', page: HomePage },
  {
    path: '/programmes/:programmeId',
    page: later(async () => (await import('../features/guide/guide-page.tsx')).GuidePage).Component,
  },
  {
    path: '/what-could-i-get',
    page: later(async () => (await import('../features/precheck/precheck-page.tsx')).PrecheckPage).Component,
  },
  {
    path: '/applications',
    page: later(async () => (await import('../features/follow/applications-page.tsx')).ApplicationsPage)
      .Component,
    roles: ['applicant', 'reviewer'],
  },
  {
    path: '/applications/:caseId',
    page: later(async () => (await import('../features/follow/application-page.tsx')).ApplicationPage)
      .Component,
    roles: ['applicant', 'reviewer'],
  },
  {
    path: '/applications/:caseId/receipt',
    page: later(async () => (await import('../features/follow/receipt-page.tsx')).ReceiptPage).Component,
    roles: ['applicant', 'reviewer'],
  },
  {
    path: '/applications/:caseId/letters/:seq',
    page: later(async () => (await import('../features/follow/letter-page.tsx')).LetterPage).Component,
    roles: ['applicant', 'reviewer'],
  },
  {
    path: '/apply/:programmeId',
    page: later(async () => (await import('../features/apply/start-page.tsx')).StartPage).Component,
    roles: ['applicant'],
  },
  {
    path: '/applications/:caseId/edit/:step?',
    page: later(async () => (await import('../features/apply/edit-page.tsx')).EditPage).Component,
    roles: ['applicant', 'reviewer'],
  },
  {
    path: '/applications/:caseId/award',
    page: later(async () => (await import('../features/awards/own-award-page.tsx')).OwnAwardPage).Component,
    roles: ['applicant', 'reviewer'],
  },
  {
    path: '/applications/:caseId/award/reports/:obligation',
    page: later(async () => (await import('../features/awards/report-page.tsx')).ReportPage).Component,
    roles: ['applicant', 'reviewer'],
  },
  {
    path: '/enterprises',
    page: later(async () => (await import('../features/enterprises/enterprises-page.tsx')).EnterprisesPage)
      .Component,
    roles: ['applicant'],
  },
  {
    path: '/enterprises/new',
    page: later(async () => (await import('../features/enterprises/enter-page.tsx')).EnterPage).Component,
    roles: ['applicant'],
  },
  {
    path: '/enterprises/:enterprise',
    page: later(async () => (await import('../features/enterprises/enterprise-page.tsx')).EnterprisePage)
      .Component,
    roles: ['applicant'],
  },
  {
    path: '/courses',
    page: later(async () => (await import('../features/courses/courses-page.tsx')).CoursesPage).Component,
  },
  {
    path: '/premises',
    page: later(async () => (await import('../features/premises/premises-page.tsx')).PremisesPage).Component,
  },
  {
    path: '/premises/:unit',
    page: later(async () => (await import('../features/premises/unit-page.tsx')).UnitPage).Component,
  },
  {
    path: '/notices',
    page: later(async () => (await import('../features/notices/notices-page.tsx')).NoticesPage).Component,
  },
  {
    path: '/notices/:caseId',
    page: later(async () => (await import('../features/notices/notice-page.tsx')).NoticePage).Component,
  },
  {
    path: '/notices/:caseId/object',
    page: later(async () => (await import('../features/objections/object-page.tsx')).ObjectPage).Component,
  },
  {
    path: '/objections/:receipt',
    page: later(async () => (await import('../features/objections/receipt-page.tsx')).ReceiptPage).Component,
  },
  {
    path: '/inbox',
    page: later(async () => (await import('../features/inbox/inbox-page.tsx')).InboxPage).Component,
    roles: ['applicant', 'reviewer', 'supervisor', 'leader', 'finance', 'auditor', 'policy'],
  },
  {
    path: signInDonePath,
    page: later(async () => (await import('../features/sign-in/sign-in-done-page.tsx')).SignInDonePage)
      .Component,
  },
];

const OfficeRoutes = later(async () => (await import('./office-routes.tsx')).OfficeRoutes).Component;

/** What everybody and applicants see; any other address is looked for among the pages of the offices. */
export const Routes = () => (
  <Switch>
    {routesOf(pages)}
    <Route>
      <OfficeRoutes />
    </Route>
  </Switch>
);
