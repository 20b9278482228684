import { Route, Switch } from 'wouter';
import { HomePage } from '../features/home/home-page.tsx';
import { signInDonePath } from '../lib/auth/sign-in.ts';
import { later, type PageRoute, routesOf } from './page-route.tsx';

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
    path: '/inbox',
    page: later(async () => (await import('../features/inbox/inbox-page.tsx')).InboxPage),
    roles: ['applicant', 'reviewer', 'supervisor', 'leader', 'finance', 'auditor', 'policy'],
  },
  {
    path: signInDonePath,
    page: later(async () => (await import('../features/sign-in/sign-in-done-page.tsx')).SignInDonePage),
  },
];

const OfficeRoutes = later(async () => (await import('./office-routes.tsx')).OfficeRoutes);

/** What everybody and applicants see; any other address is looked for among the pages of the offices. */
export const Routes = () => (
  <Switch>
    {routesOf(pages)}
    <Route>
      <OfficeRoutes />
    </Route>
  </Switch>
);
