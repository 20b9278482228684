import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Actor, ActorSchema } from '../../shared/identity/actor.ts';
import { officePartition, officerKey } from './keys.ts';
import { answering } from './storage-unavailable.ts';
import { type RawItem, readItem, readItems, readPartition, type Tables } from './tables.ts';

/** Who works where, for delegating and for names in a case's history. Officials act under their own names. */
const officerOf = ({ pk: _pk, sk: _sk, ...item }: RawItem): Actor => ActorSchema.parse(item);

export async function readOfficers(tables: Tables, office: string): Promise<readonly Actor[]> {
  return (await readPartition(tables, tables.registry, officePartition(office))).map(officerOf);
}

export async function readOfficer(tables: Tables, office: string, id: string): Promise<Actor | undefined> {
  const item = await readItem(tables, officerKey(office, id));
  return item && officerOf(item);
}

type Acted = { readonly id: string; readonly office?: string | undefined };

/** Names by officer id, of those who acted for an office; whoever is not in the directory is left out. */
export async function readOfficerNames(
  tables: Tables,
  acted: readonly Acted[],
): Promise<ReadonlyMap<string, string>> {
  const distinct = new Map(
    acted.flatMap(({ office, id }) =>
      office === undefined ? [] : [[`${office}#${id}`, officerKey(office, id)] as const],
    ),
  );
  const items = await readItems(tables, [...distinct.values()], { consistent: false });
  return new Map(items.map(officerOf).map(({ id, displayName }) => [id, displayName]));
}

/** Enters an official, or what changed about them. Throws for someone without an office. */
export async function enterOfficer(tables: Tables, officer: Actor): Promise<void> {
  if (officer.office === undefined) throw new Error(`${officer.id} works at no office`);
  const Item = { ...officer, ...officerKey(officer.office, officer.id) };
  await answering(tables.client.send(new PutCommand({ TableName: tables.registry, Item })));
}
