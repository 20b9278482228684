import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stateAfter } from '../../functions/cases/repeated-command.ts';
import { readHead } from '../../functions/persistence/head.ts';
import { readChain } from '../../functions/persistence/journal.ts';
import { verifyChain } from '../../shared/ledger/case-chain.ts';
import { commandTypes } from '../../shared/workflow/command.ts';
import { cancelledGrant, grantLife, leaseLife, movedPromise, neglectedCase } from '../support/award-acts.ts';
import { changingRequests, nameOfSent } from '../support/commands-of-routes.ts';
import { type Act, applicationActs, registerActs } from '../support/county-acts.ts';
import { type Caller, type InProcess, person, startCounty } from '../support/in-process.ts';
import { besideACase, enterpriseActs, officeActs } from '../support/office-acts.ts';
import { mayAskAgain } from '../support/retrying.ts';
import { type Fault, faults, type Struck, storageFaults } from '../support/storage-faults.ts';

/**
 * Every request that changes something, and every storage request each of them makes, met by every fault. The
 * person's browser sends the same again until it is answered. Whatever happened on the way, the act was carried out
 * once and everything is whole.
 */
let county: InProcess;
/** The county as seen by whoever acts: it notes what is sent while the store is being spoilt. */
let watched: InProcess;
let store: ReturnType<typeof storageFaults>;
let met = new Set<string>();
let spoiling = false;
const monday = '2026-11-23T02:00:00.000Z';
beforeAll(async () => {
  county = await startCounty(50_000_000_000);
  store = storageFaults([county.tables.client, county.objectsClient]);
  watched = {
    ...county,
    as: (actor) => {
      const call = county.as(actor);
      const noting: Caller = (name, input) => {
        if (spoiling) met.add(nameOfSent(name, input));
        return call(name, input);
      };
      return noting;
    },
    raw: (actor) => {
      const send = county.raw(actor);
      return (input, init) => {
        if (spoiling && /\/objections$/.test(String(input))) met.add('fileObjection').add('object');
        if (spoiling && /\/course-wishes$/.test(String(input))) met.add('wishForCourse');
        return send(input, init);
      };
    },
  };
});
afterAll(() => county.stop());

/** More storage requests than any act makes. */
const most = 80;

/**
 * Whether somebody on the way asks again by themselves, so that the act goes through: the SDK for what was cut on
 * the wire, our transaction for a busy item. Such a fault must wait for the writes, or it would not see them.
 */
const isAbsorbed = (fault: Fault): boolean => fault === 'conflict' || fault.endsWith('on the wire');

/**
 * Sends the act with its first request spoilt, then its second, and so on, until there is nothing left to spoil.
 * Answers where the fault struck.
 */
async function throughFaults({ name, send }: Act, fault: Fault): Promise<Struck[]> {
  const struckAt: Struck[] = [];
  const answers = new Set<string>();
  // The days off are looked up once in a while: not now, or the numbers of the requests would shift.
  await county.system.calendarAt(county.clock.now);
  const spoil = async (nth: number, of: 'requests' | 'writes'): Promise<boolean> => {
    const [result, struck] = await store.strike({ nth, of, fault }, send);
    if (fault === 'process killed' && struck?.write) county.forget();
    if (struck) struckAt.push(struck);
    if (result.status === 'fulfilled') answers.add(JSON.stringify(result.value));
    else expect(mayAskAgain(result.reason), `${name}: ${JSON.stringify(result.reason)}`).toBe(true);
    return struck !== undefined;
  };
  for (const of of isAbsorbed(fault) ? (['writes', 'requests'] as const) : (['requests'] as const)) {
    let nth = 1;
    while (await spoil(nth, of)) {
      nth += 1;
      expect(nth, `${name} has no end`).toBeLessThan(most);
    }
  }
  expect([...answers], `${name} is answered in one way`).toHaveLength(1);
  return struckAt;
}

/** What has been put together by acts that were spoilt. */
const chains = new Set<string>();

/** What changes nothing, although it is no GET. */
const onlyAsks: ReadonlySet<string> = new Set([
  'check programme',
  'check eligibility',
  'preview calendar year',
  'check payment return',
]);

