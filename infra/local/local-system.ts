import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Log, traceOf } from '../../functions/http/log.ts';
import { routeList } from '../../shared/api/routes.ts';
import { type BackgroundTask, backgroundTask } from './background-task.ts';
import { type Cleanup, cleanup } from './cleanup.ts';
import { claimDataFolder, openDataFolder } from './data-folder.ts';
import { demoPeople } from './demo-people.ts';
import { frontDoor } from './front-door.ts';
import { createGateway } from './gateway/gateway.ts';
import type { RateLimit } from './gateway/rate-limit.ts';
import { tokenCheck } from './gateway/token-check.ts';
import { listen } from './http-server.ts';
import { invoker } from './invoke.ts';
import { createIssuer, type Issuer } from './issuer/issuer.ts';
import { localKeys } from './local-keys.ts';
import { localClient, localSettings } from './local-settings.ts';
import { type OtherStores, startStores } from './local-stores.ts';
import type { LocalFunctions, Surroundings } from './surroundings.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export type LocalSystemOptions = {
  /** Everything this machine keeps; made when it is not there. */
  readonly dataFolder: string;
  /** Of the portal, the API and the issuer; 0: any free one. */
  readonly port: number;
  readonly functions: (surroundings: Surroundings) => LocalFunctions | Promise<LocalFunctions>;
  /** Answers for pages and files; false when it has nothing to answer. `connectTo`: the object store's origin. */
  readonly portal: (
    connectTo: readonly string[],
  ) => (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  readonly log: Log;
  /** Instant, UTC with milliseconds; this machine's clock unless given. */
  readonly now?: () => string;
  /** False: background functions run only when asked to by name, until they are let go. */
  readonly background?: boolean;
  readonly rateLimit?: RateLimit;
  readonly otherStores?: OtherStores;
};

export type LocalSystem = {
  /** The one address of the system. */
  readonly origin: string;
  readonly issuer: Issuer;
  readonly surroundings: Surroundings;
  /** Runs a background function now: `sealer`, `clock`, … */
  runBackground(name: string): Promise<void>;
  /** Lets background functions run by themselves from now on. */
  beginBackground(): void;
  /** Finishes what is under way and leaves the data whole. */
  stop(): Promise<void>;
};

/** Far above what a person's browser asks for, far below what would hold others up. */
const DEFAULT_RATE: RateLimit = { burst: 300, perSecond: 50 };
const systemNow = (): string => new Date().toISOString();

/**
 * The whole system on this machine.
 * @throws StartProblem with what the person at the machine can do; nothing is left running then.
 */
export async function startLocalSystem(options: LocalSystemOptions): Promise<LocalSystem> {
  const undo = cleanup();
  try {
    return await start(options, undo);
  } catch (error) {
    await undo.run();
    throw error;
  }
}

async function start(options: LocalSystemOptions, undo: Cleanup): Promise<LocalSystem> {
  const { dataFolder, port, log, now = systemNow } = options;
  await openDataFolder(dataFolder);
  undo.add(await claimDataFolder(dataFolder));

  // The port comes first: every address in what follows is made from it.
  const door = Promise.withResolvers<Handler>();
  const server = await listen((request, response) => {
    void door.promise.then((handle) => handle(request, response));
  }, port);
  undo.add(server.stop);
  const origin = `http://127.0.0.1:${server.port}`;

  const keys = await localKeys(dataFolder);
  const [stores, issuer] = await Promise.all([
    startStores(
      {
        dataFolder,
        keys,
        others: options.otherStores ?? {},
        objectStorePort: port === 0 ? 0 : port + 1,
        allowsOrigin: (asked) => asked === origin,
        onEngineTrouble: (what) => log('error', { engine: what }),
      },
      undo,
    ),
    createIssuer({ ...localClient, origin, dataFolder, people: demoPeople }),
  ]);
  undo.add(issuer.stop);

  const surroundings: Surroundings = {
    settings: localSettings(
      { portal: origin, issuer: issuer.url, objectStore: stores.objectStoreEndpoint },
      keys,
    ),
    stores,
    now,
    log,
  };
  const functions = await options.functions(surroundings);
  const tasks = backgroundTasks(functions, log, undo);
  let byThemselves = false;
  const beginBackground = (): void => {
    byThemselves = true;
    for (const { onJournal, everyMinutes, task } of tasks.values()) {
      if (everyMinutes !== undefined) task.every(everyMinutes * 60_000);
      // For what was written when nobody listened: by demo data, or before an end nobody expected.
      if (onJournal) task.ring();
    }
  };
  if (options.background ?? true) beginBackground();
  const gateway = createGateway({
    routes: routeList,
    checkToken: tokenCheck(issuer.url, localClient.audience),
    invoke: invoker(functions.http, () => {
      if (!byThemselves) return;
      for (const { onJournal, task } of tasks.values()) if (onJournal) task.ring();
    }),
    rateLimit: options.rateLimit ?? DEFAULT_RATE,
    accessLog: (entry) => log('info', { source: 'gateway', ...entry }),
  });
  door.resolve(
    frontDoor({
      origin,
      gateway,
      issuer,
      portal: options.portal([stores.objectStoreEndpoint]),
      outbox: functions.outbox,
      onError: (error, requestId) => log('error', { requestId, ...traceOf(error) }),
    }),
  );

  return {
    origin,
    issuer,
    surroundings,
    runBackground: async (name) => {
      const known = tasks.get(name);
      if (known === undefined) throw new Error(`there is no background function ${name}`);
      await known.task.run();
    },
    beginBackground,
    stop: async () => {
      // First, so that what is under way still finds its stores.
      await server.stop();
      await undo.run();
    },
  };
}

type KnownTask = {
  readonly onJournal: boolean;
  readonly everyMinutes: number | undefined;
  readonly task: BackgroundTask;
};

function backgroundTasks(
  { background }: LocalFunctions,
  log: Log,
  undo: Cleanup,
): ReadonlyMap<string, KnownTask> {
  return new Map(
    background.map(({ name, onJournal, everyMinutes, run }) => {
      const task = backgroundTask({
        run,
        onError: (error) => log('error', { function: name, ...traceOf(error) }),
      });
      undo.add(task.stop);
      return [name, { onJournal, everyMinutes, task }];
    }),
  );
}
