import { auditorRoutes } from '../../shared/api/routes/auditor.ts';
import { dossierRoutes } from '../../shared/api/routes/dossier.ts';
import { exportRoutes } from '../../shared/api/routes/exports.ts';
import { ledgerRoutes } from '../../shared/api/routes/ledger.ts';
import type { ExporterSystem } from '../exports/exporter-system.ts';
import { getExport, listExports, startExport } from '../exports/handlers.ts';
import { type Endpoint, endpoint, publicEndpoint } from '../http/endpoint.ts';
import type { HttpFunction } from '../http/http-event.ts';
import { type HttpOptions, httpFunction } from '../http/http-function.ts';
import { countOpenCases } from './count-open-cases.ts';
import { getDossier } from './dossier/get-dossier.ts';
import { getDossierFile } from './dossier/get-dossier-file.ts';
import { replayCase } from './dossier/replay-case.ts';
import { ledgerCheckpoint, ledgerTile } from './ledger-files.ts';
import { ledgerKeys } from './ledger-keys.ts';
import { ledgerStatus } from './ledger-status.ts';
import { searchDecisionHistory } from './list-decisions.ts';
import { namingDamage } from './naming-damage.ts';
import { listFindings, statistics } from './reports.ts';

export function createHandler(system: ExporterSystem, options: HttpOptions): HttpFunction {
  const routes = { ...auditorRoutes, ...dossierRoutes, ...exportRoutes, ...ledgerRoutes };
  const endpoints = {
    listDecisions: endpoint(routes.listDecisions, searchDecisionHistory(system)),
    statistics: endpoint(routes.statistics, statistics(system)),
    countOpenCases: endpoint(routes.countOpenCases, countOpenCases(system)),
    findings: endpoint(routes.findings, listFindings(system)),
    ledgerStatus: endpoint(routes.ledgerStatus, namingDamage(ledgerStatus(system))),
    getDossier: endpoint(routes.getDossier, namingDamage(getDossier(system))),
    getDossierFile: endpoint(routes.getDossierFile, namingDamage(getDossierFile(system))),
    replayCase: endpoint(routes.replayCase, namingDamage(replayCase(system))),
    startExport: endpoint(routes.startExport, namingDamage(startExport(system))),
    listExports: endpoint(routes.listExports, listExports(system)),
    getExport: endpoint(routes.getExport, getExport(system)),
    ledgerKeys: publicEndpoint(routes.ledgerKeys, namingDamage(ledgerKeys(system))),
    ledgerCheckpoint: publicEndpoint(routes.ledgerCheckpoint, ledgerCheckpoint(system)),
    ledgerTile: publicEndpoint(routes.ledgerTile, ledgerTile(system)),
  } satisfies Record<keyof typeof routes, Endpoint>;
  return httpFunction(Object.values(endpoints), options);
}
