import { demoPeople } from '../../infra/local/demo-people.ts';
import { localFunctions } from '../../infra/local/local-functions.ts';
import { startLocalSystem } from '../../infra/local/local-system.ts';

/**
 * A system in a process of its own, to be killed: prints its address and its stores, with `tokens` as second
 * argument a token of each demo person too, then runs; with `as-deployed` as third its answers are not checked.
 */
const system = await startLocalSystem({
  dataFolder: process.argv[2] ?? '',
  port: 0,
  // Who measures wants the functions as they are deployed.
  functions: (surroundings) => localFunctions(surroundings, process.argv[4] !== 'as-deployed'),
  portal: () => async () => false,
  log: () => undefined,
  rateLimit: { burst: 1e6, perSecond: 1e6 },
});
const wanted = process.argv[3] === 'tokens' ? demoPeople : [];
const tokens = await Promise.all(wanted.map(async ({ id }) => [id, await system.issuer.issueToken(id)]));
console.log(
  JSON.stringify({
    origin: system.origin,
    stores: system.surroundings.stores,
    tokens: Object.fromEntries(tokens),
  }),
);
process.once('SIGTERM', () => void system.stop().then(() => process.exit(0)));
