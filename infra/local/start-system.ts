import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { securityHeaders } from '../../shared/api/security-headers.ts';
import { currentPortal } from './current-portal.ts';
import { openDataFolder } from './data-folder.ts';
import { demoPeople } from './demo-people.ts';
import { localFunctions } from './local-functions.ts';
import { type LocalSystemOptions, startLocalSystem } from './local-system.ts';
import { openLogFile } from './log-file.ts';
import { portalFiles } from './portal-files.ts';
import { seedOnce } from './seed-once.ts';
import { StartProblem } from './start-problem.ts';
import { welcome } from './welcome.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const usage = `用法 Usage: npm start -- [--port 8080] [--data .local] [--empty]`;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '8080' },
        data: { type: 'string', default: '.local' },
        dev: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (Number.isInteger(port) && port >= 0 && port < 65_535) {
      return { port, dataFolder: resolve(root, values.data), dev: values.dev, empty: values.empty };
    }
  } catch {
    // An unknown option: the usage says which there are.
  }
  console.error(usage);
  process.exit(2);
}

type Portal = { readonly answer: LocalSystemOptions['portal']; readonly stop: () => Promise<void> };

async function openPortal(dev: boolean): Promise<Portal> {
  if (dev) {
    const { devPortal } = await import('./dev-portal.ts');
    const portal = await devPortal(root);
    return { answer: () => portal.handle, stop: portal.stop };
  }
  const folder = await currentPortal(root);
  return {
    answer: (connectTo) => portalFiles(folder, securityHeaders({ connectTo, https: false })).handle,
    stop: async () => undefined,
  };
}

/** What the two stores of this machine can be replaced by. */
function otherStores(): NonNullable<LocalSystemOptions['otherStores']> {
  const { DYNAMODB_ENDPOINT, OBJECT_STORE_ENDPOINT, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } =
    process.env;
  if (DYNAMODB_ENDPOINT === undefined && OBJECT_STORE_ENDPOINT === undefined) return {};
  return {
    ...(DYNAMODB_ENDPOINT && { dynamoDbEndpoint: DYNAMODB_ENDPOINT }),
    ...(OBJECT_STORE_ENDPOINT && { objectStoreEndpoint: OBJECT_STORE_ENDPOINT }),
    ...(AWS_REGION && { region: AWS_REGION }),
    ...(AWS_ACCESS_KEY_ID &&
      AWS_SECRET_ACCESS_KEY && {
        credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY },
      }),
  };
}

async function run(): Promise<void> {
  const { port, dataFolder, dev, empty } = readArguments();
  await openDataFolder(dataFolder);
  const logFile = await openLogFile(dataFolder);
  const portal = await openPortal(dev);
  const system = await startLocalSystem({
    dataFolder,
    port,
    functions: (surroundings) => localFunctions(surroundings, dev),
    portal: portal.answer,
    log: logFile.log,
    otherStores: otherStores(),
    background: false,
  });
  // The demo data lives through a quarter by a clock of its own: ours, minutes later, would let all of it lapse.
  if (!empty) await seedOnce(system, dataFolder, (line) => console.log(line));
  system.beginBackground();
  console.log(welcome(system.origin, dataFolder, logFile.path, demoPeople));

  let stopping = false;
  const stop = async (): Promise<void> => {
    // Asked twice, the person means now.
    if (stopping) process.exit(1);
    stopping = true;
    await system.stop();
    await portal.stop();
    await logFile.close();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** Starts the system as the command line asks; what the person at the machine can mend is said to them. */
export const startSystem = (): Promise<void> =>
  run().catch((error: unknown) => {
    if (!(error instanceof StartProblem)) throw error;
    console.error(`\n  ${error.text.zh}\n  ${error.text.en}\n`);
    process.exit(1);
  });
