import { auditorRoutes } from '../../shared/api/routes/auditor.ts';
import { dossierRoutes } from '../../shared/api/routes/dossier.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { HttpFunction } from '../http/http-event.ts';
import { type HttpOptions, httpFunction } from '../http/http-function.ts';
import type { AuditorSystem } from './auditor-system.ts';
import { getDossier } from './dossier/get-dossier.ts';
import { getDossierFile } from './dossier/get-dossier-file.ts';
import { replayCase } from './dossier/replay-case.ts';
import { ledgerKeys } from './ledger-keys.ts';
import { listDecisions } from './list-decisions.ts';
import { namingDamage } from './naming-damage.ts';

export function createHandler(system: AuditorSystem, options: HttpOptions): HttpFunction {
  const routes = { ...auditorRoutes, ...dossierRoutes };
  const endpoints = {
    listDecisions: endpoint(routes.listDecisions, listDecisions(system)),
    getDossier: endpoint(routes.getDossier, namingDamage(getDossier(system))),
    getDossierFile: endpoint(routes.getDossierFile, namingDamage(getDossierFile(system))),
    replayCase: endpoint(routes.replayCase, namingDamage(replayCase(system))),
    ledgerKeys: endpoint(routes.ledgerKeys, namingDamage(ledgerKeys(system))),
  } satisfies Record<keyof typeof routes, Endpoint>;
  return httpFunction(Object.values(endpoints), options);
}
