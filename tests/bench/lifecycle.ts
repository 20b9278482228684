import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { createClient, type RouteTable } from '../../shared/api/client.ts';
import { routes } from '../../shared/api/routes.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { benchProgramme } from './bench-programme.ts';
import { type As, oneLife } from './one-life.ts';
import { percentile, rounded } from './percentiles.ts';
import { bareClient, type Tape } from './storage-tape.ts';

export type Speed = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Lives a second of the bare SDK client, doing the same to the same engine. */
  readonly floorPerSecond: number;
  readonly ratioToFloor: number;
};

const AnnouncedSchema = z.object({
  origin: z.string(),
  stores: z.object({ dynamoDbEndpoint: z.string() }),
  tokens: z.record(z.string(), z.string()),
});

/** As the portal carries it: no schemas, answers are trusted. */
const table = Object.fromEntries(
  Object.entries(routes).map(([name, { method, path }]) => [name, { method, path }]),
) as RouteTable;

/** Runs jobs with so many at a time for so long; answers how many a second came to an end. */
async function perSecond(clients: number, ms: number, job: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  let done = 0;
  const work = async (): Promise<void> => {
    while (performance.now() - begun < ms) {
      await job();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, work));
  return (done * 1000) / (performance.now() - begun);
}

/**
 * Whole lives through the real HTTP API of the system in a process of its own, at each number of clients, and the
 * floor right after each, on the same engine.
 */
export async function measureLifecycles(
  tape: Tape,
  clientCounts: readonly number[],
  msEach: number,
  say: (line: string) => void,
): Promise<Readonly<Record<string, Speed>>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bench-'));
  const script = new URL('../support/system-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, dataFolder, 'tokens', 'as-deployed'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = await once(createInterface(child.stdout), 'line');
    const { origin, stores, tokens } = AnnouncedSchema.parse(JSON.parse(String(line)));
    const as: As = (id) => createClient({ routes: table, baseUrl: origin, token: () => tokens[id] });
    await as('policy-officer')('publishProgramme', { body: { document: benchProgramme } });
    for (const id of Object.keys(tokens)) await as(id)('getMe');
    await as('finance-officer-1')('openFund', {
      body: {
        commandId: crypto.randomUUID(),
        funder: 'county',
        programme: benchProgramme.id,
        year: Number(dateInShanghai(new Date().toISOString()).slice(0, 4)),
        allocated: 90_000_000_000,
        reason: '年初预算',
      },
    });

    const today = dateInShanghai(new Date().toISOString());
    const bare = bareClient(stores.dynamoDbEndpoint);
    let number = 0;
    const next = (): number => {
      number += 1;
      return number;
    };
    const latencies: number[] = [];
    const timed: As = (id) => {
      const call = as(id);
      return async (name, input) => {
        const begun = performance.now();
        const answer = await call(name, input);
        latencies.push(performance.now() - begun);
        return answer;
      };
    };
    const life = () => oneLife(timed, next(), today);
    const play = () => bare.play(tape, `PL-BENCH-${String(next()).padStart(5, '0')}`);
    say('warming up');
    await perSecond(4, msEach / 2, life);
    await perSecond(4, msEach / 4, play);

    const speeds: Record<string, Speed> = {};
    for (const clients of clientCounts) {
      latencies.length = 0;
      const ours = await perSecond(clients, msEach, life);
      const floor = await perSecond(clients, msEach, play);
      speeds[`c${clients}`] = {
        perSecond: rounded(ours),
        p50Ms: rounded(percentile(latencies, 50)),
        p99Ms: rounded(percentile(latencies, 99)),
        floorPerSecond: rounded(floor),
        ratioToFloor: rounded(ours / floor),
      };
      say(`${clients} clients: ${rounded(ours)} lives a second, floor ${rounded(floor)}`);
    }
    bare.stop();
    return speeds;
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    await rm(dataFolder, { recursive: true, force: true });
  }
}