/** Each kind of act is spoilt once by each fault; met again it is only sent. */
async function live(acts: AsyncGenerator<Act>, fault: Fault, spoilt: Set<string>): Promise<string> {
  let last = '';
  for await (const act of acts) {
    const { name, chain, commandId, makes } = act;
    last = chain ?? last;
    if (spoilt.has(name)) {
      await act.send();
      continue;
    }
    const before = chain === undefined ? [] : await readChain(county.tables, chain);
    spoiling = true;
    const struckAt = await throughFaults(act, fault);
    spoiling = false;
    met.add(name);
    spoilt.add(name);
    expect(
      struckAt.some((struck) => struck?.write) || onlyAsks.has(name),
      `${name}: ${struckAt.map((struck) => struck?.command).join()}`,
    ).toBe(true);
    if (chain === undefined) continue;
    chains.add(chain);
    const added = (await readChain(county.tables, chain)).slice(before.length);
    // One event under the command’s id; or what the clock does, whose ids are its own.
    if (commandId === undefined)
      expect(
        added.map(({ type }) => type),
        name,
      ).toEqual(makes);
    else
      expect(
        added.map((event) => event.commandId),
        name,
      ).toEqual([commandId]);
  }
  return last;
}

const endings = ['refused', 'withdrawn', 'not-accepted'] as const;
const lives = 8;

describe.each(faults.map((fault, at) => [fault, at] as const))('%s', (fault, at) => {
  test('every act is carried out once', async () => {
    met = new Set();
    const spoilt = new Set<string>();
    // Objections are counted by the hour.
    const morning = () => {
      county.clock.now = new Date(Date.parse(monday) + at * 3_600_000).toISOString();
      return at * lives;
    };
    for (const [nth, ending] of endings.entries()) {
      await live(applicationActs(watched, morning() + nth, ending), fault, spoilt);
    }
    await live(registerActs(watched, at), fault, spoilt);
    await live(enterpriseActs(watched, at), fault, spoilt);
    await live(besideACase(watched, morning() + 3), fault, spoilt);
    await live(officeActs(watched, at), fault, spoilt);
    const caseId = await live(applicationActs(watched, morning() + 4, 'in-notice'), fault, spoilt);
    await live(grantLife(watched, caseId), fault, spoilt);
    morning();
    await live(cancelledGrant(watched, at), fault, spoilt);
    morning();
    await live(leaseLife(watched, at), fault, spoilt);
    await live(neglectedCase(watched, morning() + 5), fault, spoilt);
    await live(movedPromise(watched, at * lives + 6), fault, spoilt);

    // Whoever adds a route or a command brings its act here.
    expect(changingRequests.filter((request) => !met.has(request))).toEqual([]);
    const commands = new Set([...met].map((name) => name.split(' ').at(-1)));
    expect(commandTypes.filter((type) => !commands.has(type))).toEqual([]);
  }, 600_000);
});

test('after all of it every history is whole, holds no command twice, and is what the case is', async () => {
  expect(chains.size).toBeGreaterThan(faults.length * 15);
  for (const chain of chains) {
    const events = await readChain(county.tables, chain);
    expect(new Set(events.map(({ commandId }) => commandId)).size, chain).toBe(events.length);
    expect(verifyChain(events), chain).toMatchObject({ ok: true, value: { seq: events.length } });
    if (!chain.startsWith('PL-')) continue;
    const head = await readHead(county.tables, chain);
    expect(head?.hash).toBe(events.at(-1)?.hash);
    expect(head?.state).toEqual(stateAfter(events));
  }
});

test('no fen was lost or promised twice', async () => {
  const fund = 'county:startup-grant:2026';
  const auditor = county.as(person('auditor'));
  // Of each fault one grant that was paid in part and one that was given up.
  const cases = faults.length * 2;
  expect(await auditor('auditFund', { params: { fund } })).toMatchObject({ faults: [], cases });
  const { fund: kept } = await auditor('getFund', { params: { fund } });
  const paid = faults.length * 5_000_000;
  expect(kept).toMatchObject({ committed: 0, paid, available: kept.allocated - paid });
});

test('a wish is counted once, an export made once', async () => {
  county.clock.now = monday;
  const { wishes } = await county.as()('courseMenu', { query: { town: '610926108' } });
  expect(wishes).toEqual([{ occupation: 'knitter', wishes: faults.length }]);
  const { items } = await county.as(person('auditor'))('listExports');
  expect(items.map(({ status }) => status)).toEqual(faults.map(() => 'done'));
});
