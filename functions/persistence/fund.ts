import * as z from 'zod';
import { type Fund, FundSchema, type Pot, potNames } from '../../shared/funds/fund.ts';
import { type Movement, type MovementKind, MovementSchema, potChanges } from '../../shared/funds/movement.ts';
import { formatMoney } from '../../shared/language/format.ts';
import { DigestSchema } from '../../shared/ledger/digest.ts';
import { fundKey, fundMovementKey, fundMovementsPartition, fundsPartition } from './keys.ts';
import { type RawItem, readItem, readPage, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, moved, refused } from './transaction.ts';

const ItemSchema = z.strictObject({ ...FundSchema.shape, hash: DigestSchema });

/** A fund and the hash of the latest event of its own chain. */
export type KeptFund = { readonly fund: Fund; readonly hash: string };

export function fundOf({ pk: _pk, sk: _sk, ...item }: RawItem): KeptFund {
  const { hash, ...fund } = ItemSchema.parse(item);
  return { fund, hash };
}

export async function readKeptFund(tables: Tables, fund: string): Promise<KeptFund | undefined> {
  const item = await readItem(tables, fundKey(fund));
  return item && fundOf(item);
}

export const readFund = async (tables: Tables, fund: string): Promise<Fund | undefined> =>
  (await readKeptFund(tables, fund))?.fund;

/** All funds of a year, by one query. */
export async function readFundsOf(tables: Tables, year: number): Promise<readonly Fund[]> {
  const items = await readPartition(tables, tables.registry, fundsPartition(year));
  return items.map((item) => fundOf(item).fund);
}

/** Where money moves: the event that says so. */
export type Occasion = { readonly at: string; readonly chain: string; readonly seq: number };

type Move = {
  readonly fund: string;
  readonly kind: Exclude<MovementKind, 'allocate'>;
  readonly amount: number;
  /** Fen the same case had reserved until now. */
  readonly before?: number | undefined;
};

/**
 * Moves fen between the pots of a fund, never more than is in them, and lists the movement in the same
 * transaction. Refused with `fund-insufficient`, also where there is no such fund.
 */
export function fundWrites(
  tables: Tables,
  { fund, kind, amount, before }: Move,
  occasion: Occasion,
): readonly ConditionalWrite[] {
  const changes = potChanges(kind, amount, before);
  const pots = potNames.filter((pot) => (changes[pot] ?? 0) !== 0);
  const falling = pots.filter((pot) => (changes[pot] ?? 0) < 0);
  if (pots.length === 0) return [];
  return [
    {
      action: {
        Update: {
          TableName: tables.registry,
          Key: fundKey(fund),
          UpdateExpression: `ADD ${pots.map((pot) => `${pot} :${pot}`).join(', ')}`,
          ConditionExpression: falling.map((pot) => `${pot} >= :least_${pot}`).join(' AND '),
          ExpressionAttributeValues: Object.fromEntries([
            ...pots.map((pot) => [`:${pot}`, changes[pot]]),
            ...falling.map((pot) => [`:least_${pot}`, -(changes[pot] ?? 0)]),
          ]),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
      failure: (standing) => insufficient(falling, standing),
    },
    movementWrite(tables, fund, { ...occasion, kind, amount, changes }),
  ];
}

function insufficient(falling: readonly Pot[], standing: Parameters<ConditionalWrite['failure']>[0]) {
  // Whoever asks for money falls short of what is available; the other pots only tell of a broken balance.
  const pot: Pot = falling.includes('available') ? 'available' : (falling[0] ?? 'available');
  const available = formatMoney(Number(standing?.[pot]?.N ?? 0), 'zh');
  return refused({ code: 'fund-insufficient', params: { available } });
}

const movementWrite = (tables: Tables, fund: string, movement: Movement): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: { ...movement, ...fundMovementKey(fund, movement.at, movement.chain, movement.seq) },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  failure: () => moved,
});

/** A new fund with its first allocation. */
export const openingWrites = (
  tables: Tables,
  { fund, hash }: KeptFund,
  occasion: Occasion,
): readonly ConditionalWrite[] => [
  {
    action: {
      Put: {
        TableName: tables.registry,
        Item: { ...fund, hash, ...fundKey(fund.fund) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    failure: () => moved,
  },
  movementWrite(tables, fund.fund, allocationMovement(occasion, fund.allocated)),
];

/**
 * A new allocation in place of the version that was looked at. What was promised or paid meanwhile is no
 * reason to look again: only what is available can be taken away. Refused with `fund-below-committed`.
 */
export const allocationWrites = (
  tables: Tables,
  { fund, change, version, hash }: AllocationChange,
  occasion: Occasion,
): readonly ConditionalWrite[] => [
  {
    action: {
      Update: {
        TableName: tables.registry,
        Key: fundKey(fund),
        UpdateExpression: 'ADD allocated :change, available :change, #version :one SET #hash = :hash',
        ConditionExpression: '#version = :version AND available >= :least',
        ExpressionAttributeNames: { '#version': 'version', '#hash': 'hash' },
        ExpressionAttributeValues: {
          ':change': change,
          ':one': 1,
          ':hash': hash,
          ':version': version,
          ':least': -change,
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    failure: (standing) => {
      if (Number(standing?.version?.N) !== version) return moved;
      const promised = Number(standing?.allocated?.N ?? 0) - Number(standing?.available?.N ?? 0);
      return refused({
        code: 'fund-below-committed',
        params: { committed: formatMoney(promised, 'zh') },
      });
    },
  },
  movementWrite(tables, fund, allocationMovement(occasion, change)),
];

export type AllocationChange = {
  readonly fund: string;
  /** Fen, negative when it is lowered. */
  readonly change: number;
  readonly version: number;
  /** Of the event that says so. */
  readonly hash: string;
};

const allocationMovement = (occasion: Occasion, amount: number): Movement => ({
  ...occasion,
  kind: 'allocate',
  amount,
  changes: potChanges('allocate', amount),
});

const StoredMovementSchema = z.object({ sk: z.string(), ...MovementSchema.shape });
export type ListedMovement = Movement & { readonly place: string };

const listed = ({ pk: _pk, ...item }: RawItem): ListedMovement => {
  const { sk: place, ...movement } = StoredMovementSchema.parse(item);
  return { ...movement, place };
};

/** Newest first, from below the place `before`. */
export async function readMovements(
  tables: Tables,
  fund: string,
  limit: number,
  before: string | undefined,
): Promise<readonly ListedMovement[]> {
  const { items } = await readPage(tables, {
    TableName: tables.registry,
    KeyConditionExpression: before === undefined ? 'pk = :pk' : 'pk = :pk AND sk < :before',
    ExpressionAttributeValues: {
      ':pk': fundMovementsPartition(fund),
      ...(before !== undefined && { ':before': before }),
    },
    ScanIndexForward: false,
    Limit: limit,
  });
  return items.map(listed);
}

/** Every movement a fund ever had: for those who audit it. */
export async function readAllMovements(tables: Tables, fund: string): Promise<readonly Movement[]> {
  const items = await readPartition(tables, tables.registry, fundMovementsPartition(fund));
  return items.map((item) => {
    const { place: _, ...movement } = listed(item);
    return movement;
  });
}
