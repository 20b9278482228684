import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stateAfter } from '../../functions/cases/repeated-command.ts';
import { readHead } from '../../functions/persistence/head.ts';
import { readChain } from '../../functions/persistence/journal.ts';
import { verifyChain } from '../../shared/ledger/case-chain.ts';
import { type Act, applicationActs, registerActs } from '../support/county-acts.ts';
import { type InProcess, person, startCounty } from '../support/in-process.ts';
import { mayAskAgain } from '../support/retrying.ts';
import { type Fault, faults, type Struck, storageFaults } from '../support/storage-faults.ts';

/**
 * Every command of an application's life, and every storage request each of them makes, met by every fault. The
 * person's browser sends the same command again until it is answered. Whatever happened on the way, the command
 * was carried out once and everything is whole.
 */
let county: InProcess;
let store: ReturnType<typeof storageFaults>;
beforeAll(async () => {
  county = await startCounty(50_000_000_000);
  store = storageFaults(county.tables);
});
afterAll(() => county.stop());

/** More storage requests than any command makes. */
const most = 60;

/**
 * Whether somebody on the way asks again by themselves, so that the command goes through: the SDK for what was cut
 * on the wire, our transaction for a busy item. Such a fault must wait for the write, or it would not see it.
 */
const isAbsorbed = (fault: Fault): boolean => fault === 'conflict' || fault.endsWith('on the wire');

/**
 * Sends the act with its first request spoilt, then its second, and so on, until there is nothing left to spoil:
 * each first refused, which nothing can come of, then by the fault. Answers where faults struck.
 */
async function throughFaults({ name, send }: Act, fault: Fault): Promise<string[]> {
  const struckAt: string[] = [];
  const answers = new Set<string>();
  const spoil = async (nth: number, by: Fault): Promise<Struck> => {
    const [result, struck] = await store.strike(nth, by, send);
    if (struck) struckAt.push(`${by} at ${struck.command}`);
    if (result.status === 'fulfilled') answers.add(JSON.stringify(result.value));
    else expect(mayAskAgain(result.reason), `${name}, ${by}: ${JSON.stringify(result.reason)}`).toBe(true);
    return struck;
  };
  for (let nth = 1; nth <= most; nth += 1) {
    const struck = await spoil(nth, 'refused before');
    if (struck === undefined) {
      expect([...answers], `${name} is answered in one way`).toHaveLength(1);
      return struckAt;
    }
    if (answers.size > 0 || struck.write || !isAbsorbed(fault)) await spoil(nth, fault);
  }
  throw new Error(`${name} has no end`);
}

const commandsOf = new Map<string, string[]>();

/** Each kind of act is spoilt once by each fault; met again it is only sent. */
async function live(acts: AsyncGenerator<Act>, fault: Fault, spoilt: Set<string>): Promise<void> {
  for await (const act of acts) {
    if (spoilt.has(act.name)) await act.send();
    else {
      const struckAt = await throughFaults(act, fault);
      const writes = struckAt.filter((place) => /(Put|Write|Update|Delete)/.test(place));
      expect(
        writes.some((place) => place.startsWith(fault)),
        `${act.name}: ${struckAt.join()}`,
      ).toBe(true);
      spoilt.add(act.name);
    }
    if (act.chain === undefined || act.commandId === undefined) continue;
    commandsOf.set(act.chain, [...(commandsOf.get(act.chain) ?? []), act.commandId]);
  }
}

const endings = ['in-notice', 'refused', 'withdrawn'] as const;
const lives = endings.length + 1;

describe.each(faults.map((fault, at) => [fault, at] as const))('%s', (fault, at) => {
  test('every command is carried out once', async () => {
    // Objections are counted by the hour.
    county.clock.now = new Date(Date.parse(county.clock.now) + 3_600_000).toISOString();
    const spoilt = new Set<string>();
    for (const [nth, ending] of endings.entries()) {
      await live(applicationActs(county, at * lives + nth, ending), fault, spoilt);
    }
    await live(registerActs(county, at), fault, spoilt);
    expect(spoilt.size).toBe(30);
  });
});

test('after all of it every history is whole and holds each command once, in the order of the acts', async () => {
  expect(commandsOf.size).toBe(faults.length * 6);
  for (const [chain, commands] of commandsOf) {
    const events = await readChain(county.tables, chain);
    expect(
      events.map(({ commandId }) => commandId),
      chain,
    ).toEqual(commands);
    expect(verifyChain(events), chain).toMatchObject({ ok: true, value: { seq: commands.length } });
    if (!chain.startsWith('PL-')) continue;
    const head = await readHead(county.tables, chain);
    expect(head?.hash).toBe(events.at(-1)?.hash);
    expect(head?.state).toEqual(stateAfter(events));
  }
});

test('no fen was lost or promised twice', async () => {
  const fund = 'county:startup-grant:2026';
  const auditor = county.as(person('auditor'));
  expect(await auditor('auditFund', { params: { fund } })).toMatchObject({
    faults: [],
    cases: faults.length,
  });
  const { fund: kept } = await auditor('getFund', { params: { fund } });
  expect(kept).toMatchObject({
    committed: faults.length * 10_000_000,
    available: kept.allocated - kept.committed,
  });
});
