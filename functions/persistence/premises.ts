import * as z from 'zod';
import { DigestSchema } from '../../shared/ledger/digest.ts';
import { type Site, SiteSchema } from '../../shared/premises/site.ts';
import { type Unit, UnitSchema } from '../../shared/premises/unit.ts';
import { premisesPartition, siteItemKey, unitKey } from './keys.ts';
import { type RawItem, readItem, readPartition, type Tables } from './tables.ts';
import { type ConditionalWrite, moved } from './transaction.ts';

const kept = {
  /** Of the latest event: what the next one names as its predecessor. */
  hash: DigestSchema,
  /** Counts every write, changes and allotments alike: whoever writes does so on what they looked at. */
  writes: z.int().min(1),
};
type Kept = { readonly hash: string; readonly writes: number };

const UnitItemSchema = z.strictObject({ ...UnitSchema.shape, ...kept });
const SiteItemSchema = z.strictObject({ ...SiteSchema.shape, ...kept });

/**
 * A unit with everyone who has floor in it. One item, so that the same floor cannot be given twice: whoever
 * allots does so on the version that was looked at.
 */
export type KeptUnit = Kept & { readonly unit: Unit };
export type KeptSite = Kept & { readonly site: Site };

export function unitOf({ pk: _pk, sk: _sk, ...item }: RawItem): KeptUnit {
  const { hash, writes, ...unit } = UnitItemSchema.parse(item);
  return { hash, writes, unit };
}

function siteOf({ pk: _pk, sk: _sk, ...item }: RawItem): KeptSite {
  const { hash, writes, ...site } = SiteItemSchema.parse(item);
  return { hash, writes, site };
}

export async function readUnit(tables: Tables, unitId: string): Promise<KeptUnit | undefined> {
  const item = await readItem(tables, unitKey(unitId));
  return item && unitOf(item);
}

export async function readSite(tables: Tables, siteId: string): Promise<KeptSite | undefined> {
  const item = await readItem(tables, siteItemKey(siteId));
  return item && siteOf(item);
}

export type TownPremises = { readonly sites: readonly KeptSite[]; readonly units: readonly KeptUnit[] };

/** Everything a town keeps, by one query: some dozens of units. */
export async function readPremisesOf(tables: Tables, town: string): Promise<TownPremises> {
  const items = await readPartition(tables, tables.registry, premisesPartition(town));
  const of = (kind: string): readonly RawItem[] =>
    items.filter(({ sk }) => typeof sk === 'string' && sk.startsWith(`${kind}#`));
  return { sites: of('site').map(siteOf), units: of('unit').map(unitOf) };
}

/** In place of exactly the writing that was looked at; 0 stands for a new one. */
const onWrites = (Item: RawItem, writes: number, tables: Tables): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: { ...Item, writes: writes + 1 },
      ...(writes === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'writes = :writes',
            ExpressionAttributeValues: { ':writes': writes },
          }),
    },
  },
  failure: () => moved,
});

export const unitWrite = (tables: Tables, { unit, hash, writes }: KeptUnit): ConditionalWrite =>
  onWrites({ ...unit, hash, ...unitKey(unit.unit) }, writes, tables);

export const siteWrite = (tables: Tables, { site, hash, writes }: KeptSite): ConditionalWrite =>
  onWrites({ ...site, hash, ...siteItemKey(site.site) }, writes, tables);

/** A unit comes to lie in a site as it was looked at: whoever is changing the site looks again. */
export const siteTouch = (tables: Tables, { site: { site, version } }: KeptSite): ConditionalWrite => ({
  action: {
    Update: {
      TableName: tables.registry,
      Key: siteItemKey(site),
      UpdateExpression: 'ADD writes :one',
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':one': 1, ':version': version },
    },
  },
  failure: () => moved,
});
