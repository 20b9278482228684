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
  /** Units of all review acts of a life beside the least that each is for (leastOf). */
  readonly ratioToLeast: number;
  /** The same beside what a plain act costs, whatever an act is for. */
  readonly ratioToPlainAct: number;
  /** The first of plain acts only. */
  readonly plainRatioToLeast: number;
};
export type OwnTime = {
  readonly p50Ms: number;
  readonly p99Ms: number;
  /**
   * The mean of the processor’s time, which is what counts where others load the machine. No percentiles: the system
   * counts it in steps that are longer than most calls.
   */
  readonly cpuMeanMs: number;
};

/** Read 1, write two items in a transaction and an entry in each of the two indexes. */
const leastPerAct = 1 + 2 * 2 + 2;

/** What an act moves to another list: the old entry of the worklist goes, and so does the clock's, which is made anew. */
const leastMoved = 3;
/**
 * What a judgement rests on and must be able to repeat: the revision (6 KB) and eight facts (fund, cap, standing, head
 * office, four invoices’ places in the once-only register), with the evaluation in the event as its second kilobyte.
 */
const leastJudged = 2 + 8 + 2;
/** What an approval takes, each in the same transaction: fund and its entry, cap, four invoices, the list of them. */
const leastTaken = 2 * 8;
/** And where it is made public. */
const leastNotice = 2;

/** The least units of an act of the bench's life; what stands item by item in ACCESS-PATTERNS.md. */
const leastOf = (command: string): number => {
  if (command === 'accept') return leastPerAct + leastMoved;
  if (command === 'recommend') return leastPerAct + leastMoved + leastJudged;
  if (command === 'approve') return leastPerAct + leastMoved + leastJudged + leastTaken + leastNotice;
  return leastPerAct;
};
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
  const reviewed = acts.slice(-reviewActs - 1, -1);
  const reviewedUnits = unitsOf(sum(reviewed.map(({ units }) => units)));
  const least = reviewed.reduce((total, { command }) => total + leastOf(command), 0);
  return {
    tape: { caseId, asked },
    units: {
      perAct: first,
      perLifecycle: sum(acts.map(({ units }) => units)),
      ratioToLeast: rounded(reviewedUnits / least),
      ratioToPlainAct: rounded(reviewedUnits / (reviewActs * leastPerAct)),
      plainRatioToLeast: rounded(
        unitsOf(sum(plainActs.map(({ units }) => units))) / (plainActs.length * leastPerAct),
      ),
    },
  };
}

/** Wall clock, and what this thread had of a processor: the second knows nothing of a machine’s other work. */
type Moment = { readonly wall: number; readonly cpu: number };
const moment = (): Moment => {
  const { user, system } = process.threadCpuUsage();
  return { wall: performance.now(), cpu: (user + system) / 1000 };
};
const between = (from: Moment, to: Moment): Moment => ({ wall: to.wall - from.wall, cpu: to.cpu - from.cpu });

/**
 * What a call takes besides talking to the store: handlers without gateway and network, one call at a time. All of the
 * SDK's work counts as the store's (marshalling, signing, sending, parsing: the floor of the lives does the same), and
 * so does work of ours done while it waits, of which there is next to none.
 */
export async function measureOwnTime(county: InProcess, lives: number): Promise<OwnTime> {
  let waiting = 0;
  let since = moment();
  let waited: Moment = { wall: 0, cpu: 0 };
  const { client } = county.tables;
  const send = client.send.bind(client);
  const timedSend = async (command: Parameters<typeof send>[0]): Promise<unknown> => {
    if (waiting === 0) since = moment();
    waiting += 1;
    try {
      return await send(command);
    } finally {
      waiting -= 1;
      if (waiting === 0) {
        const { wall, cpu } = between(since, moment());
        waited = { wall: waited.wall + wall, cpu: waited.cpu + cpu };
      }
    }
  };
  Object.assign(client, { send: timedSend });
  const own: Moment[] = [];
  const timed = Object.entries(county.handlers).map(([audience, handler]): [string, HttpFunction] => [
    audience,
    async (event, context) => {
      waited = { wall: 0, cpu: 0 };
      const begun = moment();
      const answer = await handler(event, context);
      own.push(between(waited, between(begun, moment())));
      return answer;
    },
  ]);
  const untimed = { ...county.handlers };
  Object.assign(county.handlers, Object.fromEntries(timed));
  for (let life = 0; life < lives; life += 1) await oneLife((id) => county.as(person(id)), 10 + life, day);
  Object.assign(county.handlers, untimed);
  Object.assign(client, { send });
  // The first lives warm up the machine.
  const warm = own.slice(Math.floor(own.length / 2));
  const wall = warm.map((one) => one.wall);
  return {
    p50Ms: rounded(median(wall)),
    p99Ms: rounded(percentile(wall, 99)),
    cpuMeanMs: rounded(warm.reduce((sum, one) => sum + one.cpu, 0) / warm.length),
  };
}
