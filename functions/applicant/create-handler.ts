import { applicantRoutes } from '../../shared/api/routes/applicant.ts';
import { ownAwardRoutes } from '../../shared/api/routes/awards.ts';
import { enterpriseRoutes } from '../../shared/api/routes/enterprises.ts';
import { ownHelperRoutes } from '../../shared/api/routes/helpers.ts';
import { inboxRoutes } from '../../shared/api/routes/inbox.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { HttpFunction } from '../http/http-event.ts';
import { type HttpOptions, httpFunction } from '../http/http-function.ts';
import type { System } from '../system.ts';
import { actOnApplication } from './act-on-application.ts';
import { checkDraft } from './check-draft.ts';
import {
  actOnEnterprise,
  enterpriseCases,
  enterpriseEntering,
  myEnterprises,
} from './enterprise-handlers.ts';
import { getApplication } from './get-application.ts';
import { getMe } from './get-me.ts';
import { countUnread, getInbox, markInboxRead } from './inbox-handlers.ts';
import { listApplications } from './list-applications.ts';
import { actOnOwnAward, getOwnAward } from './own-award.ts';
import { getOwnHelper } from './own-helper.ts';
import { getReportDraft, saveReportDraft } from './report-draft.ts';
import { saveDraft } from './save-draft.ts';
import { startApplication } from './start-application.ts';

export function createHandler(system: System, options: HttpOptions): HttpFunction {
  const routes = {
    ...applicantRoutes,
    ...inboxRoutes,
    ...ownAwardRoutes,
    ...ownHelperRoutes,
    ...enterpriseRoutes,
  };
  const endpoints = {
    startApplication: endpoint(routes.startApplication, startApplication(system)),
    listApplications: endpoint(routes.listApplications, listApplications(system)),
    getApplication: endpoint(routes.getApplication, getApplication(system)),
    saveDraft: endpoint(routes.saveDraft, saveDraft(system)),
    checkDraft: endpoint(routes.checkDraft, checkDraft(system)),
    actOnApplication: endpoint(routes.actOnApplication, actOnApplication(system)),
    getMe: endpoint(routes.getMe, getMe(system)),
    getInbox: endpoint(routes.getInbox, getInbox(system)),
    countUnread: endpoint(routes.countUnread, countUnread(system)),
    markInboxRead: endpoint(routes.markInboxRead, markInboxRead(system)),
    getOwnAward: endpoint(routes.getOwnAward, getOwnAward(system)),
    actOnOwnAward: endpoint(routes.actOnOwnAward, actOnOwnAward(system)),
    getReportDraft: endpoint(routes.getReportDraft, getReportDraft(system)),
    saveReportDraft: endpoint(routes.saveReportDraft, saveReportDraft(system)),
    getOwnHelper: endpoint(routes.getOwnHelper, getOwnHelper(system)),
    myEnterprises: endpoint(routes.myEnterprises, myEnterprises(system)),
    enterEnterprise: endpoint(routes.enterEnterprise, enterpriseEntering(system)),
    actOnEnterprise: endpoint(routes.actOnEnterprise, actOnEnterprise(system)),
    enterpriseCases: endpoint(routes.enterpriseCases, enterpriseCases(system)),
  } satisfies Record<keyof typeof routes, Endpoint>;
  return httpFunction(Object.values(endpoints), options);
}
