import type { HttpFunction } from '../../functions/http/http-event.ts';
import { publish } from '../../functions/officer/publish.ts';
import { meter, type Units } from '../support/capacity.ts';
import { furnish, type InProcess, openCountyFunds, person, startInProcess } from '../support/in-process.ts';
import { benchProgramme } from './bench-programme.ts';
import { type As, oneLife, reviewActs } from './one-life.ts';
import { median, percentile, rounded } from './percentiles.ts';
import { record, type Tape } from './storage-tape.ts';

export type UnitFigures = {
  /** Of one plain act: claim, visit, confirm. */
  readonly perAct: Units;
  readonly perLifecycle: Units;
  /** Units of all review acts of a life beside the least: a head read, two small items, their two index entries. */
  readonly ratioToLeast: number;
  /** The same of plain acts only. */
  readonly plainRatioToLeast: number;
};
export type OwnTime = { readonly p50Ms: number; readonly p99Ms: number };

/** Read 1, write two items in a transaction and an entry in each of the two indexes. */
const leastPerAct = 1 + 2 * 2 + 2;
const unitsOf = ({ read, write }: Units): number => read + write;

/** The bench's county: the same as everybody's, under the bench's programme. */
export async function benchCounty(): Promise<InProcess> {
  const county = await startInProcess({ validateOutput: false });
  await furnish(county);
  await openCountyFunds(county, 90_000_000_000);
  const published = await publish(county.system, person('policy-officer'), { ...benchProgramme, version: 2 });
  if (!published.ok) throw new Error(JSON.stringify(published.refusal));
  return county;
}

const day = '2026-11-23';

/** What a life costs by the engine's own count, and what it asks of the store. */
export async function measureUnits(county: InProcess): Promise<{ units: UnitFigures; tape: Tape }> {
  const plain = (id: string) => county.as(person(id));
  await oneLife(plain, 1, day);
  let caseId = '';
  const naming: As = (id) => async (name, input) => {
    const answer = await plain(id)(name, input);
    if (name === 'startApplication') ({ caseId } = answer as { caseId: string });
    return answer;
  };
  const asked = await record(county.tables, () => oneLife(naming, 2, day));
  const took = meter(county.tables).of;
  const acts: { readonly command: string; readonly units: Units }[] = [];
  const measured: As = (id) => async (name, input) => {
    let answer: unknown;
    const units = await took(async () => {
      answer = await plain(id)(name, input);
    });
    const { command } = (input?.body ?? {}) as { command?: { type: string } };
    acts.push({ command: command?.type ?? name, units });
    return answer as never;
  };
  await oneLife(measured, 3, day);
  const sum = (all: readonly Units[]): Units => ({
    requests: all.reduce((total, { requests }) => total + requests, 0),
    read: all.reduce((total, { read }) => total + read, 0),
    write: all.reduce((total, { write }) => total + write, 0),
  });
  const plainActs = acts.filter(({ command }) =>
    ['claim', 'record-visit', 'confirm-visit'].includes(command),
  );
  const first = plainActs[0]?.units ?? { requests: 0, read: 0, write: 0 };
  const reviewed = acts.slice(-reviewActs - 1, -1).map(({ units }) => units);
  return {
    tape: { caseId, asked },
    units: {
      perAct: first,
      perLifecycle: sum(acts.map(({ units }) => units)),
      ratioToLeast: rounded(unitsOf(sum(reviewed)) / (reviewActs * leastPerAct)),
      plainRatioToLeast: rounded(
        unitsOf(sum(plainActs.map(({ units }) => units))) / (plainActs.length * leastPerAct),
      ),
    },
  };
}

/** What a call takes besides waiting for the store: handlers without gateway and network, one call at a time. */
export async function measureOwnTime(county: InProcess, lives: number): Promise<OwnTime> {
  let waiting = 0;
  let since = 0;
  let waited = 0;
  county.tables.client.middlewareStack.add(
    (next) => async (args) => {
      if (waiting === 0) since = performance.now();
      waiting += 1;
      try {
        return await next(args);
      } finally {
        waiting -= 1;
        if (waiting === 0) waited += performance.now() - since;
      }
    },
    { step: 'initialize', name: 'own-time' },
  );
  const own: number[] = [];
  const timed = Object.entries(county.handlers).map(([audience, handler]): [string, HttpFunction] => [
    audience,
    async (event, context) => {
      waited = 0;
      const begun = performance.now();
      const answer = await handler(event, context);
      own.push(performance.now() - begun - waited);
      return answer;
    },
  ]);
  const untimed = { ...county.handlers };
  Object.assign(county.handlers, Object.fromEntries(timed));
  for (let life = 0; life < lives; life += 1) await oneLife((id) => county.as(person(id)), 10 + life, day);
  Object.assign(county.handlers, untimed);
  county.tables.client.middlewareStack.remove('own-time');
  // The first lives warm up the machine.
  const warm = own.slice(Math.floor(own.length / 3));
  return { p50Ms: rounded(median(warm)), p99Ms: rounded(percentile(warm, 99)) };
}
