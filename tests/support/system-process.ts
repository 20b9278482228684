import { demoPeople } from '../../infra/local/demo-people.ts';
import { localFunctions } from '../../infra/local/local-functions.ts';
import { startLocalSystem } from '../../infra/local/local-system.ts';

/**
 * A system in a process of its own, to be killed: prints its address and its stores, then runs. After the data
 * folder: `tokens` prints a token of each demo person too; `as-deployed` leaves its answers unchecked;
 * `requests-only` runs no function that no request asks for.
 */
const wishes = new Set(process.argv.slice(3));
const system = await startLocalSystem({
  dataFolder: process.argv[2] ?? '',
  port: 0,
  // Who measures wants the functions as they are deployed.
  functions: (surroundings) => localFunctions(surroundings, !wishes.has('as-deployed')),
  background: !wishes.has('requests-only'),
  portal: () => async () => false,
  log: () => undefined,
  rateLimit: { burst: 1e6, perSecond: 1e6 },
});
const wanted = wishes.has('tokens') ? demoPeople : [];
const tokens = await Promise.all(wanted.map(async ({ id }) => [id, await system.issuer.issueToken(id)]));
console.log(
  JSON.stringify({
    origin: system.origin,
    stores: system.surroundings.stores,
    tokens: Object.fromEntries(tokens),
  }),
);
process.once('SIGTERM', () => void system.stop().then(() => process.exit(0)));
