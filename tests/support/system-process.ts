import { localFunctions } from '../../infra/local/local-functions.ts';
import { startLocalSystem } from '../../infra/local/local-system.ts';

/** A system in a process of its own, to be killed: prints its address and table endpoint, then runs. */
const system = await startLocalSystem({
  dataFolder: process.argv[2] ?? '',
  port: 0,
  functions: localFunctions,
  portal: () => async () => false,
  log: () => undefined,
});
console.log(JSON.stringify({ origin: system.origin, stores: system.surroundings.stores }));
process.once('SIGTERM', () => void system.stop().then(() => process.exit(0)));
