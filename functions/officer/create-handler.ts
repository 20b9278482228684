import { calendarRoutes } from '../../shared/api/routes/calendar.ts';
import { fundRoutes } from '../../shared/api/routes/funds.ts';
import { officerRoutes } from '../../shared/api/routes/officer.ts';
import { premisesKeepingRoutes } from '../../shared/api/routes/premises.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { HttpFunction } from '../http/http-event.ts';
import { type HttpOptions, httpFunction } from '../http/http-function.ts';
import type { System } from '../system.ts';
import { listCalendarYears, publishCalendarYear } from './calendar-handlers.ts';
import {
  allocationChanging,
  fundAudit,
  fundMovements,
  fundOpening,
  getFund,
  listFunds,
} from './fund-handlers.ts';
import {
  siteChanging,
  siteEntering,
  unitChanging,
  unitEntering,
  unitHistory,
  unitTenants,
} from './premises-handlers.ts';
import { previewCalendarYear } from './preview-calendar-year.ts';
import { checkDocument, listProgrammeVersions, publishProgramme } from './programme-handlers.ts';

export function createHandler(system: System, options: HttpOptions): HttpFunction {
  const routes = { ...officerRoutes, ...premisesKeepingRoutes, ...fundRoutes, ...calendarRoutes };
  const endpoints = {
    checkProgramme: endpoint(routes.checkProgramme, checkDocument),
    publishProgramme: endpoint(routes.publishProgramme, publishProgramme(system)),
    listProgrammeVersions: endpoint(routes.listProgrammeVersions, listProgrammeVersions(system)),
    enterSite: endpoint(routes.enterSite, siteEntering(system)),
    changeSite: endpoint(routes.changeSite, siteChanging(system)),
    enterUnit: endpoint(routes.enterUnit, unitEntering(system)),
    changeUnit: endpoint(routes.changeUnit, unitChanging(system)),
    unitTenants: endpoint(routes.unitTenants, unitTenants(system)),
    unitHistory: endpoint(routes.unitHistory, unitHistory(system)),
    listFunds: endpoint(routes.listFunds, listFunds(system)),
    openFund: endpoint(routes.openFund, fundOpening(system)),
    getFund: endpoint(routes.getFund, getFund(system)),
    changeAllocation: endpoint(routes.changeAllocation, allocationChanging(system)),
    fundMovements: endpoint(routes.fundMovements, fundMovements(system)),
    auditFund: endpoint(routes.auditFund, fundAudit(system)),
    listCalendarYears: endpoint(routes.listCalendarYears, listCalendarYears(system)),
    previewCalendarYear: endpoint(routes.previewCalendarYear, previewCalendarYear(system)),
    publishCalendarYear: endpoint(routes.publishCalendarYear, publishCalendarYear(system)),
  } satisfies Record<keyof typeof routes, Endpoint>;
  return httpFunction(Object.values(endpoints), options);
}
