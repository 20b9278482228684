import { cp, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { currentPortal } from '../../infra/local/current-portal.ts';
import { countyProgrammes } from '../../infra/local/demo/county-programmes.ts';
import { demoPeople } from '../../infra/local/demo-people.ts';
import { localFunctions } from '../../infra/local/local-functions.ts';
import { type LocalSystem, startLocalSystem } from '../../infra/local/local-system.ts';
import { portalFiles } from '../../infra/local/portal-files.ts';
import { type Call, createClient } from '../../shared/api/client.ts';
import { routes } from '../../shared/api/routes.ts';
import { securityHeaders } from '../../shared/api/security-headers.ts';
import { newDataFolder } from './data-folder.ts';

const root = resolve(import.meta.dirname, '../..');

export type PortalSystem = {
  readonly origin: string;
  readonly system: LocalSystem;
  /** The API as a demo person calls it, every answer held to the contract. */
  readonly as: (personId: string) => Call;
  readonly stop: () => Promise<void>;
};

export type SystemOptions = {
  /** This machine’s clock unless given. */
  readonly now?: () => string;
};

/** The whole system with the built portal, the county's programmes and its officers, in a folder of its own. */
export async function startPortalSystem({ now }: SystemOptions = {}): Promise<PortalSystem> {
  const dataFolder = await newDataFolder('portal');
  // A copy of its own: whoever builds the portal meanwhile must not pull its files from under the tests.
  const folder = join(dataFolder, 'portal');
  await cp(await currentPortal(root), folder, { recursive: true });
  await symlink(join(root, 'node_modules/@fontsource/noto-sans-sc'), join(folder, 'assets/test-fonts'));
  const system = await startLocalSystem({
    dataFolder,
    port: 0,
    ...(now && { now }),
    functions: localFunctions,
    portal: (connectTo) => portalFiles(folder, securityHeaders({ connectTo, https: false })).handle,
    log: (level, entry) => {
      if (level === 'error') console.error(JSON.stringify(entry));
    },
    rateLimit: { burst: 10_000, perSecond: 10_000 },
  });
  const as = (personId: string): Call =>
    createClient({ routes, baseUrl: system.origin, token: () => system.issuer.issueToken(personId) });
  for (const document of countyProgrammes) {
    await as('policy-officer')('publishProgramme', { body: { document } });
  }
  // Signing in enters an official in the directory, where colleagues find them.
  await Promise.all(demoPeople.filter(({ office }) => office !== undefined).map(({ id }) => as(id)('getMe')));
  return {
    origin: system.origin,
    system,
    as,
    stop: async () => {
      await system.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
