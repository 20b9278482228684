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

type Pace = { readonly done: number; readonly ms: number };

/** Runs jobs with so many at a time for so long. */
async function run(clients: number, ms: number, job: () => Promise<void>): Promise<Pace> {
  const begun = performance.now();
  let done = 0;
  const work = async (): Promise<void> => {
    while (performance.now() - begun < ms) {
      await job();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, work));
  return { done, ms: performance.now() - begun };
}

const perSecond = (paces: readonly Pace[]): number =>
  (paces.reduce((sum, { done }) => sum + done, 0) * 1000) / paces.reduce((sum, { ms }) => sum + ms, 0);

/**
 * The system in a process of its own, with the bench's programme and money in its fund.
 * @param wishes `requests-only` leaves out what the cloud runs elsewhere: sealing, telling, the clock.
 */
async function openSystem(wishes: readonly 'requests-only'[]) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bench-'));
  const script = new URL('../support/system-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, dataFolder, 'tokens', 'as-deployed', ...wishes], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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
  return {
    as,
    stores,
    stop: async (): Promise<void> => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/**
 * Whole lives through the real HTTP API of the system in a process of its own, at each number of clients, taking
 * turns with the floor on the same engine. Lives and floor ask the same of the store: what nobody waits for rests
 * meanwhile, as in the cloud it runs elsewhere. `c8All` is the system as `npm start` runs it, which seals and tells
 * at the same time, beside the floor of eight clients.
 */
export async function measureLifecycles(
  tape: Tape,
  clientCounts: readonly number[],
  msEach: number,
  say: (line: string) => void,
): Promise<Readonly<Record<string, Speed>>> {
  const today = dateInShanghai(new Date().toISOString());
  let number = 0;
  const next = (): number => {
    number += 1;
    return number;
  };
  const latencies: number[] = [];
  const lifeOf = (as: As) => () => {
    const timed: As = (id) => {
      const call = as(id);
      return async (name, input) => {
        const begun = performance.now();
        const answer = await call(name, input);
        latencies.push(performance.now() - begun);
        return answer;
      };
    };
    return oneLife(timed, next(), today);
  };
  const speedOf = (ours: number, floor: number): Speed => ({
    perSecond: rounded(ours),
    p50Ms: rounded(percentile(latencies, 50)),
    p99Ms: rounded(percentile(latencies, 99)),
    floorPerSecond: rounded(floor),
    ratioToFloor: rounded(ours / floor),
  });

  const speeds: Record<string, Speed> = {};
  const system = await openSystem(['requests-only']);
  const bare = bareClient(system.stores.dynamoDbEndpoint, tape);
  let floorOf8 = 0;
  try {
    const life = lifeOf(system.as);
    const play = () => bare.play(`PL-BENCH-${String(next()).padStart(5, '0')}`);
    say('warming up');
    await run(4, msEach / 2, life);
    await run(4, msEach / 4, play);
    for (const clients of clientCounts) {
      latencies.length = 0;
      const [ours, floor]: [Pace[], Pace[]] = [[], []];
      // By turns, so that whatever else the machine does falls on both.
      for (let turn = 0; turn < turns; turn += 1) {
        ours.push(await run(clients, msEach / turns, life));
        floor.push(await run(clients, msEach / turns, play));
      }
      const speed = speedOf(perSecond(ours), perSecond(floor));
      speeds[`c${clients}`] = speed;
      if (clients === 8) floorOf8 = perSecond(floor);
      say(`${clients} clients: ${speed.perSecond} lives a second, floor ${speed.floorPerSecond}`);
    }
  } finally {
    bare.stop();
    await system.stop();
  }

  const whole = await openSystem([]);
  try {
    const life = lifeOf(whole.as);
    await run(4, msEach / 4, life);
    latencies.length = 0;
    speeds.c8All = speedOf(perSecond([await run(8, msEach, life)]), floorOf8);
    say(`8 clients, sealing and telling beside them: ${speeds.c8All.perSecond} lives a second`);
  } finally {
    await whole.stop();
  }
  return speeds;
}

const turns = 3;
