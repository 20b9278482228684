import { rm } from 'node:fs/promises';
import type { Log } from '../../functions/http/log.ts';
import { localFunctions } from '../../infra/local/local-functions.ts';
import { type LocalSystem, startLocalSystem } from '../../infra/local/local-system.ts';
import { type Call, createClient } from '../../shared/api/client.ts';
import { routes } from '../../shared/api/routes.ts';
import { newDataFolder } from './data-folder.ts';

/** A clock that stands still until it is moved. Tokens and links go by the machine's own clock. */
type TestClock = {
  now: () => string;
  set: (instant: string) => void;
  forward: (days: number) => void;
};

function testClock(start: string): TestClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at).toISOString(),
    set: (instant) => {
      at = Date.parse(instant);
    },
    forward: (days) => {
      at += days * 86_400_000;
    },
  };
}

export type RunningSystem = {
  readonly system: LocalSystem;
  readonly clock: TestClock;
  readonly log: Parameters<Log>[];
  /** The typed client of a demo person, every answer checked against the contract. */
  callAs(personId: string): Call;
  /** The client of somebody who is not signed in. */
  readonly callAsAnyone: Call;
  stop(): Promise<void>;
};

/**
 * The whole system with its real functions, engine, store and issuer, on free ports and a folder of its own.
 * Background functions run only by name.
 */
export async function startRunningSystem(startAt = '2026-11-23T01:00:00.000Z'): Promise<RunningSystem> {
  const dataFolder = await newDataFolder('running');
  const clock = testClock(startAt);
  const log: Parameters<Log>[] = [];
  const system = await startLocalSystem({
    dataFolder,
    port: 0,
    functions: localFunctions,
    portal: () => async () => false,
    log: (...entry) => log.push(entry),
    now: clock.now,
    background: false,
    rateLimit: { burst: 1e6, perSecond: 1e6 },
  });
  const baseUrl = system.origin;
  return {
    system,
    clock,
    log,
    callAs: (personId) => createClient({ routes, baseUrl, token: () => system.issuer.issueToken(personId) }),
    callAsAnyone: createClient({ routes, baseUrl }),
    stop: async () => {
      await system.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
