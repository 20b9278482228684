import { composeAuditor } from '../auditor/compose-auditor.ts';
import { listDecisions } from '../auditor/list-decisions.ts';
import { type Settings, setting } from '../compose.ts';
import { objectClient, type StoreAddresses } from '../persistence/clients.ts';
import type { System } from '../system.ts';
import type { DecisionPages, ExporterSystem } from './exporter-system.ts';
import { exportsStore } from './exports-store.ts';

export const composeExporter = (
  system: System,
  settings: Settings,
  stores: StoreAddresses,
): ExporterSystem => ({
  ...composeAuditor(system, settings, stores),
  exports: exportsStore(objectClient(stores), setting(settings, 'EXPORTS_BUCKET')),
  decisions: decisionPages(system),
});

/** The search that the page of decisions uses. */
export const decisionPages = (system: System): DecisionPages => {
  const search = listDecisions(system);
  return (query, cursor) => search({ query: { ...query, ...(cursor !== undefined && { cursor }) } });
};
