import { randomUUID } from 'node:crypto';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import { demoPeople } from '../../infra/local/demo-people.ts';
import { localFunctions } from '../../infra/local/local-functions.ts';
import { startLocalSystem } from '../../infra/local/local-system.ts';
import { type Call, createClient } from '../../shared/api/client.ts';
import { routes } from '../../shared/api/routes.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { newDataFolder } from './data-folder.ts';
import { fillIn, submit } from './filing.ts';
import { approveAs, passTown } from './reviewing.ts';

export const decidedCountyNow = () => '2026-11-23T02:00:00.000Z';

/**
 * A data folder as a system leaves it when it stops, with one case decided on 23 November 2026 and sealed at
 * several checkpoints. The caller removes it.
 */
export async function decidedCounty(): Promise<string> {
  const dataFolder = await newDataFolder('decided');
  const system = await startLocalSystem({
    dataFolder,
    port: 0,
    functions: localFunctions,
    portal: () => async () => false,
    log: () => undefined,
    now: decidedCountyNow,
    background: false,
    rateLimit: { burst: 1e6, perSecond: 1e6 },
  });
  const as = (personId: string): Call =>
    createClient({ routes, baseUrl: system.origin, token: () => system.issuer.issueToken(personId) });
  try {
    await as('policy-officer')('publishProgramme', { body: { document: startupGrant } });
    for (const { id } of demoPeople.filter(({ office }) => office !== undefined)) await as(id)('getMe');
    await as('finance-officer-1')('openFund', {
      body: {
        commandId: randomUUID(),
        funder: 'county',
        programme: startupGrant.id,
        year: 2026,
        allocated: 500_000_000,
        reason: '年初预算',
      },
    });
    const applicant = as('applicant-gloves');
    const caseId = await fillIn(applicant, startupGrant.id, gloveMakerGrant());
    await submit(applicant, caseId);
    await system.runBackground('sealer');
    const town = [
      as('chengguan-reviewer-1'),
      as('chengguan-reviewer-2'),
      as('chengguan-supervisor'),
    ] as const;
    await passTown(town, caseId, '2026-11-23');
    await system.runBackground('sealer');
    await approveAs(as('human-resources-reviewer-1'), caseId);
    await approveAs(as('county-leader'), caseId);
    await system.runBackground('sealer');
  } finally {
    await system.stop();
  }
  return dataFolder;
}
