import type { Route } from './route.ts';
import { applicantRoutes } from './routes/applicant.ts';
import { auditorRoutes } from './routes/auditor.ts';
import { awardRoutes, ownAwardRoutes } from './routes/awards.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { courseKeepingRoutes, courseMenuRoutes, courseWishRoutes } from './routes/courses.ts';
import { documentRoutes } from './routes/documents.ts';
import { dossierRoutes } from './routes/dossier.ts';
import { duplicateRoutes } from './routes/duplicates.ts';
import { employeeRoutes } from './routes/employees.ts';
import { enterpriseConfirmingRoutes, enterpriseRoutes } from './routes/enterprises.ts';
import { exportRoutes } from './routes/exports.ts';
import { fundRoutes } from './routes/funds.ts';
import { helperRoutes, ownHelperRoutes } from './routes/helpers.ts';
import { inboxRoutes } from './routes/inbox.ts';
import { ledgerRoutes } from './routes/ledger.ts';
import { noticeRoutes, objectionReadingRoutes, objectionRoutes } from './routes/notices.ts';
import { officerRoutes } from './routes/officer.ts';
import { outcomeRoutes } from './routes/outcomes.ts';
import { premisesKeepingRoutes, premisesPhotoRoutes, premisesRoutes } from './routes/premises.ts';
import { publicRoutes } from './routes/public.ts';
import { reviewerRoutes } from './routes/reviewer.ts';

/** Every route of the system, by name. */
export const routes = {
  ...publicRoutes,
  ...applicantRoutes,
  ...inboxRoutes,
  ...documentRoutes,
  ...reviewerRoutes,
  ...auditorRoutes,
  ...dossierRoutes,
  ...ledgerRoutes,
  ...exportRoutes,
  ...officerRoutes,
  ...calendarRoutes,
  ...premisesRoutes,
  ...premisesKeepingRoutes,
  ...premisesPhotoRoutes,
  ...fundRoutes,
  ...ownAwardRoutes,
  ...awardRoutes,
  ...employeeRoutes,
  ...outcomeRoutes,
  ...helperRoutes,
  ...ownHelperRoutes,
  ...courseMenuRoutes,
  ...courseWishRoutes,
  ...courseKeepingRoutes,
  ...noticeRoutes,
  ...duplicateRoutes,
  ...enterpriseRoutes,
  ...enterpriseConfirmingRoutes,
  ...objectionRoutes,
  ...objectionReadingRoutes,
} as const;

export type RouteName = keyof typeof routes;

export const routeList: readonly Route[] = Object.values(routes);
