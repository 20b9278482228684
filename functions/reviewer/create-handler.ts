import { awardRoutes } from '../../shared/api/routes/awards.ts';
import { courseKeepingRoutes } from '../../shared/api/routes/courses.ts';
import { duplicateRoutes } from '../../shared/api/routes/duplicates.ts';
import { employeeRoutes } from '../../shared/api/routes/employees.ts';
import { enterpriseConfirmingRoutes } from '../../shared/api/routes/enterprises.ts';
import { helperRoutes } from '../../shared/api/routes/helpers.ts';
import { objectionReadingRoutes } from '../../shared/api/routes/notices.ts';
import { outcomeRoutes } from '../../shared/api/routes/outcomes.ts';
import { reviewerRoutes } from '../../shared/api/routes/reviewer.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { HttpFunction } from '../http/http-event.ts';
import { type HttpOptions, httpFunction } from '../http/http-function.ts';
import type { System } from '../system.ts';
import { actOnOneCase, actOnSeveralCases } from './act-on-case.ts';
import { actOnAward, getAward, listAwards } from './award-handlers.ts';
import { caseObjections } from './case-objections.ts';
import { courseApplications, coursePlanning } from './course-handlers.ts';
import { compareDuplicate, decideOnDuplicate, listDuplicates } from './duplicate-handlers.ts';
import { employeeNoting, listEmployees } from './employee-handlers.ts';
import { decideOnProfile, getProfile, profileRequests } from './enterprise-handlers.ts';
import { getCase } from './get-case.ts';
import { factoryVisiting, getHelped, helperAssigning, listHelpers } from './helper-handlers.ts';
import { listColleagues } from './list-colleagues.ts';
import { listOutcomes } from './list-outcomes.ts';
import { openObjections } from './open-objections.ts';
import { makePaymentBatch } from './payment-batch.ts';
import { checkPaymentReturn, recordPaymentReturn } from './payment-return.ts';
import { revealAnswer } from './reveal-answer.ts';
import { worklist } from './worklist.ts';

export function createHandler(system: System, options: HttpOptions): HttpFunction {
  const routes = {
    ...reviewerRoutes,
    ...objectionReadingRoutes,
    ...awardRoutes,
    ...employeeRoutes,
    ...outcomeRoutes,
    ...helperRoutes,
    ...courseKeepingRoutes,
    ...enterpriseConfirmingRoutes,
    ...duplicateRoutes,
  };
  const endpoints = {
    worklist: endpoint(routes.worklist, worklist(system)),
    getCase: endpoint(routes.getCase, getCase(system)),
    actOnCase: endpoint(routes.actOnCase, actOnOneCase(system)),
    actOnCases: endpoint(routes.actOnCases, actOnSeveralCases(system)),
    revealAnswer: endpoint(routes.revealAnswer, revealAnswer(system)),
    listColleagues: endpoint(routes.listColleagues, listColleagues(system)),
    listEmployees: endpoint(routes.listEmployees, listEmployees(system)),
    noteEmployee: endpoint(routes.noteEmployee, employeeNoting(system)),
    listOutcomes: endpoint(routes.listOutcomes, listOutcomes(system)),
    courseApplications: endpoint(routes.courseApplications, courseApplications(system)),
    planCourse: endpoint(routes.planCourse, coursePlanning(system)),
    listHelpers: endpoint(routes.listHelpers, listHelpers(system)),
    assignHelper: endpoint(routes.assignHelper, helperAssigning(system)),
    getHelped: endpoint(routes.getHelped, getHelped(system)),
    recordFactoryVisit: endpoint(routes.recordFactoryVisit, factoryVisiting(system)),
    listAwards: endpoint(routes.listAwards, listAwards(system)),
    getAward: endpoint(routes.getAward, getAward(system)),
    actOnPayment: endpoint(routes.actOnPayment, actOnAward(system)),
    superviseAward: endpoint(routes.superviseAward, actOnAward(system)),
    makePaymentBatch: endpoint(routes.makePaymentBatch, makePaymentBatch(system)),
    checkPaymentReturn: endpoint(routes.checkPaymentReturn, checkPaymentReturn(system)),
    recordPaymentReturn: endpoint(routes.recordPaymentReturn, recordPaymentReturn(system)),
    openObjections: endpoint(routes.openObjections, openObjections(system)),
    caseObjections: endpoint(routes.caseObjections, caseObjections(system)),
    profileRequests: endpoint(routes.profileRequests, profileRequests(system)),
    getProfile: endpoint(routes.getProfile, getProfile(system)),
    decideOnProfile: endpoint(routes.decideOnProfile, decideOnProfile(system)),
    listDuplicates: endpoint(routes.listDuplicates, listDuplicates(system)),
    compareDuplicate: endpoint(routes.compareDuplicate, compareDuplicate(system)),
    decideOnDuplicate: endpoint(routes.decideOnDuplicate, decideOnDuplicate(system)),
  } satisfies Record<keyof typeof routes, Endpoint>;
  return httpFunction(Object.values(endpoints), options);
}
