import { accept, type FieldError, type Outcome, refuse } from '../../shared/api/errors.ts';
import { type Fund, type FundName, fundIdOf } from '../../shared/funds/fund.ts';
import type { FundEvent } from '../../shared/funds/fund-event.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { text } from '../../shared/language/text.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import { untilSettled } from '../cases/act-on-case.ts';
import { allocationWrites, type Occasion, openingWrites, readKeptFund } from '../persistence/fund.ts';
import { eventWrite } from '../persistence/journal.ts';
import { fundChain } from '../persistence/keys.ts';
import { type ConditionalWrite, commit } from '../persistence/transaction.ts';
import { nextEvent, wasMade } from '../registers/change.ts';
import type { System } from '../system.ts';

type Opening = FundName & {
  readonly commandId: string;
  /** Fen. */
  readonly allocated: number;
  readonly reason: string;
};

/** Opens a year's fund with its first allocation. Refuses with `fund-exists`. */
export const openFund = (
  system: System,
  actor: Actor,
  { commandId, allocated, reason, ...name }: Opening,
): Promise<Outcome<Fund>> =>
  untilSettled(async () => {
    const id = fundIdOf(name);
    const before = await readKeptFund(system.tables, id);
    if (before !== undefined) {
      const repeated = await wasMade(system, actor, fundChain(id), 0, commandId);
      return repeated ? accept(before.fund) : refuse('fund-exists');
    }
    const fund: Fund = {
      fund: id,
      version: 1,
      allocated,
      available: allocated,
      reserved: 0,
      committed: 0,
      paid: 0,
      returned: 0,
    };
    const { type, data } = eventOf('fund-opened', { fund: id, allocated, change: allocated, reason });
    const event = nextEvent(system, actor, fundChain(id), undefined, { type, commandId, data });
    const { tables } = system;
    const kept = { fund, hash: event.hash };
    return save(system, event, openingWrites(tables, kept, occasionOf(event)), fund);
  });

type Changing = {
  readonly commandId: string;
  readonly version: number;
  /** Fen: the whole allocation from now on. */
  readonly allocated: number;
  readonly reason: string;
};

/**
 * Gives the fund another allocation, in place of the version the officer saw.
 * Refuses with `not-found`, `stale-version`, `invalid-input`, `fund-below-committed`.
 */
export const changeAllocation = (
  system: System,
  actor: Actor,
  id: string,
  { commandId, version, allocated, reason }: Changing,
): Promise<Outcome<Fund>> =>
  untilSettled(async () => {
    const before = await readKeptFund(system.tables, id);
    if (before === undefined) return refuse('not-found');
    const { fund, hash } = before;
    const chain = fundChain(id);
    if (fund.version !== version) {
      const repeated = await wasMade(system, actor, chain, version, commandId);
      return repeated ? accept(fund) : refuse('stale-version', { current: fund });
    }
    const change = allocated - fund.allocated;
    if (change === 0) return refuse('invalid-input', { errors: [unchanged] });
    const { type, data } = eventOf('allocation-changed', { fund: id, allocated, change, reason });
    const event = nextEvent(system, actor, chain, { version, hash }, { type, commandId, data });
    const writes = allocationWrites(
      system.tables,
      { fund: id, change, version, hash: event.hash },
      occasionOf(event),
    );
    const after = { ...fund, version: version + 1, allocated, available: fund.available + change };
    return save(system, event, writes, after);
  });

const unchanged: FieldError = {
  path: '/allocated',
  code: 'unchanged',
  message: text('额度没有变化。', 'The allocation stays the same.'),
};

/** So that what is written can be read back as what it is. */
const eventOf = (type: FundEvent['type'], data: FundEvent['data']): FundEvent => ({ type, data });

const occasionOf = ({ at, caseId, seq }: JournalEvent): Occasion => ({ at, chain: caseId, seq });

async function save(
  { tables }: System,
  event: JournalEvent,
  writes: readonly ConditionalWrite[],
  fund: Fund,
): Promise<Outcome<Fund> | 'moved'> {
  const saved = await commit(tables, [...writes, eventWrite(tables, event)]);
  if (saved.ok) return accept(fund);
  const refusal = saved.failures.find((failure) => failure.kind === 'refused');
  return refusal?.kind === 'refused' && saved.failures.length === 1
    ? { ok: false, refusal: refusal.refusal }
    : 'moved';
}
